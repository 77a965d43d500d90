package io.buyme.pose;

import static org.assertj.core.api.Assertions.assertThat;

import io.buyme.onnx.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

class MirrorImageTest {

    @Test
    void leftAndRightChangePlacesInAMirror() {
        assertThat(CocoPart.LEFT_KNEE.mirrored()).isEqualTo(CocoPart.RIGHT_KNEE);
        assertThat(CocoPart.RIGHT_EYE.mirrored()).isEqualTo(CocoPart.LEFT_EYE);
        assertThat(CocoPart.NOSE.mirrored()).isEqualTo(CocoPart.NOSE);
        assertThat(CocoPart.values())
                .allSatisfy(part -> assertThat(part.mirrored().mirrored()).isEqualTo(part));
    }

    @Test
    void aPeakOfTheMirrorImageCountsForTheOtherSideAtTheMirroredPlace() {
        Tensor nothing = Tensor.of(new float[CocoPart.COUNT * 12], 1, CocoPart.COUNT, 3, 4);
        Tensor mirrored = peak(CocoPart.LEFT_WRIST, 1, 2);
        HeatMapDecoder decoder = new HeatMapDecoder(4, SubPixel.NONE);
        List<Peak> peaks = decoder.decode(decoder.mean(List.of(nothing), List.of(mirrored)));
        assertThat(peaks.get(CocoPart.RIGHT_WRIST.index())).isEqualTo(new Peak(4 * 2, 4 * 2, 0.5));
        assertThat(peaks.get(CocoPart.LEFT_WRIST.index()).score()).isZero();
    }

    @Test
    void linesOfSimccAreReversedAcrossOnly() {
        Tensor none = Tensor.of(new float[CocoPart.COUNT * 6], 1, CocoPart.COUNT, 6);
        float[] line = new float[CocoPart.COUNT * 6];
        line[CocoPart.LEFT_HIP.index() * 6 + 1] = 1;
        Tensor second = Tensor.of(line, 1, CocoPart.COUNT, 6);
        SimccDecoder decoder = new SimccDecoder(0.5);
        List<Peak> peaks = decoder.decode(decoder.mean(List.of(none, none), List.of(second, second)));
        assertThat(peaks.get(CocoPart.RIGHT_HIP.index())).isEqualTo(new Peak(0.5 * 4, 0.5 * 1, 0.5));
    }

    private static Tensor peak(CocoPart part, int column, int row) {
        float[] values = new float[CocoPart.COUNT * 12];
        values[part.index() * 12 + row * 4 + column] = 1;
        return Tensor.of(values, 1, CocoPart.COUNT, 3, 4);
    }
}
