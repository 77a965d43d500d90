package io.buyme.detect;

import io.buyme.onnx.Tensor;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the one output of networks of the YOLO family; positions are pixels of the canvas. Their boxes overlap many times
 * over unless suppression is done inside.
 */
final class YoloReader implements OutputReader {

    /** More rows than this are a grid of places, not a list of findings. */
    private static final int LIST = 1000;

    private final String output;
    private final Rows rows;

    private YoloReader(String output, Rows rows) {
        this.output = output;
        this.rows = rows;
    }

    /** Reads one kind of rows. */
    @FunctionalInterface
    private interface Rows {

        void read(Tensor tensor, Findings findings);
    }

    /** Version 8 and later: [1,4+C,N], centre, size, and a score for each category. */
    static Optional<OutputReader> findGridOfScores(Probe probe) {
        return probe.shaped(true, s -> isBatchOfOne(s) && s.get(1) == 4 + probe.labels() && s.get(2) != 6)
                .map(name -> new YoloReader(name, YoloReader::readGridOfScores));
    }

    /** Version 5: [1,N,5+C], centre, size, a score for there being anything, and a share for each category. */
    static Optional<OutputReader> findGridOfObjects(Probe probe) {
        return probe.shaped(
                        true,
                        s -> isBatchOfOne(s) && s.get(2) == 5 + probe.labels() && (s.get(2) != 6 || s.get(1) > LIST))
                .map(name -> new YoloReader(name, YoloReader::readGridOfObjects));
    }

    /** With suppression inside: [1,N,6], left, top, right, bottom, score, category. */
    static Optional<OutputReader> findList(Probe probe) {
        return probe.shaped(true, s -> isBatchOfOne(s) && s.get(2) == 6)
                .map(name -> new YoloReader(name, (tensor, findings) -> readList(tensor, tensor.size(1), 6, findings)));
    }

    /** With suppression inside, version 7: [N,7], number in the batch, left, top, right, bottom, category, score. */
    static Optional<OutputReader> findListWithBatch(Probe probe) {
        return probe.shaped(true, s -> s.size() == 2 && s.get(1) == 7)
                .map(name -> new YoloReader(name, (tensor, findings) -> readList(tensor, tensor.size(0), 7, findings)));
    }

    @Override
    public void read(Map<String, Tensor> outputs, Findings findings) {
        rows.read(Probe.tensor(outputs, output), findings);
    }

    private static boolean isBatchOfOne(List<Long> shape) {
        return shape.size() == 3 && shape.get(0) == 1;
    }

    private static void readGridOfScores(Tensor tensor, Findings findings) {
        float[] values = tensor.toArray();
        int places = tensor.size(2);
        int[] best = bestOfPlanes(values, places);
        for (int i = 0; i < places; i++) {
            addCentered(
                    findings,
                    best[i] - 4,
                    values[best[i] * places + i],
                    values[i],
                    values[places + i],
                    values[2 * places + i],
                    values[3 * places + i]);
        }
    }

    /** Returns for each place which plane from the fifth on is the largest; plane by plane, which is the order in memory. */
    private static int[] bestOfPlanes(float[] values, int places) {
        int[] best = new int[places];
        Arrays.fill(best, 4);
        for (int plane = 5; plane < values.length / places; plane++) {
            for (int i = 0; i < places; i++) {
                if (values[plane * places + i] > values[best[i] * places + i]) {
                    best[i] = plane;
                }
            }
        }
        return best;
    }

    private static void readGridOfObjects(Tensor tensor, Findings findings) {
        float[] values = tensor.toArray();
        int length = tensor.size(2);
        for (int at = 0; at < values.length; at += length) {
            int best = best(values, at + 5, length - 5);
            addCentered(
                    findings,
                    best,
                    (double) values[at + 4] * values[at + 5 + best],
                    values[at],
                    values[at + 1],
                    values[at + 2],
                    values[at + 3]);
        }
    }

    private static void readList(Tensor tensor, int count, int length, Findings findings) {
        FloatBuffer values = tensor.values();
        boolean withBatch = length == 7;
        for (int i = 0; i < count; i++) {
            int at = i * length + (withBatch ? 1 : 0);
            float score = values.get(at + (withBatch ? 5 : 4));
            float category = values.get(at + (withBatch ? 4 : 5));
            findings.add(
                    Math.round(category),
                    score,
                    values.get(at),
                    values.get(at + 1),
                    values.get(at + 2),
                    values.get(at + 3),
                    Shape.NONE);
        }
    }

    private static int best(float[] values, int first, int count) {
        int best = 0;
        for (int c = 1; c < count; c++) {
            if (values[first + c] > values[first + best]) {
                best = c;
            }
        }
        return best;
    }

    private static void addCentered(
            Findings findings, int number, double score, double x, double y, double width, double height) {
        findings.add(number, score, x - width / 2, y - height / 2, x + width / 2, y + height / 2, Shape.NONE);
    }
}
