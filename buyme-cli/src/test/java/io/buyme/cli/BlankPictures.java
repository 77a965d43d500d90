package io.buyme.cli;

import io.buyme.image.ImageEncoder;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Pictures of nothing but a certain size, which is all that the embedder {@code size-only} sees. */
final class BlankPictures {

    private BlankPictures() {}

    static Path write(Path file, int width, int height) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.write(file, ImageEncoder.png(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB)));
    }
}
