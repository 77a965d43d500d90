package io.buyme.image.coco;

import static org.assertj.core.api.Assertions.assertThat;

import io.buyme.api.Mask;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolygonsTest {

    @Test
    void aTriangleHasThePixelsWhoseCentresAreInside() {
        Mask mask = new Polygons(10, 10, List.of(List.of(0.0, 0.0, 10.0, 0.0, 0.0, 10.0))).mask();
        assertThat(mask).isEqualTo(Mask.of(10, 10, (x, y) -> x + y < 9));
    }

    @Test
    void aNotchStaysOut() {
        List<Double> notched = List.of(0.0, 0.0, 9.0, 0.0, 9.0, 9.0, 6.0, 9.0, 6.0, 3.0, 3.0, 3.0, 3.0, 9.0, 0.0, 9.0);
        Mask mask = new Polygons(9, 9, List.of(notched)).mask();
        assertThat(mask).isEqualTo(Mask.of(9, 9, (x, y) -> y < 3 || x < 3 || x >= 6));
    }

    @Test
    void whatIsOutsideThePictureIsCutOff() {
        Mask mask = new Polygons(4, 4, List.of(List.of(-5.0, 2.0, 50.0, 2.0, 50.0, 50.0, -5.0, 50.0))).mask();
        assertThat(mask).isEqualTo(Mask.of(4, 4, (x, y) -> y >= 2));
    }
}
