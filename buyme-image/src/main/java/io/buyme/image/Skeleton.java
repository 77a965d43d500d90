package io.buyme.image;

import io.buyme.api.Keypoint;
import io.buyme.api.Pose;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The lines between the points of a body: the wearer's left in one color, the right in another. */
final class Skeleton {

    private static final Color LEFT = new Color(0xFFB020);
    private static final Color RIGHT = new Color(0x28C8F0);
    private static final Color MIDDLE = new Color(0xF4F4F4);

    /** The names that COCO has, and those of hands and feet that only BlazePose has. */
    private static final List<Edge> EDGES = edges();

    private final Map<String, Keypoint> points = new HashMap<>();

    Skeleton(Pose pose) {
        pose.keypoints().forEach(point -> points.put(point.name(), point));
    }

    private record Edge(String from, String to) {}

    private static List<Edge> edges() {
        List<Edge> edges = new ArrayList<>();
        edges.add(new Edge("left_shoulder", "right_shoulder"));
        edges.add(new Edge("left_hip", "right_hip"));
        edges.add(new Edge("mouth_left", "mouth_right"));
        for (String side : List.of("left_", "right_")) {
            edges.add(new Edge("nose", side + "eye"));
            chain(edges, side, "eye", "ear");
            chain(edges, side, "shoulder", "elbow", "wrist", "index", "pinky", "wrist", "thumb");
            chain(edges, side, "shoulder", "hip", "knee", "ankle", "heel", "foot_index", "ankle");
        }
        return List.copyOf(edges);
    }

    private static void chain(List<Edge> edges, String side, String... names) {
        for (int i = 1; i < names.length; i++) {
            edges.add(new Edge(side + names[i - 1], side + names[i]));
        }
    }

    void draw(Graphics2D graphics, double unit) {
        for (Edge edge : EDGES) {
            Keypoint from = points.get(edge.from());
            Keypoint to = points.get(edge.to());
            if (from != null && to != null) {
                line(graphics, from, to, unit);
            }
        }
        points.values().forEach(point -> dot(graphics, point, unit));
    }

    private static void line(Graphics2D graphics, Keypoint from, Keypoint to, double unit) {
        double score = Math.min(from.score(), to.score());
        Color color = color(from).equals(color(to)) ? color(from) : MIDDLE;
        Line2D line = new Line2D.Double(from.x(), from.y(), to.x(), to.y());
        graphics.setStroke(round(2 * unit));
        graphics.setColor(faded(Color.BLACK, 0.4 * score));
        graphics.draw(line);
        graphics.setStroke(round(1.2 * unit));
        graphics.setColor(faded(color, score));
        graphics.draw(line);
    }

    private static void dot(Graphics2D graphics, Keypoint point, double unit) {
        fill(graphics, point, 1.9 * unit, faded(Color.BLACK, 0.6 * point.score()));
        fill(graphics, point, 1.4 * unit, faded(color(point), point.score()));
    }

    private static void fill(Graphics2D graphics, Keypoint point, double radius, Color color) {
        graphics.setColor(color);
        graphics.fill(new Ellipse2D.Double(point.x() - radius, point.y() - radius, 2 * radius, 2 * radius));
    }

    private static BasicStroke round(double width) {
        return new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }

    private static Color color(Keypoint point) {
        String name = point.name();
        return name.contains("left") ? LEFT : name.contains("right") ? RIGHT : MIDDLE;
    }

    /** An unsure point stays faintly visible: that the model guessed there is worth seeing. */
    private static Color faded(Color color, double strength) {
        double alpha = 0.15 + 0.85 * Math.min(1, Math.max(0, strength));
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), (int) Math.round(255 * alpha));
    }
}
