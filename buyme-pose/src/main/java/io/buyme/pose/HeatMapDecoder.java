package io.buyme.pose;

import io.buyme.onnx.Tensor;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Reads heat maps, 1 x 17 x rows x columns, as HRNet puts them out (Sun, Xiao, Liu and Wang: Deep High-Resolution
 * Representation Learning for Human Pose Estimation, CVPR 2019). As in its code, cell (0, 0) stands for pixel (0, 0) of the
 * input, and the next ones for every fourth.
 *
 * @param stride pixels of the input from cell to cell
 * @param refinement how positions within a cell are found
 */
record HeatMapDecoder(double stride, SubPixel refinement) implements PeakDecoder {

    private static final int COLUMNS = 3;

    @Override
    public List<Peak> decode(List<Tensor> outputs) {
        Tensor maps = outputs.get(0);
        int height = maps.size(2);
        int width = maps.size(COLUMNS);
        float[] values = maps.toArray();
        return IntStream.range(0, CocoPart.COUNT)
                .mapToObj(part -> new HeatMap(values, part * width * height, width, height))
                .map(map -> map.peak(refinement).times(stride))
                .toList();
    }

    @Override
    public List<Tensor> mean(List<Tensor> plain, List<Tensor> mirrored) {
        return List.of(MirrorImage.mean(plain.get(0), mirrored.get(0).reversed(COLUMNS)));
    }
}
