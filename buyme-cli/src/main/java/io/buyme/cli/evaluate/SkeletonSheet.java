package io.buyme.cli.evaluate;

import io.buyme.api.Keypoint;
import io.buyme.api.Pose;
import io.buyme.image.Fonts;
import io.buyme.image.ImageDecoder;
import io.buyme.image.Overlay;
import io.buyme.image.Thumbnails;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/**
 * A picture for people: photos with the skeletons that a pose classifier saw, and below each its file name, the verdict and
 * the label; in a green frame if they agree, in a red one if not. Immutable.
 */
public final class SkeletonSheet {

    /** How many photos are shown at most. */
    public static final int PHOTOS = 24;

    private static final int COLUMNS = 8;
    private static final int WIDTH = 200;
    private static final int HEIGHT = 300;
    private static final int LINE = 17;
    private static final int CAPTION = 3 * LINE + 6;
    private static final int FRAME = 4;
    private static final int GAP = 12;
    private static final int MARGIN = 24;
    private static final int TITLE = 40;
    private static final int CELL_WIDTH = WIDTH + 2 * FRAME;
    private static final int CELL_HEIGHT = HEIGHT + 2 * FRAME + CAPTION;

    private static final Color PAPER = new Color(0xFAFAF8);
    private static final Color INK = new Color(0x22252A);
    private static final Color RIGHT = new Color(0x1E9E55);
    private static final Color WRONG = new Color(0xD93A3F);

    private final String title;
    private final List<JudgedPhoto> photos;

    private SkeletonSheet(String title, List<JudgedPhoto> photos) {
        this.title = title;
        this.photos = List.copyOf(photos);
    }

    /** Returns a sheet of photos chosen at random: up to half of them wrong ones, those first, then right ones. */
    static SkeletonSheet of(String title, List<JudgedPhoto> judged, long seed) {
        List<JudgedPhoto> shuffled = new ArrayList<>(judged);
        Collections.shuffle(shuffled, new Random(seed));
        List<JudgedPhoto> wrong = shuffled.stream()
                .filter(photo -> !photo.right())
                .limit(PHOTOS / 2)
                .toList();
        Stream<JudgedPhoto> right = shuffled.stream().filter(JudgedPhoto::right).limit(PHOTOS - wrong.size());
        return new SkeletonSheet(title, Stream.concat(wrong.stream(), right).toList());
    }

    List<JudgedPhoto> photos() {
        return photos;
    }

    /** Draws the sheet; reads the photos again. The caller owns the image. */
    public BufferedImage draw() {
        int rows = Math.max(1, (photos.size() + COLUMNS - 1) / COLUMNS);
        BufferedImage sheet = new BufferedImage(
                2 * MARGIN + COLUMNS * (CELL_WIDTH + GAP) - GAP,
                2 * MARGIN + TITLE + rows * (CELL_HEIGHT + GAP) - GAP,
                BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = sheet.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            graphics.setColor(PAPER);
            graphics.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
            text(graphics, title, Font.BOLD, 20, MARGIN, MARGIN + 20);
            for (int i = 0; i < photos.size(); i++) {
                int x = MARGIN + i % COLUMNS * (CELL_WIDTH + GAP);
                int y = MARGIN + TITLE + i / COLUMNS * (CELL_HEIGHT + GAP);
                drawCell((Graphics2D) graphics.create(x, y, CELL_WIDTH, CELL_HEIGHT), photos.get(i));
            }
            return sheet;
        } finally {
            graphics.dispose();
        }
    }

    private static void drawCell(Graphics2D graphics, JudgedPhoto photo) {
        BufferedImage picture = ImageDecoder.standard().decode(photo.row().photo());
        double scale = Math.min((double) WIDTH / picture.getWidth(), (double) HEIGHT / picture.getHeight());
        int longest = (int) Math.max(1, scale * Math.max(picture.getWidth(), picture.getHeight()));
        BufferedImage small = Thumbnails.fit(picture, longest);
        Pose pose = scaled(photo.pose(), (double) small.getWidth() / picture.getWidth());
        graphics.drawImage(
                Overlay.on(small).skeleton(pose).draw(),
                FRAME + (WIDTH - small.getWidth()) / 2,
                FRAME + (HEIGHT - small.getHeight()) / 2,
                null);
        graphics.setColor(photo.right() ? RIGHT : WRONG);
        graphics.setStroke(new BasicStroke(FRAME, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
        graphics.drawRect(FRAME / 2, FRAME / 2, WIDTH + FRAME, HEIGHT + FRAME);
        String verdict = String.format(
                Locale.ROOT,
                "%s %.2f",
                photo.pose().verdict().label(),
                photo.pose().score());
        int y = HEIGHT + 2 * FRAME + LINE;
        text(graphics, end(photo.row().name()), Font.PLAIN, 13, FRAME, y);
        text(graphics, verdict, Font.BOLD, 13, FRAME, y + LINE);
        text(graphics, "label: " + photo.label().replace('_', ' '), Font.PLAIN, 13, FRAME, y + 2 * LINE);
        graphics.dispose();
    }

    /** Lines are drawn on the small picture, as those of a large one would vanish with it. */
    private static Pose scaled(Pose pose, double scale) {
        return new Pose(
                pose.verdict(),
                pose.score(),
                pose.reasons(),
                pose.keypoints().stream()
                        .map(point -> new Keypoint(point.name(), point.x() * scale, point.y() * scale, point.score()))
                        .toList(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    /** The end of a path tells more than its beginning. */
    private static String end(String name) {
        int longest = 28;
        return name.length() <= longest ? name : "…" + name.substring(name.length() - longest + 1);
    }

    private static void text(Graphics2D graphics, String text, int style, int size, int x, int y) {
        Fonts.sansSerif(style, size).ifPresent(font -> {
            graphics.setFont(font);
            graphics.setColor(INK);
            graphics.drawString(text, x, y);
        });
    }
}
