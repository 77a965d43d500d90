package io.buyme.train.data;

import io.buyme.api.BuyMeException;
import io.buyme.api.Crop;
import io.buyme.image.ImageDecoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Product pictures in folders, of which each is named after the class of the pictures in it. */
public final class ClassFolders {

    private ClassFolders() {}

    /**
     * Lists the pictures of all classes, by class and file name. Nothing is decoded yet.
     *
     * @throws BuyMeException if there is no such folder, or no class folder with a file in it
     */
    public static List<Example> list(Path root, GarmentVocabulary vocabulary) {
        List<Example> examples = new ArrayList<>();
        for (Path folder : children(root).stream().filter(Files::isDirectory).toList()) {
            String className = folder.getFileName().toString();
            TagKnowledge tags = vocabulary.ofClass(className);
            for (Path file :
                    children(folder).stream().filter(Files::isRegularFile).toList()) {
                examples.add(example(file, className, tags));
            }
        }
        if (examples.isEmpty()) {
            throw new BuyMeException(
                    "want a folder for each class with pictures in it, found none in '" + root + "'; check the path");
        }
        return List.copyOf(examples);
    }

    private static Example example(Path file, String className, TagKnowledge tags) {
        return new Example(
                className + "/" + file.getFileName(),
                () -> new Crop(ImageDecoder.standard().decode(file), Optional.empty(), Optional.empty()),
                className,
                Optional.of(className),
                tags,
                Domain.SHOP);
    }

    private static List<Path> children(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new BuyMeException("cannot list the folder '" + folder + "'; check the path and permissions", e);
        }
    }
}
