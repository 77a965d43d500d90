package io.buyme.image;

import static java.util.Objects.requireNonNull;

import io.buyme.api.Box;
import io.buyme.api.Mask;
import io.buyme.api.Pose;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/**
 * Draws what the stages found onto a copy of a photo. Lines and letters grow with the photo.
 *
 * <pre>{@code
 * BufferedImage drawn = Overlay.on(photo)
 *         .mask(mask, Palette.of(UPPER))
 *         .skeleton(pose)
 *         .box(box, "jacket 0.93", Palette.of(UPPER))
 *         .draw();
 * }</pre>
 *
 * <p>Whatever the order of the calls, masks lie below skeletons, these below boxes, and labels on top. Needs no
 * display, and on a machine without fonts draws all but the labels. One thread at a time.
 */
public final class Overlay {

    private final BufferedImage photo;
    private final List<PaintedMask> masks = new ArrayList<>();
    private final List<Pose> poses = new ArrayList<>();
    private final List<LabeledBox> boxes = new ArrayList<>();

    private Overlay(BufferedImage photo) {
        this.photo = requireNonNull(photo, "image");
    }

    private record LabeledBox(Box box, String label, Color color) {}

    /** Starts a drawing on this photo, which itself is never changed. */
    public static Overlay on(BufferedImage image) {
        return new Overlay(image);
    }

    /**
     * Adds a frame around a box, which may reach beyond the photo.
     *
     * @param label kept inside the photo, shortened if need be; empty for none
     * @param rgb {@code 0xRRGGBB}
     */
    public Overlay box(Box box, String label, int rgb) {
        requireNonNull(box, "box");
        requireNonNull(label, "label");
        boxes.add(new LabeledBox(box, label, new Color(rgb)));
        return this;
    }

    /**
     * Adds a translucent tint with a stronger edge over the pixels of a mask, which may reach beyond the photo.
     *
     * @param rgb {@code 0xRRGGBB}
     */
    public Overlay mask(Mask mask, int rgb) {
        masks.add(new PaintedMask(requireNonNull(mask, "mask"), rgb));
        return this;
    }

    /** Adds the skeleton of a pose, fainter where its points are unsure. Knows the points of BlazePose and of COCO. */
    public Overlay skeleton(Pose pose) {
        poses.add(requireNonNull(pose, "pose"));
        return this;
    }

    /** Returns the drawing: a new TYPE_INT_RGB picture of the photo's size. */
    public BufferedImage draw() {
        BufferedImage drawn = new BufferedImage(photo.getWidth(), photo.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = drawn.createGraphics();
        try {
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, drawn.getWidth(), drawn.getHeight());
            graphics.drawImage(photo, 0, 0, null);
            double unit = Math.max(1, Math.sqrt((double) drawn.getWidth() * drawn.getHeight()) / 300);
            masks.forEach(mask -> mask.paint(drawn, (int) Math.round(unit)));
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            poses.forEach(pose -> new Skeleton(pose).draw(graphics, unit));
            boxes.forEach(box -> frame(graphics, box, unit));
            Labels labels = new Labels(graphics, drawn.getWidth(), drawn.getHeight(), unit);
            boxes.forEach(box -> labels.draw(box.label(), box.box(), box.color()));
        } finally {
            graphics.dispose();
        }
        return drawn;
    }

    /** A dark rim keeps the line in sight on a background of its own color. */
    private static void frame(Graphics2D graphics, LabeledBox labeled, double unit) {
        Box box = labeled.box();
        Shape shape = new RoundRectangle2D.Double(box.x(), box.y(), box.width(), box.height(), 4 * unit, 4 * unit);
        graphics.setColor(new Color(0, 0, 0, 110));
        graphics.setStroke(new BasicStroke((float) (1.6 * unit)));
        graphics.draw(shape);
        graphics.setColor(labeled.color());
        graphics.setStroke(new BasicStroke((float) unit));
        graphics.draw(shape);
    }
}
