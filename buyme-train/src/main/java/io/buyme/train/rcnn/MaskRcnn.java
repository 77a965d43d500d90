package io.buyme.train.rcnn;

import io.buyme.train.loop.CurvePoint;
import io.buyme.train.onnx.ExportReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A trained Mask R-CNN. Not safe for concurrent use. */
public final class MaskRcnn {

    private static final int CHECKED = 3;

    private final DetectorShape shape;
    private final Limits limits;
    private final DetectorNetworks networks;
    private final Map<String, Double> measures;
    private final Map<String, List<CurvePoint>> curves;

    MaskRcnn(
            DetectorShape shape,
            Limits limits,
            DetectorNetworks networks,
            Map<String, Double> measures,
            Map<String, List<CurvePoint>> curves) {
        this.shape = shape;
        this.limits = limits;
        this.networks = networks;
        this.measures = Map.copyOf(measures);
        this.curves = Map.copyOf(curves);
    }

    /**
     * Writes the detector as one ONNX model (operator set 16), if ONNX Runtime does with it what DL4J and plain Java do:
     * numbers of networks within 1e-3 of their size, boxes within a hundredth of a pixel.
     * Its input is {@code image} [1, 3, height, width]; its outputs are {@code boxes} [D, 4] in pixels of the input (left,
     * top, right, bottom), {@code labels} [D] (0 the first category), {@code scores} [D], highest first, and {@code masks}
     * [D, 1, 28, 28], 0 to 1, each of its box. D may be 0.
     *
     * @param pictures to check with, besides random ones
     * @param metadata of the model
     * @param halfWeights whether weights are stored in 16 bits, which halves the file
     * @throws io.buyme.train.onnx.ModelFileException if the check fails, or the file cannot be written; a file that was
     *     there is then as it was
     */
    public ExportReport write(Path file, PictureSupply pictures, Map<String, String> metadata, boolean halfWeights) {
        List<float[]> checked = IntStream.range(0, Math.min(CHECKED, pictures.count()))
                .mapToObj(i -> pictures.plain(i).pixels())
                .toList();
        return DetectorFile.write(file, shape, limits, networks, checked, metadata, halfWeights);
    }

    /**
     * Returns how well each head does on pictures that it does not learn from: {@code proposals} average recall,
     * {@code boxes} average precision at an overlap of 0.5, {@code masks} overlap in the articles' own boxes.
     */
    public Map<String, Double> measures() {
        return measures;
    }

    /** Returns the learning curve of each head. */
    public Map<String, List<CurvePoint>> curves() {
        return curves;
    }
}
