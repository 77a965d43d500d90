package io.buyme.train.rcnn;

import static java.util.Objects.requireNonNull;

import io.buyme.onnx.OnnxModel;
import io.buyme.onnx.Tensor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Compares a written detector, run by ONNX Runtime, with DL4J and with plain Java, step by step: each step starts from what
 * the model gave before it, so that a box decided otherwise does not hide what comes after.
 */
final class DetectorCheck implements AutoCloseable {

    /** One of so many boxes may be decided otherwise, as 32 bits round an overlap at the limit to either side. */
    private static final int BOXES_FOR_ONE = 25;

    /** Scores are compared as if they were pixels of a picture this large, with boxes. */
    private static final double SCORE_UNIT = 100;

    private final DetectorShape shape;
    private final Limits limits;
    private final DetectorNetworks networks;
    private final OnnxModel model;
    private double networkDifference;
    private double regionDifference;

    /**
     * Opens a model.
     *
     * @param model as {@link DetectorGraph#inspectedModel} writes it
     */
    DetectorCheck(DetectorShape shape, Limits limits, DetectorNetworks networks, byte[] model) {
        this.shape = shape;
        this.limits = limits;
        this.networks = networks;
        this.model = OnnxModel.open(model, "the detector to check", 1);
    }

    /**
     * Returns the largest difference from DL4J, relative to a value or to the root mean square of all, or to 1 if that is
     * more.
     */
    double networkDifference() {
        return networkDifference;
    }

    /**
     * Returns the largest difference from plain Java of boxes, in pixels, and of values read from regions; infinite if too
     * many boxes were decided otherwise.
     */
    double regionDifference() {
        return regionDifference;
    }

    /** Compares what is said of a picture; returns how many detections there are. */
    int compare(float[] picture) {
        Tensor input = Tensor.of(picture, 1, 3, shape.height(), shape.width());
        Map<String, Tensor> values = model.run(Map.of(DetectorGraph.IMAGE, input));
        Map<Level, FeatureMap> maps = comparePyramid(picture, values);
        compareProposals(maps, values);
        compareDetections(maps, values);
        compareMasks(maps, values);
        return value(values, DetectorGraph.SCORES).size(0);
    }

    private Map<Level, FeatureMap> comparePyramid(float[] picture, Map<String, Tensor> values) {
        INDArray input = Nd4j.create(picture, new long[] {1, 3, shape.height(), shape.width()}, 'c');
        Map<String, INDArray> wanted = networks.pyramid().feedForward(input, false);
        Map<Level, FeatureMap> maps = new EnumMap<>(Level.class);
        for (Level level : Level.values()) {
            Tensor found = value(values, DetectorGraph.inspected(level));
            maps.put(level, FeatureMap.of(found));
            INDArray map = requireNonNull(wanted.get(level.vertex()), level.vertex());
            network(found.toArray(), map.dup('c').data().asFloat());
        }
        return maps;
    }

    private void compareProposals(Map<Level, FeatureMap> maps, Map<String, Tensor> values) {
        Anchors anchors = new Anchors(shape);
        Proposals proposals = new Proposals(shape, limits, anchors);
        float[] sheet = new float[shape.channels() * anchors.sheet().places()];
        anchors.sheet().write(maps, sheet, 0);
        List<float[]> said = said(HeadKind.PROPOSALS, Heads.sheetType(shape), sheet, 1);
        float[] objectness = value(values, DetectorGraph.OBJECTNESS).toArray();
        float[] deltas = value(values, DetectorGraph.ANCHOR_DELTAS).toArray();
        network(objectness, proposals.fromSheet(said.get(0), 1));
        network(deltas, proposals.fromSheet(said.get(1), BoxCoder.LENGTH));
        boxes(
                regions(values).stream().map(DetectorCheck::numbers).toList(),
                proposals.of(objectness, deltas).stream()
                        .map(DetectorCheck::numbers)
                        .toList());
    }

    private void compareDetections(Map<Level, FeatureMap> maps, Map<String, Tensor> values) {
        List<Rect> regions = regions(values);
        float[] features = value(values, DetectorGraph.REGION_FEATURES).toArray();
        region(features, read(maps, regions, Heads.BOX_GRID));
        List<float[]> said = said(HeadKind.BOXES, Heads.boxType(shape), features, regions.size());
        float[] logits = value(values, DetectorGraph.CLASS_LOGITS).toArray();
        float[] deltas = value(values, DetectorGraph.BOX_DELTAS).toArray();
        network(logits, said.get(0));
        network(deltas, said.get(1));
        boxes(
                found(values).stream().map(DetectorCheck::numbers).toList(),
                new Detections(shape, limits)
                        .of(regions, logits, deltas).stream()
                                .map(DetectorCheck::numbers)
                                .toList());
    }

