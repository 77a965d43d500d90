package io.buyme.pose;

import static org.assertj.core.api.Assertions.assertThat;

import io.buyme.api.Box;
import java.util.List;
import org.junit.jupiter.api.Test;

class PersonDetectorTest {

    @Test
    void keepsTheMostCertainOfSeveralDetectionsOfOnePerson() {
        PersonDetection doubtful = detection(0.6, 10);
        PersonDetection certain = detection(0.9, 12);
        PersonDetection neighbor = detection(0.7, 100);
        assertThat(PersonDetector.suppress(List.of(doubtful, neighbor, certain)))
                .containsExactly(certain, neighbor);
    }

    @Test
    void looksAtAWidePhotoInOverlappingSquares() {
        assertThat(PersonDetector.squares(600, 800)).isEmpty();
        assertThat(PersonDetector.squares(4000, 1)).isEmpty();
        assertThat(PersonDetector.squares(1600, 800))
                .containsExactly(
                        new Region(400, 400, 800, 0), new Region(800, 400, 800, 0), new Region(1200, 400, 800, 0));
        assertThat(PersonDetector.squares(100_000, 1_000)).hasSize(8);
    }

    @Test
    void estimatesTheBodyFromTheCircle() {
        Box body = detection(0.9, 40).estimatedBody();
        assertThat(body.centerX()).isEqualTo(50);
        assertThat(body.y()).isEqualTo(0);
        assertThat(body.bottom()).isEqualTo(200);
        assertThat(body.width()).isEqualTo(80);
    }

    private static PersonDetection detection(double score, double left) {
        return new PersonDetection(score, new Box(left, 0, 20, 20), left + 10, 100, left + 10, 0);
    }
}
