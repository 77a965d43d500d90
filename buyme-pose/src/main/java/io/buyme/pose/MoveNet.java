package io.buyme.pose;

import io.buyme.api.Box;
import io.buyme.api.Keypoint;
import io.buyme.onnx.TensorSpec;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds the keypoints of a person with a network of MoveNet's kind (Votel and Li: Next-Generation Pose Detection with
 * MoveNet and TensorFlow.js, 2021): it sees a square of the photo, 0 to 255, and gives for each of COCO's keypoints row and
 * column, as shares of the square, and how sure it is. What of the square lies outside of the photo is black. For one thread
 * at a time.
 */
final class MoveNet implements KeypointNetwork {

    private static final List<Long> KEYPOINTS = List.of(1L, 1L, (long) CocoPart.COUNT, 3L);
    private static final int VALUES_PER_KEYPOINT = 3;
    private static final int WHITE = 255;

    /** The network expects some room around the person, as its own cropping leaves. */
    private static final double MARGIN = 1.25;

    private final PoseInterpreter interpreter;
    private final int side;

    MoveNet(PoseInterpreter interpreter) {
        this.interpreter = interpreter;
        this.side = Math.toIntExact(interpreter.input().shape().get(1));
    }

    /** Tells whether inputs and outputs of a network are of this kind: 1 x side x side x 3 in, 1 x 1 x 17 x 3 out. */
    static boolean fits(TensorSpec input, List<TensorSpec> outputs) {
        List<Long> shape = input.shape();
        return shape.size() == 4
                && shape.get(0) == 1
                && shape.get(1) > 0
                && shape.get(1).equals(shape.get(2))
                && shape.get(3) == 3
                && outputs.size() == 1
                && outputs.get(0).shape().equals(KEYPOINTS);
    }

    @Override
    public List<Keypoint> locate(BufferedImage photo, Box person) {
        double size = MARGIN * Math.max(person.width(), person.height());
        Region square = new Region(person.centerX(), person.centerY(), size, 0);
        interpreter.run(PixelGrid.of(photo, square, side).sample(square, side, 0, WHITE));
        float[] values = interpreter.output(interpreter.outputs().get(0).name());
        return Stream.of(CocoPart.values())
                .map(part -> keypoint(part, values, square))
                .toList();
    }

    private static Keypoint keypoint(CocoPart part, float[] values, Region square) {
        int at = part.index() * VALUES_PER_KEYPOINT;
        double down = values[at];
        double across = values[at + 1];
        return new Keypoint(
                part.keypointName(),
                square.photoX(across, down),
                square.photoY(across, down),
                Math.max(0, Math.min(1, values[at + 2])));
    }

    @Override
    public void close() {
        interpreter.close();
    }
}
