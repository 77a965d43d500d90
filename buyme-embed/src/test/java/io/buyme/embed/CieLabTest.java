package io.buyme.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.buyme.api.LabColor;
import org.junit.jupiter.api.Test;

class CieLabTest {

    @Test
    void theTablesAgreeWithTheFormula() {
        float[] l = new float[1];
        float[] a = new float[1];
        float[] b = new float[1];
        for (int rgb = 0; rgb <= 0xFFFFFF; rgb += 4099) {
            CieLab.convert(rgb, l, a, b, 0);
            LabColor exact = LabColor.ofRgb(rgb);
            assertThat((double) l[0]).isCloseTo(exact.l(), within(0.1));
            assertThat((double) a[0]).isCloseTo(exact.a(), within(0.3));
            assertThat((double) b[0]).isCloseTo(exact.b(), within(0.3));
        }
    }
}
