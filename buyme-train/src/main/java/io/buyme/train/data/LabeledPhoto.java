package io.buyme.train.data;

import com.fasterxml.jackson.databind.JsonNode;
import io.buyme.api.Box;
import io.buyme.api.Crop;
import io.buyme.api.Mask;
import io.buyme.image.ImageDecoder;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.lang.ref.SoftReference;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A photo with a mask that has the number of a label at each pixel. Decoded once for all its articles, if memory allows. */
final class LabeledPhoto {

    /** As much of the surroundings as {@link Crop#of} leaves around a box. */
    private static final double MARGIN = 0.02;

    private final String name;
    private final Path photo;
    private final Path mask;
    private SoftReference<Decoded> decoded = new SoftReference<>(null);

    LabeledPhoto(String name, Path photo, Path mask) {
        this.name = name;
        this.photo = photo;
        this.mask = mask;
    }

    String name() {
        return name;
    }

    /** Returns the part of the photo around a label, masked by it. */
    Crop cut(Part part) {
        Decoded whole = decoded();
        BufferedImage image = whole.image;
        Box box = part.box.expand(MARGIN).clip(image.getWidth(), image.getHeight());
        int x = (int) box.x();
        int y = (int) box.y();
        int width = (int) box.width();
        int height = (int) box.height();
        Mask mask =
                Mask.of(width, height, (column, row) -> whole.labels.getSample(x + column, y + row, 0) == part.label);
        return new Crop(image.getSubimage(x, y, width, height), Optional.of(mask), Optional.empty());
    }

    private synchronized Decoded decoded() {
        @Nullable Decoded kept = decoded.get();
        if (kept == null) {
            BufferedImage image = ImageDecoder.standard().decode(photo);
            kept = new Decoded(image, LabelMask.read(mask, image.getWidth(), image.getHeight()));
            decoded = new SoftReference<>(kept);
        }
        return kept;
    }

    /** A label's number and where it is. */
    record Part(int label, Box box) {

        static Part of(int label, JsonNode bbox) {
            return new Part(
                    label,
                    new Box(
                            bbox.path(0).asDouble(),
                            bbox.path(1).asDouble(),
                            bbox.path(2).asDouble(),
                            bbox.path(3).asDouble()));
        }
    }

    private record Decoded(BufferedImage image, Raster labels) {}
}
