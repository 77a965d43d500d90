package io.buyme.pose;

import io.buyme.onnx.Tensor;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Reads what networks of the kind of SimCC (Li et al., ECCV 2022) and RTMPose (Jiang et al. 2023) put out: how likely each
 * of a row of columns and of rows is for a keypoint, 1 x 17 x columns and 1 x 17 x rows. There are two of them to a pixel, so
 * the likeliest needs no refinement. As in their code, the lower of the two heights is the score.
 *
 * @param stride pixels of the input from column to column
 */
record SimccDecoder(double stride) implements PeakDecoder {

    private static final int POSITIONS = 2;

    @Override
    public List<Peak> decode(List<Tensor> outputs) {
        float[] columns = outputs.get(0).toArray();
        float[] rows = outputs.get(1).toArray();
        return IntStream.range(0, CocoPart.COUNT)
                .mapToObj(part -> peak(columns, rows, part).times(stride))
                .toList();
    }

    private static Peak peak(float[] columns, float[] rows, int part) {
        Peak x = line(columns, part);
        Peak y = line(rows, part);
        return new Peak(x.x(), y.x(), Math.min(x.score(), y.score()));
    }

    /** A line is a map of one row. */
    private static Peak line(float[] values, int part) {
        int length = values.length / CocoPart.COUNT;
        return new HeatMap(values, part * length, length, 1).peak(SubPixel.NONE);
    }

    @Override
    public List<Tensor> mean(List<Tensor> plain, List<Tensor> mirrored) {
        return List.of(
                MirrorImage.mean(plain.get(0), mirrored.get(0).reversed(POSITIONS)),
                MirrorImage.mean(plain.get(1), mirrored.get(1)));
    }
}
