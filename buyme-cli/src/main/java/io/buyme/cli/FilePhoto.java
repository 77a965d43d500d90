package io.buyme.cli;

import io.buyme.api.Photo;
import io.buyme.image.ImageDecoder;
import java.awt.image.BufferedImage;
import java.nio.file.Path;

/**
 * A photo that is called by the path that the user typed, as file names alone may repeat.
 *
 * @param file where it is
 */
record FilePhoto(Path file) implements Photo {

    @Override
    public String name() {
        return file.toString();
    }

    @Override
    public BufferedImage read() {
        return ImageDecoder.standard().decode(file);
    }
}
