package io.buyme.pose;

import io.buyme.api.Mask;
import io.buyme.onnx.TensorSpec;
import java.awt.image.BufferedImage;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the landmarks and the pixels of one body in a region with BlazePose (Bazarevsky et al. 2020), which sees the
 * region as a square of 256 x 256 pixels. For one thread at a time.
 */
final class LandmarkModel implements AutoCloseable {

    /** Name of the network, to which the engine adds the suffix of its format. */
    static final String MODEL = "blazepose/pose_landmark_full";

    private static final int SIDE = 256;
    private static final double MIDDLE = (SIDE - 1) / 2.0;
    static final String LANDMARKS = "Identity";
    private static final String PRESENCE = "Identity_1";
    static final String MASK = "Identity_2";
    static final String WORLD = "Identity_4";
    private static final int VALUES_PER_LANDMARK = 5;
    private static final int VALUES_PER_WORLD_LANDMARK = 3;
    private static final List<BodyPart> PARTS = List.of(BodyPart.values());
    private static final int AUXILIARY_POINTS = 6;
    private static final int HIP_CENTER = 33;
    private static final int CIRCLE_TOP = 34;

    private final PoseInterpreter interpreter;

    LandmarkModel(PoseInterpreter interpreter) {
        this.interpreter = interpreter;
    }

    /** Tells whether inputs and outputs of a network are of this kind. */
    static boolean fits(TensorSpec input, List<TensorSpec> outputs) {
        long points = (long) PARTS.size() + AUXILIARY_POINTS;
        return input.shape().equals(List.of(1L, (long) SIDE, (long) SIDE, 3L))
                && PoseInterpreter.gives(outputs, LANDMARKS, List.of(1L, points * VALUES_PER_LANDMARK))
                && PoseInterpreter.gives(outputs, PRESENCE, List.of(1L, 1L))
                && PoseInterpreter.gives(outputs, MASK, List.of(1L, (long) SIDE, (long) SIDE, 1L))
                && PoseInterpreter.gives(outputs, WORLD, List.of(1L, points * VALUES_PER_WORLD_LANDMARK));
    }

    /** Returns the body that the model sees in the region, however unsure it is. */
    Body locate(BufferedImage photo, Region region) {
        interpreter.run(PixelGrid.of(photo, region, SIDE).sample(region, SIDE, 0, 1));
        float[] values = interpreter.output(LANDMARKS);
        float[] world = interpreter.output(WORLD);
        Map<BodyPart, Landmark> landmarks = new EnumMap<>(BodyPart.class);
        for (int i = 0; i < PARTS.size(); i++) {
            landmarks.put(PARTS.get(i), landmark(values, world, i, region));
        }
        Landmark hips = landmark(values, world, HIP_CENTER, region);
        Landmark top = landmark(values, world, CIRCLE_TOP, region);
        return new Body(
                photo.getWidth(),
                photo.getHeight(),
                interpreter.output(PRESENCE)[0],
                landmarks,
                mask(interpreter.output(MASK), region, photo),
                Region.ofBody(hips.x(), hips.y(), top.x(), top.y()));
    }

    private static Landmark landmark(float[] values, float[] world, int index, Region region) {
        int at = index * VALUES_PER_LANDMARK;
        double u = values[at] / SIDE;
        double v = values[at + 1] / SIDE;
        return new Landmark(
                region.photoX(u, v),
                region.photoY(u, v),
                sigmoid(values[at + 3]),
                sigmoid(values[at + 4]),
                world[index * VALUES_PER_WORLD_LANDMARK],
                world[index * VALUES_PER_WORLD_LANDMARK + 2]);
    }

    /** The model gives a logit for each pixel of the region: above zero it rather belongs to the body. */
    private static Optional<Mask> mask(float[] logits, Region region, BufferedImage photo) {
        double reach = region.reach();
        int left = (int) Math.max(0, Math.floor(region.centerX() - reach));
        int top = (int) Math.max(0, Math.floor(region.centerY() - reach));
        int right = (int) Math.min(photo.getWidth(), Math.ceil(region.centerX() + reach));
        int bottom = (int) Math.min(photo.getHeight(), Math.ceil(region.centerY() + reach));
        if (left >= right || top >= bottom) {
            return Optional.empty();
        }
        double cos = Math.cos(region.angle()) / region.size() * SIDE;
        double sin = Math.sin(region.angle()) / region.size() * SIDE;
        Mask mask = Mask.of(left, top, right - left, bottom - top, (x, y) -> {
            double dx = x + 0.5 - region.centerX();
            double dy = y + 0.5 - region.centerY();
            return interpolate(logits, dx * cos + dy * sin + MIDDLE, dy * cos - dx * sin + MIDDLE) > 0;
        });
        return mask.area() == 0 ? Optional.empty() : Optional.of(mask);
    }

    private static double interpolate(float[] logits, double column, double row) {
        int x = (int) Math.floor(column);
        int y = (int) Math.floor(row);
        if (x < 0 || y < 0 || x >= SIDE - 1 || y >= SIDE - 1) {
            return -1;
        }
        double right = column - x;
        double lower = row - y;
        int at = y * SIDE + x;
        double above = logits[at] + right * (logits[at + 1] - logits[at]);
        double below = logits[at + SIDE] + right * (logits[at + SIDE + 1] - logits[at + SIDE]);
        return above + lower * (below - above);
    }

    private static double sigmoid(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }

    @Override
    public void close() {
        interpreter.close();
    }
}
