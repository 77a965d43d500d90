package io.buyme.catalog.explain;

import static java.util.Objects.requireNonNull;

import io.buyme.api.Article;
import io.buyme.api.Attributes.ColorShare;
import io.buyme.api.ColorPair;
import io.buyme.api.Crop;
import io.buyme.api.Explanation;
import io.buyme.api.Match;
import io.buyme.api.Product;
import io.buyme.image.Fonts;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One picture that explains one match: the article and the product, each beside its heat map, the sentence, and the
 * dominant colours side by side. Without fonts on the machine it has no text.
 */
public final class ExplanationPicture {

    private static final int MARGIN = 36;
    private static final int WIDTH = 2 * MARGIN + SideBySide.WIDTH;
    private static final int ROW = 34;
    private static final int SWATCH = 46;
    private static final int LEGEND = 220;
    private static final int LINE_HEIGHT = 27;

    private static final Color INK = new Color(0x1C1B1A);
    private static final Color SOFT = new Color(0x6D6A66);

    private final Article article;
    private final Crop articleCrop;
    private final Crop productCrop;
    private final Match match;
    private final SimilarityMaps maps;

    /**
     * Creates a picture.
     *
     * @param article that was found in the photo
     * @param articleCrop as the embedder saw it
     * @param productCrop the product's picture
     * @param match to explain
     * @param maps over both crops
     */
    public ExplanationPicture(Article article, Crop articleCrop, Crop productCrop, Match match, SimilarityMaps maps) {
        this.article = requireNonNull(article, "article");
        this.articleCrop = requireNonNull(articleCrop, "articleCrop");
        this.productCrop = requireNonNull(productCrop, "productCrop");
        this.match = requireNonNull(match, "match");
        this.maps = requireNonNull(maps, "maps");
    }

    /** Returns the picture: new, TYPE_INT_RGB, the caller's. */
    public BufferedImage draw() {
        List<String> sentence = wrapped(sentence(match.explanation()), 19, WIDTH - 2 * MARGIN);
        List<ColorPair> colors = match.explanation().colors();
        int panels = MARGIN + 44 + sentence.size() * LINE_HEIGHT + 40;
        BufferedImage row = SideBySide.draw(articleCrop, productCrop, maps);
        int below = panels + row.getHeight() + 30;
        int height = below + Math.max(2, colors.size()) * ROW + MARGIN - 6;
        BufferedImage drawn = new BufferedImage(WIDTH, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = drawn.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            graphics.setColor(SideBySide.PAPER);
            graphics.fillRect(0, 0, WIDTH, height);
            head(graphics, sentence);
            captions(graphics, panels - 10);
            graphics.drawImage(row, MARGIN, panels, null);
            for (int i = 0; i < colors.size(); i++) {
                colors(graphics, colors.get(i), below + i * ROW);
            }
            legend(graphics, below);
            return drawn;
        } finally {
            graphics.dispose();
        }
    }

    private void head(Graphics2D graphics, List<String> sentence) {
        Product product = match.product();
        String score = String.format(Locale.ROOT, "score %.2f", match.score());
        text(
                graphics,
                score,
                Font.PLAIN,
                17,
                SOFT,
                WIDTH - MARGIN - width(graphics, score, Font.PLAIN, 17),
                MARGIN + 22);
        String title = product.title() + product.brand().map(b -> ", " + b).orElse("");
        text(graphics, shortened(graphics, title, WIDTH - 2 * MARGIN - 130), Font.BOLD, 24, INK, MARGIN, MARGIN + 22);
        for (int i = 0; i < sentence.size(); i++) {
            text(graphics, sentence.get(i), Font.PLAIN, 19, INK, MARGIN, MARGIN + 57 + i * LINE_HEIGHT);
        }
    }

    private void captions(Graphics2D graphics, int baseline) {
        String worn = "In the photo: " + article.category();
        String offered = "In the catalogue: " + match.product().category();
        text(graphics, worn, Font.BOLD, 15, SOFT, MARGIN + SideBySide.LEFT.get(0), baseline);
        text(graphics, offered, Font.BOLD, 15, SOFT, MARGIN + SideBySide.LEFT.get(2), baseline);
    }

