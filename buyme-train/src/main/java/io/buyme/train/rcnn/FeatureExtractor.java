package io.buyme.train.rcnn;

import static java.util.Objects.requireNonNull;

import io.buyme.onnx.OnnxModel;
import io.buyme.onnx.Tensor;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Computes with ONNX Runtime what does not learn any more: several times as fast as with DL4J, and in the thread that
 * prepares batches. Safe for concurrent use.
 */
final class FeatureExtractor implements AutoCloseable {

    private final DetectorShape shape;
    private final OnnxModel model;

    /**
     * Creates an extractor.
     *
     * @param model as {@link DetectorGraph} writes it, of the pyramid alone or with proposals
     */
    FeatureExtractor(DetectorShape shape, byte[] model) {
        this.shape = shape;
        this.model = OnnxModel.open(model, "features of the detector in training", 1);
    }

    Features run(LabeledPicture picture) {
        Tensor input = Tensor.of(picture.pixels(), 1, 3, shape.height(), shape.width());
        Map<String, Tensor> values = model.run(Map.of(DetectorGraph.IMAGE, input));
        Map<Level, FeatureMap> maps = new EnumMap<>(Level.class);
        for (Level level : Level.values()) {
            maps.put(level, FeatureMap.of(requireNonNull(values.get(DetectorGraph.inspected(level)))));
        }
        Tensor regions = values.get(DetectorGraph.REGIONS);
        return new Features(maps, regions == null ? List.of() : rects(regions));
    }

    /** Returns the boxes of a tensor [N, 4]. */
    static List<Rect> rects(Tensor boxes) {
        List<Rect> rects = new ArrayList<>();
        float[] edges = boxes.toArray();
        for (int i = 0; i < edges.length; i += BoxCoder.LENGTH) {
            rects.add(new Rect(edges[i], edges[i + 1], edges[i + 2], edges[i + 3]));
        }
        return rects;
    }

    @Override
    public void close() {
        model.close();
    }
}
