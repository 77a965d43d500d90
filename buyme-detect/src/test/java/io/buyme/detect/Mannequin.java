package io.buyme.detect;

import static java.util.Objects.requireNonNull;

import io.buyme.api.Keypoint;
import io.buyme.api.Mask;
import io.buyme.api.Pose;
import io.buyme.api.Pose.Verdict;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A plain person of 300 x 600 pixels whose clothes are painted where the test says, with her exact pose. */
final class Mannequin {

    static final int WIDTH = 300;
    static final int HEIGHT = 600;
    static final Color SKIN = new Color(224, 172, 140);
    private static final Color WALL = new Color(200, 205, 210);

    private static final Map<String, double[]> JOINTS = Map.ofEntries(
            Map.entry("nose", new double[] {150, 70}),
            Map.entry("left_ear", new double[] {172, 66}),
            Map.entry("right_ear", new double[] {128, 66}),
            Map.entry("mouth_left", new double[] {160, 84}),
            Map.entry("mouth_right", new double[] {140, 84}),
            Map.entry("left_shoulder", new double[] {195, 135}),
            Map.entry("right_shoulder", new double[] {105, 135}),
            Map.entry("left_elbow", new double[] {220, 215}),
            Map.entry("right_elbow", new double[] {80, 215}),
            Map.entry("left_wrist", new double[] {235, 290}),
            Map.entry("right_wrist", new double[] {65, 290}),
            Map.entry("left_hip", new double[] {175, 290}),
            Map.entry("right_hip", new double[] {125, 290}),
            Map.entry("left_knee", new double[] {180, 410}),
            Map.entry("right_knee", new double[] {120, 410}),
            Map.entry("left_ankle", new double[] {182, 525}),
            Map.entry("right_ankle", new double[] {118, 525}),
            Map.entry("left_heel", new double[] {180, 540}),
            Map.entry("right_heel", new double[] {120, 540}),
            Map.entry("left_foot_index", new double[] {196, 555}),
            Map.entry("right_foot_index", new double[] {104, 555}));

    private final Area body = new Area();
    private final BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    private final Graphics2D graphics = image.createGraphics();
    private final Map<String, Keypoint> keypoints = new TreeMap<>();

    Mannequin() {
        JOINTS.forEach((name, at) -> keypoints.put(name, new Keypoint(name, at[0], at[1], 0.95)));
        Path2D trunk = new Path2D.Double();
        List.of(new double[] {85, 122}, new double[] {215, 122}, new double[] {200, 310}, new double[] {100, 310})
                .forEach(p -> {
                    if (trunk.getCurrentPoint() == null) {
                        trunk.moveTo(p[0], p[1]);
                    } else {
                        trunk.lineTo(p[0], p[1]);
                    }
                });
        trunk.closePath();
        add(trunk);
        add(new Ellipse2D.Double(120, 28, 60, 80));
        add(new Rectangle2D.Double(138, 95, 24, 35));
        for (String side : List.of("left_", "right_")) {
            limb(side + "shoulder", side + "elbow", 30);
            limb(side + "elbow", side + "wrist", 24);
            limb(side + "hip", side + "knee", 48);
            limb(side + "knee", side + "ankle", 36);
            limb(side + "heel", side + "foot_index", 26);
        }
        body.intersect(new Area(new Rectangle2D.Double(0, 0, WIDTH, HEIGHT)));
        graphics.setColor(WALL);
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        paint(SKIN, 0, HEIGHT);
    }

    /** Paints the whole body, arms and all, between two heights. */
    Mannequin paint(Color color, int top, int bottom) {
        return paint(color, 0, top, WIDTH, bottom - top);
    }

    /** Paints the part of the body in a rectangle. */
    Mannequin paint(Color color, int x, int y, int width, int height) {
        Area part = new Area(new Rectangle2D.Double(x, y, width, height));
        part.intersect(body);
        graphics.setColor(color);
        graphics.fill(part);
        return this;
    }

    /** Adds cloth beyond the body, such as a skirt. */
    Mannequin wear(Color color, Shape shape) {
        add(shape);
        graphics.setColor(color);
        graphics.fill(shape);
        return this;
    }

    /** Lowers the score of the keypoints whose name ends so. */
    Mannequin hide(String suffix) {
        keypoints.replaceAll((name, k) -> name.endsWith(suffix) ? new Keypoint(name, k.x(), k.y(), 0.05) : k);
        return this;
    }

    BufferedImage image() {
        return image;
    }

    Mask mask() {
        BufferedImage silhouette = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = silhouette.createGraphics();
        pen.fill(body);
        pen.dispose();
        return Mask.of(WIDTH, HEIGHT, (x, y) -> silhouette.getRaster().getSample(x, y, 0) > 0);
    }

    Pose pose() {
        return pose(Optional.of(mask()));
    }

    Pose pose(Optional<Mask> mask) {
        return new Pose(
                Verdict.FULL_FRONT,
                0.9,
                List.of(),
                new ArrayList<>(keypoints.values()),
                mask.flatMap(Mask::bounds),
                mask,
                List.of());
    }

    private void add(Shape shape) {
        body.add(new Area(shape));
    }

    private void limb(String from, String to, float width) {
        double[] a = requireNonNull(JOINTS.get(from));
        double[] b = requireNonNull(JOINTS.get(to));
        add(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
                .createStrokedShape(new Line2D.Double(a[0], a[1], b[0], b[1])));
    }
}
