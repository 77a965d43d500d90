package io.buyme.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.buyme.api.Box;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PersonRegionTest {

    @Test
    void widensATallPersonAroundTheCentre() {
        Box region = PersonRegion.of(new Box(200, 100, 100, 400), 600, 800, 0.5, 0);
        assertThat(region).isEqualTo(new Box(150, 100, 200, 400));
    }

    @Test
    void heightensAWidePersonAroundTheCentre() {
        Box region = PersonRegion.of(new Box(200, 300, 200, 100), 600, 800, 0.5, 0);
        assertThat(region).isEqualTo(new Box(200, 150, 200, 400));
    }

    @Test
    void addsTheMarginOnEachSide() {
        Box region = PersonRegion.of(new Box(200, 200, 100, 200), 600, 800, 0.5, 0.1);
        assertThat(region).isEqualTo(new Box(190, 180, 120, 240));
    }

    @Test
    void takesNoMarginBeyondThePhoto() {
        Box region = PersonRegion.of(new Box(100, 0, 100, 400), 400, 400, 0.5, 0.1);
        assertThat(region).isEqualTo(new Box(50, 0, 200, 400));
    }

    @Test
    void movesBackIntoThePhoto() {
        assertThat(PersonRegion.of(new Box(0, 0, 100, 400), 600, 800, 0.5, 0)).isEqualTo(new Box(0, 0, 200, 400));
        assertThat(PersonRegion.of(new Box(500, 400, 100, 400), 600, 800, 0.5, 0))
                .isEqualTo(new Box(400, 400, 200, 400));
    }

    @Test
    void reachesBeyondAPhotoThatIsTooNarrowOnBothSidesAlike() {
        assertThat(PersonRegion.of(new Box(0, 0, 100, 400), 100, 400, 0.5, 0)).isEqualTo(new Box(-50, 0, 200, 400));
    }

    @Test
    void showsTheWholePhotoWithoutAPersonInIt() {
        assertThat(PersonRegion.whole(400, 400, 0.5)).isEqualTo(new Box(0, -200, 400, 800));
        assertThat(PersonRegion.of(new Box(500, 0, 100, 100), 400, 400, 0.5, 0.1))
                .isEqualTo(PersonRegion.whole(400, 400, 0.5));
    }

    @Test
    void alwaysHoldsThePersonHasTheAspectAndStaysInsideWhereItCan() {
        Random random = new Random(3);
        for (int i = 0; i < 2000; i++) {
            int width = 1 + random.nextInt(900);
            int height = 1 + random.nextInt(900);
            double x = random.nextDouble() * width;
            double y = random.nextDouble() * height;
            Box person = Box.ofEdges(
                    x, y, x + (width - x) * (0.01 + 0.99 * random.nextDouble()), y + (height - y) * 0.9 + 0.05);
            double aspect = 0.3 + random.nextDouble();
            Box region = PersonRegion.of(person, width, height, aspect, 0.05);
            Box visible = person.intersectionArea(new Box(0, 0, width, height)) == person.area()
                    ? person
                    : Box.ofEdges(x, y, Math.min(width, person.right()), Math.min(height, person.bottom()));
            assertThat(region.width() / region.height()).isCloseTo(aspect, within(1e-9));
            assertThat(region.intersectionArea(visible)).isCloseTo(visible.area(), within(1e-6 * visible.area()));
            assertThat(region.width() > width || (region.x() >= 0 && region.right() <= width + 1e-9))
                    .isTrue();
            assertThat(region.height() > height || (region.y() >= 0 && region.bottom() <= height + 1e-9))
                    .isTrue();
        }
    }

    @Test
    void refusesWhatIsNoPhotoAspectOrMargin() {
        Box person = new Box(0, 0, 1, 1);
        assertThatIllegalArgumentException().isThrownBy(() -> PersonRegion.of(person, 0, 5, 0.5, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> PersonRegion.of(person, 5, 5, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> PersonRegion.of(person, 5, 5, Double.NaN, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> PersonRegion.of(person, 5, 5, 0.5, -1));
    }
}
