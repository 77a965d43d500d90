package io.buyme.catalog.feed;

import com.google.common.base.CharMatcher;
import com.google.common.io.MoreFiles;
import io.buyme.api.ProductDetails;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A folder of pictures. Links to folders are not followed, hidden files and other files than pictures passed over. */
final class FolderFeed implements ProductFeed {

    private static final Set<String> EXTENSIONS = Set.of("jpg", "jpeg", "png", "webp", "gif", "bmp");

    /** A decimal number, or what looks like a hash or a UUID. */
    private static final Pattern NUMBER = Pattern.compile("\\d+|[0-9a-fA-F-]{16,}");

    private static final int DIGITS_IN_TITLE = 8;

    private final Path root;
    private final FeedOptions options;

    FolderFeed(Path root, FeedOptions options) {
        this.root = root.toAbsolutePath().normalize();
        this.options = options;
    }

    @Override
    public OptionalLong size() {
        try (Stream<Path> pictures = pictures(root)) {
            return OptionalLong.of(pictures.count());
        }
    }

    @Override
    public Stream<FeedEntry> rows() {
        return pictures(root).map(this::entry);
    }

    /** Goes through one folder at a time, by name, so that every run sees the same order on every file system. */
    private static Stream<Path> pictures(Path folder) {
        return sorted(folder).stream().flatMap(child -> {
            if (Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
                return pictures(child);
            }
            return isPicture(child) ? Stream.of(child) : Stream.empty();
        });
    }

    private static List<Path> sorted(Path folder) {
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(c -> !name(c).startsWith(".")).sorted().toList();
        } catch (IOException | UncheckedIOException e) {
            throw new FeedException("cannot read folder " + folder + ": " + e, e);
        }
    }

    private static boolean isPicture(Path file) {
        return EXTENSIONS.contains(MoreFiles.getFileExtension(file).toLowerCase(Locale.ROOT))
                && Files.isRegularFile(file);
    }

    private FeedEntry entry(Path picture) {
        String id = id(picture);
        if (!options.imagesAnywhere() && leadsOutside(picture)) {
            return new Rejected(
                    id,
                    Optional.of(id),
                    "image",
                    "is a link that leads outside the feed's folder; copy the picture there, or allow pictures anywhere");
        }
        Optional<String> category = category(picture);
        ProductDraft draft = new ProductDraft(
                id,
                title(picture, category.orElse("")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                picture.toString(),
                category,
                category.flatMap(options.taxonomy()::find),
                ProductDetails.NONE);
        return new ProductRow(id, draft, picture.toUri());
    }

    private boolean leadsOutside(Path picture) {
        try {
            return Files.isSymbolicLink(picture) && !picture.toRealPath().startsWith(root.toRealPath());
        } catch (IOException e) {
            return true;
        }
    }

    private String id(Path picture) {
        return root.relativize(picture)
                .toString()
                .replace(picture.getFileSystem().getSeparator(), "/");
    }

    private Optional<String> category(Path picture) {
        for (Path folder = picture.getParent(); folder != null; folder = folder.getParent()) {
            if (options.taxonomy().find(name(folder)).isPresent()) {
                return Optional.of(name(folder));
            }
            if (folder.equals(root)) {
                break;
            }
        }
        return Optional.empty();
    }

    /** A number tells people nothing, so what it is goes before it. */
    private static String title(Path picture, String category) {
        String name = MoreFiles.getNameWithoutExtension(picture);
        if (NUMBER.matcher(name).matches()) {
            return (category + " " + name.substring(0, Math.min(name.length(), DIGITS_IN_TITLE))).strip();
        }
        String words = CharMatcher.anyOf("_- ").trimAndCollapseFrom(name, ' ');
        return words.isEmpty() ? name(picture) : words;
    }

    private static String name(Path path) {
        Path name = path.getFileName();
        return name == null ? "" : name.toString();
    }
}
