package io.buyme.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.buyme.api.DetectedBox.Fate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DetectionTest {

    private static final Article SHOE =
            new Article("shoe", SuperCategory.FOOTWEAR, 0.5, new Box(1, 2, 3, 4), Optional.empty());

    @Test
    void whatWasMergedOrDroppedIsNoArticleOfItsOwn() {
        DetectedBox kept = DetectedBox.kept(SHOE, "score 0.50 is at least 0.30");
        DetectedBox merged = DetectedBox.merged(SHOE, "the other shoe of the pair");
        DetectedBox dropped = DetectedBox.dropped(SHOE, "outside the person");

        Detection detection = new Detection(List.of(SHOE), List.of(kept, merged, dropped), List.of());

        assertThat(detection.discarded()).containsExactly(merged, dropped);
        assertThat(detection.boxes()).extracting(DetectedBox::fate).containsExactly(Fate.values());
    }

    @Test
    void aFateHasAReason() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DetectedBox.dropped(SHOE, " "))
                .withMessageContaining("no reason");
    }
}
