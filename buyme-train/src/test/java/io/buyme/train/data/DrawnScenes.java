package io.buyme.train.data;

import io.buyme.api.Mask;
import io.buyme.image.ImageEncoder;
import io.buyme.image.coco.CocoAnnotation;
import io.buyme.image.coco.CocoAnnotations;
import io.buyme.image.coco.CocoCategory;
import io.buyme.image.coco.CocoImage;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes small photos of a blue top and red trousers, or of a blue top alone, with their annotations. */
public final class DrawnScenes {

    private static final int WIDTH = 60;
    private static final int HEIGHT = 100;

    private DrawnScenes() {}

    /** Writes {@code annotations.json} and the photos; every third has no trousers. */
    public static Path write(Path folder, int count) throws IOException {
        List<CocoImage> images = new ArrayList<>();
        List<CocoAnnotation> annotations = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            CocoImage image = CocoImage.of(i + 1L, "photo-%d.png".formatted(i), WIDTH, HEIGHT);
            images.add(image);
            int left = 15 + i % 10;
            BufferedImage photo = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
            Graphics2D pen = photo.createGraphics();
            pen.setColor(Color.LIGHT_GRAY);
            pen.fillRect(0, 0, WIDTH, HEIGHT);
            add(annotations, image, 5, paint(pen, Color.BLUE, left, 10, 20, 35));
            if (i % 3 != 0) {
                add(annotations, image, 7, paint(pen, Color.RED, left, 45, 20, 50));
            }
            pen.dispose();
            Files.write(folder.resolve(image.fileName()), ImageEncoder.png(photo));
        }
        Path file = folder.resolve("annotations.json");
        List<CocoCategory> categories =
                List.of(new CocoCategory(5, "top", Map.of()), new CocoCategory(7, "pants", Map.of()));
        CocoAnnotations.of(images, categories, annotations, Map.of()).write(file);
        return file;
    }

    private static Mask paint(Graphics2D pen, Color color, int x, int y, int width, int height) {
        pen.setColor(color);
        pen.fillRect(x, y, width, height);
        return Mask.of(x, y, width, height, (column, row) -> true);
    }

    private static void add(List<CocoAnnotation> to, CocoImage image, long category, Mask mask) {
        to.add(CocoAnnotation.of(to.size() + 1L, image, category, mask));
    }
}
