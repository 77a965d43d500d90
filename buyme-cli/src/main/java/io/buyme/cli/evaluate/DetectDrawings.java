package io.buyme.cli.evaluate;

import io.buyme.api.Article;
import io.buyme.api.BuyMeException;
import io.buyme.api.SuperCategory;
import io.buyme.api.Taxonomy;
import io.buyme.image.ImageEncoder;
import io.buyme.image.Overlay;
import io.buyme.image.Palette;
import io.buyme.image.coco.CocoAnnotation;
import io.buyme.image.coco.CocoAnnotations;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Writes photos for people to look at, each twice in one picture: on the left with what is annotated, on the right with
 * what the detector saw. One thread.
 */
public final class DetectDrawings {

    private static final int GAP = 12;
    private static final int UNKNOWN = 0x9A9A9A;
    private static final float QUALITY = 0.9f;

    private final Path folder;
    private final int count;

    /**
     * Creates a writer.
     *
     * @param folder for the pictures; made if it is not there
     * @param count of how many photos at most, evenly spread over all
     */
    public DetectDrawings(Path folder, int count) {
        this.folder = folder;
        this.count = count;
    }

    /** Draws the photo if it is one of those to be drawn. */
    void add(SeenPhoto seen, CocoAnnotations truth) {
        if (!PictureFiles.spread(truth.images(), count).contains(seen.image())) {
            return;
        }
        String name = seen.image().fileName().replaceAll("[/\\\\]", "_").replaceAll("\\.[^.]*$", "") + ".jpg";
        byte[] picture = ImageEncoder.jpeg(beside(annotated(seen, truth), detected(seen)), QUALITY);
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve(name), picture);
        } catch (IOException e) {
            throw new BuyMeException("cannot write drawing " + folder.resolve(name) + ": " + e, e);
        }
    }

    private static BufferedImage annotated(SeenPhoto seen, CocoAnnotations truth) {
        Overlay overlay = Overlay.on(seen.photo());
        for (CocoAnnotation annotation : truth.annotationsOf(seen.image())) {
            String category = truth.categoryOf(annotation).name();
            int rgb = Taxonomy.standard().find(category).map(Palette::of).orElse(UNKNOWN);
            annotation.mask().ifPresent(mask -> overlay.mask(mask, rgb));
            overlay.box(annotation.box(), category, rgb);
        }
        return overlay.draw();
    }

    private static BufferedImage detected(SeenPhoto seen) {
        Overlay overlay = Overlay.on(seen.photo());
        for (Article article : seen.detection().articles()) {
            SuperCategory superCategory = article.superCategory();
            article.mask().ifPresent(mask -> overlay.mask(mask, Palette.of(superCategory)));
            String label = String.format(Locale.ROOT, "%s %.2f", article.category(), article.score());
            overlay.box(article.box(), label, Palette.of(superCategory));
        }
        return overlay.draw();
    }

    private static BufferedImage beside(BufferedImage left, BufferedImage right) {
        BufferedImage both = new BufferedImage(
                left.getWidth() + GAP + right.getWidth(), left.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = both.createGraphics();
        try {
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, both.getWidth(), both.getHeight());
            graphics.drawImage(left, 0, 0, null);
            graphics.drawImage(right, left.getWidth() + GAP, 0, null);
        } finally {
            graphics.dispose();
        }
        return both;
    }
}
