package io.buyme.embed;

import static org.assertj.core.api.Assertions.assertThat;

import io.buyme.api.LabColor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaletteTest {

    @ParameterizedTest
    @CsvSource({
        "000000, black",
        "ffffff, white",
        "808080, gray",
        "ff0000, red",
        "00a000, green",
        "0000ff, blue",
        "000080, dark blue",
        "add8e6, light blue",
        "f5f5dc, off-white",
        "d2b48c, beige",
        "8b0000, dark red",
        "ffa500, orange",
        "ffff00, yellow",
        "ffc0cb, pink",
        "800080, purple",
        "008080, teal",
        "8b4513, brown",
        "40e0d0, turquoise",
        "556b2f, olive"
    })
    void namesColorsAsPeopleDo(String rgb, String name) {
        assertThat(Palette.nameOf(LabColor.ofRgb(Integer.parseInt(rgb, 16)))).isEqualTo(name);
    }
}
