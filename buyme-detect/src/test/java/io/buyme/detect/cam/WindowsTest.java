package io.buyme.detect.cam;

import static org.assertj.core.api.Assertions.assertThat;

import io.buyme.api.Box;
import java.util.List;
import org.junit.jupiter.api.Test;

class WindowsTest {

    @Test
    void aTallRegionIsSeenWholeThenInHalvesThenInThirds() {
        List<Windows.Scale> scales = Windows.over(new Box(10, 0, 240, 600));
        assertThat(scales.get(0).windows()).containsExactly(new Box(-170, 0, 600, 600));
        assertThat(scales.get(1).windows())
                .containsExactly(new Box(-20, 0, 300, 300), new Box(-20, 150, 300, 300), new Box(-20, 300, 300, 300));
        assertThat(scales.get(2).windows()).hasSize(10).startsWith(new Box(10, 0, 200, 200), new Box(50, 0, 200, 200));
    }

    @Test
    void everyPlaceOfTheRegionIsInAWindowOfEverySize() {
        Box region = new Box(3, 5, 333, 500);
        for (Windows.Scale scale : Windows.over(region)) {
            for (double x = region.x(); x < region.right(); x += 9) {
                for (double y = region.y(); y < region.bottom(); y += 9) {
                    double px = x;
                    double py = y;
                    assertThat(scale.windows()).anyMatch(window -> window.contains(px, py));
                }
            }
        }
    }

    @Test
    void neighborsOverlapByAtLeastHalf() {
        for (Windows.Scale scale : Windows.over(new Box(0, 0, 100, 290))) {
            List<Box> windows = scale.windows();
            for (int i = 1; i < windows.size(); i++) {
                Box before = windows.get(i - 1);
                Box window = windows.get(i);
                if (window.y() == before.y()) {
                    assertThat(window.x() - before.x()).isLessThanOrEqualTo(window.width() / 2 + 1e-9);
                }
            }
        }
    }
}
