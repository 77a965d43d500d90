package io.buyme.pose;

import io.buyme.api.Box;
import io.buyme.onnx.TensorSpec;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds people with the detector of BlazePose, a single-shot detector in the manner of BlazeFace (Bazarevsky et al.
 * 2019): it sees the photo as a square of 224 x 224 pixels and says for each of 2254 anchors whether a face is near it,
 * and where its body is. For one thread at a time.
 */
final class PersonDetector implements AutoCloseable {

    /** Name of the network, to which the engine adds the suffix of its format. */
    static final String MODEL = "blazepose/pose_detection";

    private static final int SIDE = 224;
    private static final String BOXES = "Identity";
    private static final String SCORES = "Identity_1";
    private static final int VALUES_PER_BOX = 12;
    private static final double SAME_PERSON_IOU = 0.3;

    /** How many times its height a photo is wide to be looked at in squares, too, if nobody is seen in the whole. */
    private static final double WIDE = 1.5;

    private static final int MAX_SQUARES = 8;

    private static final List<Layer> LAYERS = List.of(new Layer(8, 2), new Layer(16, 2), new Layer(32, 6));
    private static final List<Anchor> ANCHORS =
            LAYERS.stream().flatMap(PersonDetector::anchors).toList();

    private final PoseInterpreter interpreter;

    PersonDetector(PoseInterpreter interpreter) {
        this.interpreter = interpreter;
    }

    /** Tells whether inputs and outputs of a network are of this kind. */
    static boolean fits(TensorSpec input, List<TensorSpec> outputs) {
        long anchors = ANCHORS.size();
        return input.shape().equals(List.of(1L, (long) SIDE, (long) SIDE, 3L))
                && PoseInterpreter.gives(outputs, BOXES, List.of(1L, anchors, (long) VALUES_PER_BOX))
                && PoseInterpreter.gives(outputs, SCORES, List.of(1L, anchors, 1L));
    }

    /** Anchors of one fineness: the edge of a cell in pixels, and how many share its centre. */
    private record Layer(int stride, int perCell) {}

    /** Where the model looks for a face, as a share of its input. */
    private record Anchor(double x, double y) {}

    private static Stream<Anchor> anchors(Layer layer) {
        int cells = SIDE / layer.stride;
        List<Anchor> anchors = new ArrayList<>();
        for (int row = 0; row < cells; row++) {
            for (int column = 0; column < cells; column++) {
                Anchor anchor = new Anchor((column + 0.5) / cells, (row + 0.5) / cells);
                anchors.addAll(Collections.nCopies(layer.perCell, anchor));
            }
        }
        return anchors.stream();
    }

    /** Returns the people with at least this score, the most certain first, each once. */
    List<PersonDetection> detect(BufferedImage photo, double minScore) {
        List<PersonDetection> found = detect(photo, Region.whole(photo.getWidth(), photo.getHeight()), minScore);
        if (found.isEmpty()) {
            squares(photo.getWidth(), photo.getHeight())
                    .forEach(square -> found.addAll(detect(photo, square, minScore)));
        }
        return suppress(found);
    }

    /**
     * Returns the overlapping squares in which to look again for people who are too small for the model in the whole
     * photo: those of a wide one.
     */
    static List<Region> squares(int width, int height) {
        if (width < WIDE * height || height < SIDE) {
            return List.of();
        }
        int count = Math.min(MAX_SQUARES, 1 + (int) Math.ceil(2.0 * (width - height) / height));
        double step = (double) (width - height) / (count - 1);
        return IntStream.range(0, count)
                .mapToObj(i -> new Region(height / 2.0 + i * step, height / 2.0, height, 0))
                .toList();
    }

    private List<PersonDetection> detect(BufferedImage photo, Region square, double minScore) {
        interpreter.run(PixelGrid.of(photo, square, SIDE).sample(square, SIDE, -1, 1));
        float[] boxes = interpreter.output(BOXES);
        float[] scores = interpreter.output(SCORES);
        List<PersonDetection> found = new ArrayList<>();
        for (int i = 0; i < scores.length; i++) {
            double score = 1 / (1 + Math.exp(-scores[i]));
            if (score >= minScore) {
                found.add(decode(boxes, i * VALUES_PER_BOX, ANCHORS.get(i), score, square));
            }
        }
        return found;
    }

    /** The model gives box and points in pixels of its input, relative to the anchor's centre. */
    private static PersonDetection decode(float[] values, int at, Anchor anchor, double score, Region square) {
        double[] points = new double[VALUES_PER_BOX];
        for (int i = 0; i < VALUES_PER_BOX; i += 2) {
            boolean extent = i == 2;
            points[i] = values[at + i] / SIDE + (extent ? 0 : anchor.x);
            points[i + 1] = values[at + i + 1] / SIDE + (extent ? 0 : anchor.y);
        }
        double width = Math.max(1, points[2] * square.size());
        double height = Math.max(1, points[3] * square.size());
        Box head = new Box(
                square.photoX(points[0], points[1]) - width / 2,
                square.photoY(points[0], points[1]) - height / 2,
                width,
                height);
        return new PersonDetection(
                score,
                head,
                square.photoX(points[4], points[5]),
                square.photoY(points[4], points[5]),
                square.photoX(points[6], points[7]),
                square.photoY(points[6], points[7]));
    }

    /** Greedy non-maximum suppression on the boxes around the faces. */
    static List<PersonDetection> suppress(List<PersonDetection> detections) {
        List<PersonDetection> kept = new ArrayList<>();
        detections.stream()
                .sorted(Comparator.comparingDouble(PersonDetection::score).reversed())
                .filter(d -> kept.stream().noneMatch(k -> k.head().iou(d.head()) > SAME_PERSON_IOU))
                .forEach(kept::add);
        return kept;
    }

    @Override
    public void close() {
        interpreter.close();
    }
}
