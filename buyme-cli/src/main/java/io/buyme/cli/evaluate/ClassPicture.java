package io.buyme.cli.evaluate;

import io.buyme.api.Crop;
import io.buyme.image.ImageDecoder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A picture of which the class is known. Equal pictures are the same file, however its path is written.
 *
 * @param file real path
 * @param className of the folder that it is in
 */
record ClassPicture(Path file, String className) implements Sample {

    static ClassPicture of(Path file, String className) {
        try {
            return new ClassPicture(file.toRealPath(), className);
        } catch (IOException e) {
            throw new EvaluationException("cannot read " + file + ": " + e, e);
        }
    }

    @Override
    public String name() {
        return className + "/" + file.getFileName();
    }

    /** Returns the whole picture. The embedder is not told its super-category, which would be half of the answer. */
    @Override
    public Crop crop() {
        return new Crop(ImageDecoder.standard().decode(file), Optional.empty(), Optional.empty());
    }
}
