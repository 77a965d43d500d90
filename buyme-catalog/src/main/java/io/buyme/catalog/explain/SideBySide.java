package io.buyme.catalog.explain;

import io.buyme.api.Crop;
import io.buyme.image.Thumbnails;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;

/** Four pictures in a row: the article, its heat map, the product, its heat map. */
public final class SideBySide {

    static final int PANEL = 270;
    static final int GAP = 14;

    /** Between what belongs to the article and what belongs to the product. */
    static final int BETWEEN = 46;

    static final int WIDTH = 4 * PANEL + 2 * GAP + BETWEEN;

    /** Left edges of the panels. */
    static final List<Integer> LEFT = List.of(0, PANEL + GAP, 2 * PANEL + GAP + BETWEEN, 3 * PANEL + 2 * GAP + BETWEEN);

    static final Color PAPER = new Color(0xFAF8F5);
    static final Color LINE = new Color(0xE1DCD5);

    private static final int PADDING = 8;
    private static final int LOWEST = 150;
    private static final int HIGHEST = 340;

    private SideBySide() {}

    /**
     * Draws the row.
     *
     * @param article as the embedder saw it
     * @param product as the embedder saw it
     * @param maps over both
     * @return a new TYPE_INT_RGB picture, the caller's
     */
    public static BufferedImage draw(Crop article, Crop product, SimilarityMaps maps) {
        List<BufferedImage> pictures = List.of(
                Thumbnails.fit(article.image(), 2 * PANEL),
                HeatMapPicture.draw(article, maps.article(), 2 * PANEL),
                Thumbnails.fit(product.image(), 2 * PANEL),
                HeatMapPicture.draw(product, maps.product(), 2 * PANEL));
        int height = height(pictures);
        BufferedImage row = new BufferedImage(WIDTH + 1, height + 1, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = row.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            graphics.setColor(PAPER);
            graphics.fillRect(0, 0, row.getWidth(), row.getHeight());
            for (int i = 0; i < pictures.size(); i++) {
                panel(graphics, pictures.get(i), LEFT.get(i), height);
            }
            return row;
        } finally {
            graphics.dispose();
        }
    }

    /** Wide pictures want no high panels. */
    private static int height(List<BufferedImage> pictures) {
        double room = PANEL - 2.0 * PADDING;
        double highest = pictures.stream()
                .mapToDouble(picture -> room * picture.getHeight() / picture.getWidth())
                .max()
                .orElse(room);
        return (int) Math.max(LOWEST, Math.min(HIGHEST, Math.ceil(highest) + 2 * PADDING));
    }

    private static void panel(Graphics2D graphics, BufferedImage picture, int x, int panelHeight) {
        graphics.setColor(Color.WHITE);
        graphics.fillRoundRect(x, 0, PANEL, panelHeight, 14, 14);
        graphics.setColor(LINE);
        graphics.drawRoundRect(x, 0, PANEL, panelHeight, 14, 14);
        double scale = Math.min(
                (PANEL - 2.0 * PADDING) / picture.getWidth(), (panelHeight - 2.0 * PADDING) / picture.getHeight());
        int width = Math.max(1, (int) Math.round(scale * picture.getWidth()));
        int height = Math.max(1, (int) Math.round(scale * picture.getHeight()));
        graphics.drawImage(picture, x + (PANEL - width) / 2, (panelHeight - height) / 2, width, height, null);
    }
}
