package io.buyme.train.rcnn;

import static java.util.Objects.requireNonNull;

import io.buyme.train.onnx.OnnxBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Writes networks and all that is between them as one ONNX graph (operator set 16): pyramid, proposals, boxes, masks. How
 * many regions and detections there are is known only when it runs; there may be none.
 */
final class DetectorGraph {

    static final String IMAGE = "image";
    static final String BOXES = "boxes";
    static final String LABELS = "labels";
    static final String SCORES = "scores";
    static final String MASKS = "masks";

    /** Values on the way, which a graph for inspection gives as well. */
    static final String OBJECTNESS = "inspect.objectness";

    static final String ANCHOR_DELTAS = "inspect.anchor_deltas";
    static final String REGIONS = "inspect.regions";
    static final String REGION_FEATURES = "inspect.region_features";
    static final String CLASS_LOGITS = "inspect.class_logits";
    static final String BOX_DELTAS = "inspect.box_deltas";

    private static final Set<String> NAMES = Set.of(IMAGE, BOXES, LABELS, SCORES, MASKS);
    private static final List<String> VERTICES =
            Arrays.stream(Level.values()).map(Level::vertex).toList();

    private final DetectorShape shape;
    private final Limits limits;
    private final DetectorNetworks networks;
    private final OnnxBuilder onnx;
    private final Formulas formulas;
    private final RegionNodes regions;
    private final Map<Level, String> maps = new EnumMap<>(Level.class);
    private final Map<String, String> inspected = new LinkedHashMap<>();

    DetectorGraph(DetectorShape shape, Limits limits, DetectorNetworks networks, boolean halfWeights) {
        this.shape = shape;
        this.limits = limits;
        this.networks = networks;
        this.onnx = new OnnxBuilder(OnnxBuilder.REGIONS, halfWeights, NAMES);
        this.formulas = new Formulas(onnx, "detect");
        this.regions = new RegionNodes(shape, formulas);
    }

    /** Returns a model that gives what the pyramid gives. */
    byte[] pyramidModel() {
        addPyramid();
        addInspected();
        return onnx.toModel(Map.of());
    }

    /** Returns a model that gives what the pyramid gives, and proposals as {@link #REGIONS}. */
    byte[] proposalModel() {
        addPyramid();
        addRegions();
        addInspected();
        return onnx.toModel(Map.of());
    }

    /** Returns a model that detects. */
    byte[] model(Map<String, String> metadata) {
        addAll();
        return onnx.toModel(metadata);
    }

    /** Returns a model that detects, and gives the values on the way. */
    byte[] inspectedModel() {
        addAll();
        addInspected();
        return onnx.toModel(Map.of());
    }

    private void addAll() {
        addPyramid();
        String boxes = addRegions();
        addMasks(addDetections(boxes));
    }

    private void addInspected() {
        inspected.forEach((name, value) -> onnx.output(name, value, inspectedShape(name)));
    }

    private long[] inspectedShape(String name) {
        return switch (name) {
            case OBJECTNESS -> new long[] {-1};
            case REGION_FEATURES -> new long[] {-1, shape.regionChannels(), Heads.BOX_GRID, Heads.BOX_GRID};
            case CLASS_LOGITS -> new long[] {-1, shape.categories() + 1};
            case ANCHOR_DELTAS, REGIONS, BOX_DELTAS -> new long[] {-1, BoxCoder.LENGTH};
            default -> {
                Level level = Level.ofVertex(name.substring(name.indexOf('.') + 1));
                yield new long[] {1, shape.channels(level), shape.rows(level), shape.columns(level)};
            }
        };
    }

    /** Returns the name under which a graph for inspection gives a level of the pyramid. */
    static String inspected(Level level) {
        return "inspect." + level.vertex();
    }

    private void addPyramid() {
        onnx.input(IMAGE, 1, 3, shape.height(), shape.width());
        List<String> values = onnx.network(networks.pyramid(), IMAGE, VERTICES);
        for (Level level : Level.values()) {
            String value = values.get(VERTICES.indexOf(level.vertex()));
            maps.put(level, value);
            inspected.put(inspected(level), value);
        }
    }

    /** Adds proposals, and returns their boxes. */
    private String addRegions() {
        List<String> objectness = new ArrayList<>();
        List<String> deltas = new ArrayList<>();
        Head head = networks.head(HeadKind.PROPOSALS);
        for (Level level : Level.proposing()) {
            List<String> values = onnx.scope("proposals", level.vertex())
                    .network(head.graph(), requireNonNull(maps.get(level), level.name()), head.results());
            objectness.add(byAnchor(values.get(0), level, 1));
            deltas.add(byAnchor(values.get(1), level, BoxCoder.LENGTH));
        }
        String logits = formulas.reshape(formulas.concat(0, objectness), -1);
        String numbers = formulas.concat(0, deltas);
        inspected.put(OBJECTNESS, logits);
        inspected.put(ANCHOR_DELTAS, numbers);
        String boxes = proposals(logits, numbers);
        String ordered = formulas.gather(boxes, formulas.concat(0, regions.indexesByLevel(boxes)));
        inspected.put(REGIONS, ordered);
        return ordered;
    }

