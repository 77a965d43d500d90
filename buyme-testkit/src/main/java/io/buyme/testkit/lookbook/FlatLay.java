package io.buyme.testkit.lookbook;

import io.buyme.api.Box;
import io.buyme.api.Mask;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * Product pictures: the garment alone, laid flat on a light background, as large as fits.
 *
 * @param picture 320x400
 * @param mask pixels of the garment
 */
record FlatLay(BufferedImage picture, Mask mask) {

    static final int WIDTH = 320;
    static final int HEIGHT = 400;
    private static final double MARGIN = 0.09;
    private static final double TRIAL_UNIT = 100;
    private static final int TRIAL_SIZE = 160;
    private static final List<Integer> TABLES = List.of(0xFAFAF8, 0xF6F4F0, 0xF3F4F6, 0xF8F3EC, 0xEFF1F0, 0xFFFFFF);
    private static final int OWNER = 1;

    static FlatLay of(Design design, Dice dice) {
        BufferedImage trial = new BufferedImage(TRIAL_SIZE, TRIAL_SIZE, BufferedImage.TYPE_INT_RGB);
        Canvas sketch = new Canvas(trial, Light.TABLE);
        draw(design, sketch, new Camera(0, TRIAL_UNIT, TRIAL_SIZE / 2.0, TRIAL_SIZE / 4.0));
        Box extent = sketch.mask(owner -> owner == OWNER).flatMap(Mask::bounds).orElseThrow();

        double scale = Math.min(WIDTH * (1 - 2 * MARGIN) / extent.width(), HEIGHT * (1 - 2 * MARGIN) / extent.height());
        double originX = WIDTH / 2.0 + (TRIAL_SIZE / 2.0 - extent.centerX()) * scale;
        double originY = HEIGHT / 2.0 + (TRIAL_SIZE / 4.0 - extent.centerY()) * scale;
        Canvas canvas = new Canvas(table(dice), Light.TABLE);
        draw(design, canvas, new Camera(0, TRIAL_UNIT * scale, originX, originY));
        canvas.castShadowOnBackground(3, 5, 6, 0.30);
        Film.develop(canvas.image(), 0.15, 0, 0.02, design.seed());
        return new FlatLay(canvas.image(), canvas.mask(owner -> owner == OWNER).orElseThrow());
    }

    private static void draw(Design design, Canvas canvas, Camera camera) {
        Figure dummy = new Figure(BodyShape.DUMMY, BodyPose.flat(design.cut().reach() < 1 ? 30 : 22), camera);
        Fitting fitting = new Fitting(dummy, canvas, design, OWNER, false);
        Garment garment = Garment.of(design.kind());
        for (Side side : Side.values()) {
            garment.sleeve(fitting, side);
        }
        garment.drape(fitting);
    }

    private static BufferedImage table(Dice dice) {
        int color = dice.pick(TABLES);
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setPaint(
                new GradientPaint(0, 0, Colors.pen(color, 1), WIDTH, HEIGHT, Colors.pen(Colors.scale(color, 0.95), 1)));
        g.fillRect(0, 0, WIDTH, HEIGHT);
        g.dispose();
        return image;
    }
}
