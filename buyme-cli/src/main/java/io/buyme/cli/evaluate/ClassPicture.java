package io.buyme.cli.evaluate;

import io.buyme.api.Crop;
import io.buyme.image.ImageDecoder;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A picture of which the class is known. Equal pictures are the same file, however its path is written.
 *
 * @param file real path
 * @param className of the folder that it is in
 * @param masks says which pixels show the product
 */
record ClassPicture(Path file, String className, MaskSource masks) implements Sample {

    static ClassPicture of(Path file, String className, MaskSource masks) {
        try {
            return new ClassPicture(file.toRealPath(), className, masks);
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
        return masks.crop(ImageDecoder.standard().decode(file));
    }
}
