package io.buyme.onnx;

import static java.util.Objects.requireNonNull;

import io.buyme.api.Box;
import io.buyme.api.Crop;
import java.util.Optional;

/**
 * Where a crop's picture, or a region of a photo, goes on a canvas.
 *
 * @param part what is drawn of the image, in its pixels
 * @param target where it is drawn, in pixels of the canvas
 * @param masked whether what lies outside of the crop's mask is left out
 */
public record Placement(Box part, Box target, boolean masked) {

    private static final double MARGIN = 0.02;

    /** Checks that nothing is missing. */
    public Placement {
        requireNonNull(part, "part");
        requireNonNull(target, "target");
    }

    /** Returns which area of the image an area of the canvas shows; beyond the image on a letterbox's bars. */
    public Box toImage(Box onCanvas) {
        double scaleX = part.width() / target.width();
        double scaleY = part.height() / target.height();
        return new Box(
                part.x() + (onCanvas.x() - target.x()) * scaleX,
                part.y() + (onCanvas.y() - target.y()) * scaleY,
                onCanvas.width() * scaleX,
                onCanvas.height() * scaleY);
    }

    static Placement of(Crop crop, PictureFormat format) {
        Box whole = new Box(0, 0, crop.image().getWidth(), crop.image().getHeight());
        Optional<Box> article = crop.mask()
                .flatMap(mask -> mask.bounds())
                .filter(box -> box.intersectionArea(whole) > 0)
                .map(box -> box.clip((int) whole.width(), (int) whole.height()))
                .map(box -> box.expand(MARGIN).clip((int) whole.width(), (int) whole.height()));
        Box part = article.orElse(whole);
        return switch (format.fit()) {
            case STRETCH -> new Placement(part, new Box(0, 0, format.width(), format.height()), article.isPresent());
            case LETTERBOX -> new Placement(part, letterbox(part, format), article.isPresent());
            case CENTER_CROP ->
                new Placement(
                        middle(part, format), new Box(0, 0, format.width(), format.height()), article.isPresent());
        };
    }

    private static Box letterbox(Box part, PictureFormat format) {
        double scale = Math.min(format.width() / part.width(), format.height() / part.height());
        double width = Math.max(1, Math.round(part.width() * scale));
        double height = Math.max(1, Math.round(part.height() * scale));
        return new Box(
                Math.floor((format.width() - width) / 2), Math.floor((format.height() - height) / 2), width, height);
    }

    private static Box middle(Box part, PictureFormat format) {
        double scale = Math.max(format.width() / part.width(), format.height() / part.height());
        double width = Math.max(1, Math.round(format.width() / scale));
        double height = Math.max(1, Math.round(format.height() / scale));
        return new Box(
                part.x() + Math.floor((part.width() - width) / 2),
                part.y() + Math.floor((part.height() - height) / 2),
                width,
                height);
    }
}