    private void compareMasks(Map<Level, FeatureMap> maps, Map<String, Tensor> values) {
        List<RawDetection> found = found(values);
        if (found.isEmpty()) {
            return;
        }
        float[] features = read(maps, found.stream().map(RawDetection::box).toList(), Heads.MASK_GRID);
        float[] logits = said(HeadKind.MASKS, Heads.maskType(shape), features, found.size())
                .get(0);
        int cells = Heads.MASK * Heads.MASK;
        float[] wanted = new float[found.size() * cells];
        for (int i = 0; i < wanted.length; i++) {
            int map = i / cells * shape.categories() + found.get(i / cells).label();
            wanted[i] = (float) (1 / (1 + Math.exp(-logits[map * cells + i % cells])));
        }
        network(value(values, DetectorGraph.MASKS).toArray(), wanted);
    }

    private float[] read(Map<Level, FeatureMap> maps, List<Rect> boxes, int size) {
        RoiReader reader = new RoiReader(shape, size);
        float[] features = new float[boxes.size() * reader.length()];
        for (int i = 0; i < boxes.size(); i++) {
            reader.read(maps, boxes.get(i), features, i * reader.length());
        }
        return features;
    }

    private List<float[]> said(HeadKind kind, InputType type, float[] input, int rows) {
        return HeadRunner.run(networks.head(kind).graph(), type, input, rows);
    }

    private List<Rect> regions(Map<String, Tensor> values) {
        return FeatureExtractor.rects(value(values, DetectorGraph.REGIONS));
    }

    private static List<RawDetection> found(Map<String, Tensor> values) {
        List<Rect> boxes = FeatureExtractor.rects(value(values, DetectorGraph.BOXES));
        float[] labels = value(values, DetectorGraph.LABELS).toArray();
        float[] scores = value(values, DetectorGraph.SCORES).toArray();
        return IntStream.range(0, boxes.size())
                .mapToObj(i -> new RawDetection(Math.round(labels[i]), scores[i], boxes.get(i)))
                .toList();
    }

    private static double[] numbers(Rect box) {
        return new double[] {box.left(), box.top(), box.right(), box.bottom()};
    }

    private static double[] numbers(RawDetection found) {
        Rect box = found.box();
        return new double[] {box.left(), box.top(), box.right(), box.bottom(), found.label(), found.score() * SCORE_UNIT
        };
    }

    private static Tensor value(Map<String, Tensor> values, String name) {
        return requireNonNull(values.get(name), name);
    }

    private void network(float[] found, float[] wanted) {
        networkDifference = Math.max(networkDifference, difference(found, wanted));
    }

    private void region(float[] found, float[] wanted) {
        regionDifference = Math.max(regionDifference, difference(found, wanted));
    }

    private static double difference(float[] found, float[] wanted) {
        if (found.length != wanted.length) {
            return Double.POSITIVE_INFINITY;
        }
        double squares = 0;
        for (float value : wanted) {
            squares += (double) value * value;
        }
        // A small value may be the sum of large ones, and cannot be more exact than they are.
        double usual = Math.max(1, Math.sqrt(squares / Math.max(1, wanted.length)));
        double worst = 0;
        for (int i = 0; i < found.length; i++) {
            double difference = Math.abs(found[i] - wanted[i]) / Math.max(usual, Math.abs(wanted[i]));
            // NaN must not pass for agreement.
            worst = Double.isNaN(difference) ? Double.POSITIVE_INFINITY : Math.max(worst, difference);
        }
        return worst;
    }

    /** Compares boxes in any order, each with the nearest; the worst few may be decided otherwise. */
    private void boxes(List<double[]> found, List<double[]> wanted) {
        List<Double> differences = new ArrayList<>();
        found.forEach(box -> differences.add(nearest(box, wanted)));
        wanted.forEach(box -> differences.add(nearest(box, found)));
        differences.sort(Comparator.reverseOrder());
        int otherwise = differences.size() / BOXES_FOR_ONE;
        if (differences.size() > otherwise) {
            regionDifference = Math.max(regionDifference, differences.get(otherwise));
        }
    }

    private static double nearest(double[] box, List<double[]> others) {
        double nearest = Double.POSITIVE_INFINITY;
        for (double[] other : others) {
            double worst = 0;
            for (int i = 0; i < box.length; i++) {
                worst = Math.max(worst, Math.abs(box[i] - other[i]));
            }
            nearest = Math.min(nearest, worst);
        }
        return nearest;
    }

    @Override
    public void close() {
        model.close();
    }
}