    /** The article's colour ends, and the product's begins, in the middle between their pictures. */
    private static void colors(Graphics2D graphics, ColorPair pair, int y) {
        int middle = WIDTH / 2;
        int baseline = y + 17;
        swatch(graphics, pair.article(), middle - SWATCH, y);
        swatch(graphics, pair.product(), middle, y);
        String worn = named(pair.article());
        text(
                graphics,
                worn,
                Font.PLAIN,
                16,
                INK,
                middle - SWATCH - 14 - width(graphics, worn, Font.PLAIN, 16),
                baseline);
        String offered = named(pair.product());
        text(graphics, offered, Font.PLAIN, 16, INK, middle + SWATCH + 14, baseline);
        String difference =
                String.format(Locale.ROOT, "%s, difference %.0f", pair.same() ? "alike" : "another", pair.difference());
        text(graphics, difference, Font.PLAIN, 14, SOFT, middle + SWATCH + 220, baseline);
    }

    private static void swatch(Graphics2D graphics, ColorShare color, int x, int y) {
        graphics.setColor(new Color(color.rgb()));
        graphics.fillRect(x, y, SWATCH, 24);
        graphics.setColor(SideBySide.LINE);
        graphics.drawRect(x, y, SWATCH, 24);
    }

    private static void legend(Graphics2D graphics, int y) {
        for (int i = 0; i < LEGEND; i++) {
            graphics.setColor(new Color(HeatMapPicture.colorOf((double) i / LEGEND)));
            graphics.fillRect(MARGIN + i, y, 1, 12);
        }
        text(graphics, "little of the similarity", Font.PLAIN, 13, SOFT, MARGIN, y + 32);
        String most = "most";
        text(graphics, most, Font.PLAIN, 13, SOFT, MARGIN + LEGEND - width(graphics, most, Font.PLAIN, 13), y + 32);
    }

    private static String named(ColorShare color) {
        return String.format(Locale.ROOT, "%s %.0f %%", color.name(), 100 * color.share());
    }

    private static String sentence(Explanation explanation) {
        String summary = explanation.summary();
        return summary.isEmpty() ? "" : Character.toUpperCase(summary.charAt(0)) + summary.substring(1) + ".";
    }

    private static void text(Graphics2D graphics, String text, int style, int size, Color color, int x, int baseline) {
        Fonts.sansSerif(style, size).ifPresent(font -> {
            graphics.setFont(font);
            graphics.setColor(color);
            graphics.drawString(text, x, baseline);
        });
    }

    private static int width(Graphics2D graphics, String text, int style, int size) {
        return Fonts.sansSerif(style, size)
                .map(font -> graphics.getFontMetrics(font).stringWidth(text))
                .orElse(0);
    }

    private static String shortened(Graphics2D graphics, String title, int room) {
        String text = title;
        for (int end = title.length() - 1; end > 0 && width(graphics, text, Font.BOLD, 24) > room; end--) {
            text = title.substring(0, end).stripTrailing() + "\u2026";
        }
        return text;
    }

    private static List<String> wrapped(String text, int size, int room) {
        Optional<Font> font = Fonts.sansSerif(Font.PLAIN, size);
        if (font.isEmpty()) {
            return List.of();
        }
        Graphics2D graphics = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
        try {
            FontMetrics metrics = graphics.getFontMetrics(font.get());
            List<String> lines = new ArrayList<>();
            String line = "";
            for (String word : text.split(" ", -1)) {
                String longer = line.isEmpty() ? word : line + " " + word;
                if (!line.isEmpty() && metrics.stringWidth(longer) > room) {
                    lines.add(line);
                    longer = word;
                }
                line = longer;
            }
            lines.add(line);
            return lines;
        } finally {
            graphics.dispose();
        }
    }
}
