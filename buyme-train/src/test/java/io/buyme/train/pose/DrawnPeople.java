package io.buyme.train.pose;

import io.buyme.api.Box;
import io.buyme.api.Keypoint;
import io.buyme.api.Mask;
import io.buyme.api.Pose;
import io.buyme.api.PoseClassifier;
import io.buyme.train.data.Joints;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;

/** Photos of figures on black that have a color of their own at each joint, and a teacher that finds them. */
public final class DrawnPeople implements PoseClassifier {

    private static final int WIDTH = 90;
    private static final int HEIGHT = 120;
    private static final int FIGURE_WIDTH = 30;
    private static final int FIGURE_HEIGHT = 90;

    private final AtomicInteger looks = new AtomicInteger();

    /** Returns how many photos it has been shown. */
    public int looks() {
        return looks.get();
    }

    /** Writes photos into a folder, which it makes. */
    public static void write(Path folder, int count) throws IOException {
        Files.createDirectories(folder);
        for (int i = 0; i < count; i++) {
            ImageIO.write(
                    photo(i), "png", folder.resolve("%03d.png".formatted(i)).toFile());
        }
    }

    private static BufferedImage photo(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int x = random.nextInt(WIDTH - FIGURE_WIDTH);
        int y = random.nextInt(HEIGHT - FIGURE_HEIGHT);
        BufferedImage photo = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = photo.createGraphics();
        int side = FIGURE_HEIGHT / 9;
        for (int i = 0; i < Joints.COUNT; i++) {
            graphics.setColor(Color.getHSBColor((float) i / Joints.COUNT, 1, 1));
            int left = (int) (x + jointX(i) - side / 2.0);
            int top = (int) (y + jointY(i) - side / 2.0);
            graphics.fillRect(left, top, side, side);
        }
        graphics.dispose();
        return photo;
    }

    private static double jointX(int joint) {
        return FIGURE_WIDTH * (joint == 0 ? 0.5 : joint % 2 == 0 ? 0.17 : 0.83);
    }

    private static double jointY(int joint) {
        int row = (joint + 1) / 2;
        return FIGURE_HEIGHT * (row + 0.5) / 9;
    }

    @Override
    public List<Pose> classifyAll(List<BufferedImage> images) {
        return images.stream().map(this::look).toList();
    }

    private Pose look(BufferedImage photo) {
        looks.incrementAndGet();
        Mask colored = Mask.of(photo.getWidth(), photo.getHeight(), (x, y) -> (photo.getRGB(x, y) & 0xffffff) != 0);
        return colored.bounds().map(DrawnPeople::pose).orElseGet(() -> Pose.nobody(1, "all black"));
    }

    private static Pose pose(Box colored) {
        List<Keypoint> points = new ArrayList<>();
        for (int i = 0; i < Joints.COUNT; i++) {
            double x = colored.centerX() - FIGURE_WIDTH / 2.0 + jointX(i);
            points.add(new Keypoint(Joints.NAMES.get(i), x, colored.y() + jointY(i), 0.9));
        }
        return new Pose(
                Pose.Verdict.FULL_FRONT, 1, List.of(), points, Optional.of(colored), Optional.empty(), List.of());
    }

    @Override
    public void close() {}
}
