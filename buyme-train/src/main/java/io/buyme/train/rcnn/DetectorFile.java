package io.buyme.train.rcnn;

import io.buyme.train.onnx.ExportReport;
import io.buyme.train.onnx.ModelFileException;
import io.buyme.train.onnx.ModelFileException.Reason;
import io.buyme.train.onnx.ModelFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Writes detectors as ONNX models, and only those that do what DL4J and plain Java do. */
final class DetectorFile {

    /** How far numbers may be from those of DL4J; see {@link DetectorCheck#networkDifference}. */
    static final double NETWORK_TOLERANCE = 1e-3;

    /** How far boxes may be from those that plain Java finds, in pixels. */
    static final double REGION_TOLERANCE = 1e-2;

    private static final long SEED = 20260101;

    private DetectorFile() {}

    /**
     * Checks a detector on given and on random pictures, and writes it: to a file beside the wanted one first, which then
     * takes its place.
     *
     * @throws ModelFileException if the check fails, or the file cannot be written; the wanted file is then as it was
     */
    static ExportReport write(
            Path file,
            DetectorShape shape,
            Limits limits,
            DetectorNetworks networks,
            List<float[]> pictures,
            Map<String, String> metadata,
            boolean halfWeights) {
        List<float[]> checked = new ArrayList<>(pictures);
        checked.add(random(3 * shape.height() * shape.width()));
        double exact = check(file, shape, limits, networks, checked, false);
        if (!(exact <= NETWORK_TOLERANCE)) {
            throw new ModelFileException(
                    Reason.DIFFERS,
                    "not written: %s would differ from the networks by %s, allowed are %s"
                            .formatted(file, exact, NETWORK_TOLERANCE));
        }
        double stored = halfWeights ? check(file, shape, limits, networks, checked, true) : exact;
        byte[] model = new DetectorGraph(shape, limits, networks, halfWeights).model(metadata);
        ModelFiles.replace(file, model);
        return new ExportReport(file, model.length, exact, stored);
    }

    /** Returns the difference of the networks, after having checked that of boxes. */
    private static double check(
            Path file,
            DetectorShape shape,
            Limits limits,
            DetectorNetworks networks,
            List<float[]> pictures,
            boolean halfWeights) {
        byte[] model = new DetectorGraph(shape, limits, networks, halfWeights).inspectedModel();
        try (DetectorCheck check = new DetectorCheck(shape, limits, networks, model)) {
            pictures.forEach(check::compare);
            if (!(check.regionDifference() <= REGION_TOLERANCE)) {
                throw new ModelFileException(
                        Reason.DIFFERS,
                        "not written: boxes of %s would differ by %s pixels, allowed are %s"
                                .formatted(file, check.regionDifference(), REGION_TOLERANCE));
            }
            return check.networkDifference();
        }
    }

    private static float[] random(int length) {
        Random random = new Random(SEED);
        float[] numbers = new float[length];
        for (int i = 0; i < length; i++) {
            numbers[i] = random.nextFloat() * 2 - 1;
        }
        return numbers;
    }
}
