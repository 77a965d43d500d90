package io.buyme.cli.evaluate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds pictures in folders, by the ends of their names. Hidden files are passed over; the order is that of the names. */
public final class PictureFiles {

    private static final SortedSet<String> EXTENSIONS =
            new TreeSet<>(List.of("jpg", "jpeg", "png", "webp", "gif", "bmp"));

    private PictureFiles() {}

    /**
     * Returns the pictures in a folder and in the folders in it.
     *
     * @throws EvaluationException if the folder cannot be read, or there is no picture
     */
    public static List<Path> below(Path folder) {
        List<Path> pictures = walk(folder).toList();
        if (pictures.isEmpty()) {
            throw new EvaluationException("there is no picture in " + folder + "; wanted is one of " + EXTENSIONS);
        }
        return pictures;
    }

    /** Returns at most so many of the entries, evenly spread over the list, in order. */
    public static <T> List<T> spread(List<T> files, int limit) {
        int count = Math.min(limit, files.size());
        return IntStream.range(0, count)
                .mapToObj(i -> files.get((int) ((long) i * files.size() / count)))
                .toList();
    }

    private static Stream<Path> walk(Path folder) {
        return children(folder).stream()
                .flatMap(child -> Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS) ? walk(child) : Stream.of(child))
                .filter(PictureFiles::isPicture)
                .filter(Files::isRegularFile);
    }

    static List<Path> in(Path folder) {
        return children(folder).stream()
                .filter(PictureFiles::isPicture)
                .filter(Files::isRegularFile)
                .toList();
    }

    static List<Path> foldersIn(Path folder) {
        return children(folder).stream().filter(Files::isDirectory).toList();
    }

    private static List<Path> children(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new EvaluationException("there is no folder " + folder);
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(child -> !name(child).startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new EvaluationException("cannot read folder " + folder + ": " + e, e);
        }
    }

    private static boolean isPicture(Path file) {
        String name = name(file);
        return EXTENSIONS.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }
}
