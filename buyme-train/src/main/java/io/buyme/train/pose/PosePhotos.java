package io.buyme.train.pose;

import io.buyme.api.BuyMeException;
import io.buyme.image.coco.PhotoSplit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Photos in folders, and which of them are only to check with. */
final class PosePhotos {

    private static final Set<String> SUFFIXES = Set.of("jpg", "jpeg", "png", "webp");

    private PosePhotos() {}

    /**
     * A photo in a file.
     *
     * @param name of its folder and its file, with a slash between
     * @param checking whether it is never to be learned from
     */
    record Photo(String name, Path file, boolean checking) {}

    /**
     * Lists the photos of folders, sorted by name. Near duplicates named in {@code near_duplicates.json} beside a folder are
     * on the same side of the split.
     *
     * @throws BuyMeException if a folder cannot be read, or two have the same name
     */
    static List<Photo> list(List<Path> folders) {
        List<Photo> photos = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Path folder : folders) {
            Path absolute = folder.toAbsolutePath().normalize();
            String name = String.valueOf(absolute.getFileName());
            if (!names.add(name)) {
                throw new BuyMeException("two folders of photos are called '%s'; rename one".formatted(name));
            }
            PhotoSplit split = PhotoSplit.beside(absolute);
            for (Path file : files(absolute)) {
                String fileName = String.valueOf(file.getFileName());
                photos.add(new Photo(name + "/" + fileName, file, split.isForChecking(fileName)));
            }
        }
        return List.copyOf(photos);
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(PosePhotos::isPicture).sorted().toList();
        } catch (IOException e) {
            throw new BuyMeException("want a folder of photos, cannot read '" + folder + "': " + e.getMessage(), e);
        }
    }

    private static boolean isPicture(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return SUFFIXES.contains(name.substring(name.lastIndexOf('.') + 1));
    }
}