    /** Brings [1, anchors x numbers, rows, columns] to [rows x columns x anchors, numbers]. */
    private String byAnchor(String map, Level level, int numbers) {
        String split = formulas.reshape(map, Level.ANCHORS, numbers, shape.rows(level), shape.columns(level));
        return formulas.reshape(formulas.transpose(split, 2, 3, 0, 1), -1, numbers);
    }

    private String proposals(String logits, String deltas) {
        Anchors anchors = new Anchors(shape);
        String all = onnx.constant("anchors", Nd4j.createFromArray(edges(anchors.boxes())));
        int candidates = Math.min(limits.candidates(), anchors.boxes().size());
        List<String> best = formulas.several("TopK", 2, logits, formulas.integers(candidates));
        String boxes =
                regions.decode(formulas.gather(all, best.get(1)), formulas.gather(deltas, best.get(1)), BoxCoder.PLAIN);
        String kept = formulas.of(
                "NonMaxSuppression",
                formulas.unsqueeze(boxes, 0),
                // Logits rank as probabilities do, but none are rounded to the same number.
                formulas.unsqueeze(best.get(0), 0, 1),
                formulas.integers(limits.proposals()),
                onnx.floats("proposal_iou", (float) limits.proposalIou()));
        return formulas.gather(boxes, formulas.column(kept, 2));
    }

    private static float[][] edges(List<Rect> boxes) {
        return boxes.stream()
                .map(box ->
                        new float[] {(float) box.left(), (float) box.top(), (float) box.right(), (float) box.bottom()})
                .toArray(float[][]::new);
    }

    /** Boxes, labels and scores of detections. */
    private record Found(String boxes, String labels, String scores) {}

    private Found addDetections(String boxes) {
        Head head = networks.head(HeadKind.BOXES);
        String features = regions.read(maps, boxes, regions.indexesByLevel(boxes), Heads.BOX_GRID);
        List<String> values = onnx.scope("boxes", "all").network(head.graph(), features, head.results());
        String logits = values.get(0);
        String deltas = values.get(1);
        inspected.put(REGION_FEATURES, features);
        inspected.put(CLASS_LOGITS, logits);
        inspected.put(BOX_DELTAS, deltas);
        return named(regions.decode(boxes, deltas, BoxCoder.FINE), formulas.softmax(logits));
    }

    /** Adds the choice of boxes for each category; the first probability is that of nothing. */
    private Found named(String boxes, String probabilities) {
        String categories = formulas.integers(
                IntStream.rangeClosed(1, shape.categories()).asLongStream().toArray());
        String scores = formulas.gather(formulas.transpose(probabilities, 1, 0), categories);
        String kept = formulas.of(
                "NonMaxSuppression",
                formulas.unsqueeze(boxes, 0),
                formulas.unsqueeze(scores, 0),
                formulas.integers(limits.perCategory()),
                onnx.floats("detection_iou", (float) limits.detectionIou()),
                onnx.floats("detection_score", (float) limits.score()));
        String labels = formulas.column(kept, 1);
        String indexes = formulas.column(kept, 2);
        String places = formulas.concat(1, List.of(formulas.unsqueeze(labels, 1), formulas.unsqueeze(indexes, 1)));
        Found all = new Found(formulas.gather(boxes, indexes), labels, formulas.of("GatherND", scores, places));
        return ordered(all, best(all.scores(), limits.detections()));
    }

    /** Returns the indexes of the highest scores, highest first. */
    private String best(String scores, int most) {
        String count = formulas.of("Min", formulas.of("Shape", scores), formulas.integers(most));
        return formulas.several("TopK", 2, scores, count).get(1);
    }

    private Found ordered(Found found, String indexes) {
        return new Found(
                formulas.gather(found.boxes(), indexes),
                formulas.gather(found.labels(), indexes),
                formulas.gather(found.scores(), indexes));
    }

    /** Adds masks; for reading them, detections are put in the order of levels and back. */
    private void addMasks(Found found) {
        Head head = networks.head(HeadKind.MASKS);
        List<String> byLevel = regions.indexesByLevel(found.boxes());
        String features = regions.read(maps, found.boxes(), byLevel, Heads.MASK_GRID);
        String logits = onnx.scope("masks", "all")
                .network(head.graph(), features, head.results())
                .get(0);
        Found placed = ordered(found, formulas.concat(0, byLevel));
        String count = formulas.squeeze(formulas.of("Shape", placed.labels()));
        String rows = formulas.of("Range", formulas.integer(0), count, formulas.integer(1));
        String places =
                formulas.concat(1, List.of(formulas.unsqueeze(rows, 1), formulas.unsqueeze(placed.labels(), 1)));
        String own = formulas.of("GatherND", logits, places);
        String masks = formulas.unsqueeze(formulas.of("Sigmoid", own), 1);
        String order = best(placed.scores(), limits.detections());
        Found sorted = ordered(placed, order);
        onnx.output(BOXES, sorted.boxes(), -1, BoxCoder.LENGTH);
        onnx.integerOutput(LABELS, sorted.labels(), -1);
        onnx.output(SCORES, sorted.scores(), -1);
        onnx.output(MASKS, formulas.gather(masks, order), -1, 1, Heads.MASK, Heads.MASK);
    }
}
