package io.buyme.cli.evaluate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Pictures sorted into folders, one folder for each class.
 *
 * @param folder that has the class folders
 * @param pictures by class name, then file name
 */
record ClassFolders(Path folder, List<ClassPicture> pictures) {

    /** Copies the list. */
    ClassFolders {
        pictures = List.copyOf(pictures);
    }

    /**
     * Reads which pictures there are, without reading the pictures.
     *
     * @param limitPerClass so many of each class at most, the first by file name
     * @param masks says which pixels show the product
     * @throws EvaluationException if the folder cannot be read or has no picture in a class folder
     */
    static ClassFolders read(Path folder, int limitPerClass, MaskSource masks) {
        List<ClassPicture> pictures = new ArrayList<>();
        for (Path classFolder : PictureFiles.foldersIn(folder)) {
            String className = String.valueOf(classFolder.getFileName());
            PictureFiles.in(classFolder).stream()
                    .limit(limitPerClass)
                    .map(file -> ClassPicture.of(file, className, masks))
                    .forEach(pictures::add);
        }
        if (pictures.isEmpty()) {
            throw new EvaluationException(
                    "there is no picture in %s; wanted are folders named after a class with pictures of that class, such"
                                    .formatted(folder)
                            + " as dress/1.jpg");
        }
        return new ClassFolders(folder, pictures);
    }

    /** Returns the names of the classes that have pictures. */
    Set<String> classNames() {
        return pictures.stream().map(ClassPicture::className).collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Checks that queries of these folders can be answered by an index of others.
     *
     * @throws EvaluationException if the index has one class only, or lacks one of the queries
     */
    void requireAnswersIn(ClassFolders index) {
        Set<String> known = index.classNames();
        if (known.size() < 2) {
            throw new EvaluationException(
                    "%s has one class only, %s, so every answer would be right; two or more are needed"
                            .formatted(index.folder, known));
        }
        Set<String> unknown = new TreeSet<>(classNames());
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw new EvaluationException("%s has the classes %s, which %s has not; it has %s"
                    .formatted(folder, unknown, index.folder, known));
        }
    }
}
