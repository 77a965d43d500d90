package io.buyme.image;

import static java.util.Objects.requireNonNull;

import io.buyme.api.Photo;
import java.awt.image.BufferedImage;
import java.util.function.Supplier;

/** A photo decoded anew at each reading, so that a long list of photos holds no pixels. */
record LazyPhoto(String name, Supplier<BufferedImage> source) implements Photo {

    LazyPhoto {
        requireNonNull(name, "name");
        requireNonNull(source, "source");
    }

    @Override
    public BufferedImage read() {
        return source.get();
    }
}
