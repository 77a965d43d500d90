package io.buyme.pose;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class RegionTest {

    private static final Offset<Double> EXACT = Offset.offset(1e-9);

    @Test
    void coversAWholePhotoWithASquare() {
        Region region = Region.whole(100, 300);
        assertThat(region.photoX(0, 0)).isCloseTo(-100, EXACT);
        assertThat(region.photoY(0, 0)).isCloseTo(0, EXACT);
        assertThat(region.photoX(1, 1)).isCloseTo(200, EXACT);
        assertThat(region.photoY(1, 1)).isCloseTo(300, EXACT);
    }

    @Test
    void standsUprightForAnUprightBody() {
        Region region = Region.ofBody(50, 200, 50, 100);
        assertThat(region.angle()).isCloseTo(0, EXACT);
        assertThat(region.size()).isCloseTo(250, EXACT);
        assertThat(region.photoY(0.5, 0.1)).isCloseTo(100, EXACT);
    }

    @Test
    void turnsWithALeaningBody() {
        Region region = Region.ofBody(50, 50, 90, 50);
        assertThat(region.angle()).isCloseTo(Math.PI / 2, EXACT);
        assertThat(region.photoX(0.5, 0)).as("the head is on the right").isCloseTo(100, EXACT);
        assertThat(region.photoY(0.5, 0)).isCloseTo(50, EXACT);
        assertThat(region.reach()).isCloseTo(50, EXACT);
        assertThat(new Region(0, 0, 2, Math.PI / 4).reach()).isCloseTo(Math.sqrt(2), EXACT);
    }
}
