package io.buyme.api;

import static java.util.Objects.requireNonNull;

import java.awt.image.BufferedImage;

/**
 * A photo to look at, read when its turn comes. A photo that cannot be read fails alone, not its batch. Module
 * buyme-image makes photos of files and bytes.
 */
public interface Photo {

    /** Returns a name for results and messages, such as the file name. */
    String name();

    /**
     * Decodes the photo: upright, sRGB.
     *
     * @throws BuyMeException if it is no picture, or too large
     */
    BufferedImage read();

    /** Returns a photo that is already decoded. */
    static Photo of(String name, BufferedImage image) {
        requireNonNull(name, "name");
        requireNonNull(image, "image");
        return new Photo() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public BufferedImage read() {
                return image;
            }
        };
    }
}
