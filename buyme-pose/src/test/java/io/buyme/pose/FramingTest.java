package io.buyme.pose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.buyme.api.Mask;
import io.buyme.api.Pose;
import io.buyme.api.Pose.Verdict;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Judges a body of known shape that is turned on its own axis, as hardly any labelled photo shows one. */
class FramingTest {

    private static final int WIDTH = 400;
    private static final int HEIGHT = 800;

    /** Pixels for a metre. */
    private static final double SCALE = 400;

    private static final Framing FRAMING = new Framing(FramingNetwork.builtIn());

    @ParameterizedTest(name = "turned by {0} degrees: {1}")
    @CsvSource({
        "0, FULL_FRONT",
        "30, FULL_FRONT",
        "-45, FULL_FRONT",
        "70, SIDE",
        "-90, SIDE",
        "110, SIDE",
        "140, BACK",
        "180, BACK"
    })
    void judgesABodyByItsTurn(double degrees, Verdict verdict) {
        Scene scene = scene(degrees, 0);
        assertThat(Figure.of(scene).map(Measure.TURN::of).orElseThrow()).isCloseTo(Math.abs(degrees), within(0.5));
        assertThat(FRAMING.judge(scene).verdict()).isEqualTo(verdict);
    }

    @Test
    void aFullFrontShotHasNothingAgainstIt() {
        Pose pose = FRAMING.judge(scene(10, 0));
        assertThat(pose.reasons()).isEmpty();
        assertThat(pose.score()).isGreaterThan(0.5);
    }

    @Test
    void anotherOfTheSameSizeIsSaidInWords() {
        Pose pose = FRAMING.judge(scene(10, 0.98));
        assertThat(pose.verdict()).isEqualTo(Verdict.SEVERAL);
        assertThat(pose.reasons()).containsExactly("several people of the same size");
        assertThat(pose.keypoints()).isNotEmpty();
    }

    @Test
    void withoutABodyThereIsNobody() {
        Scene empty = new Scene(
                new Body(WIDTH, HEIGHT, 0.9, landmarks(0), Optional.empty(), Region.whole(WIDTH, HEIGHT)),
                0,
                List.of(),
                0);
        assertThat(FRAMING.judge(empty).verdict()).isEqualTo(Verdict.NO_PERSON);
    }

    private static Scene scene(double degrees, double rival) {
        Mask mask = Mask.of(100, 70, 200, 680, (x, y) -> Math.abs(x - 200) < (y < 150 ? 35 : 70));
        Body body = new Body(WIDTH, HEIGHT, 1, landmarks(degrees), Optional.of(mask), Region.whole(WIDTH, HEIGHT));
        return new Scene(body, 0.95, List.of(), rival);
    }

    /** A standing person, 1.7 m from crown to sole, each part at its place in metres: right, down, away. */
    private static Map<BodyPart, Landmark> landmarks(double degrees) {
        Map<BodyPart, Landmark> landmarks = new EnumMap<>(BodyPart.class);
        for (BodyPart part : BodyPart.values()) {
            landmarks.put(part, turned(part, Math.toRadians(degrees)));
        }
        return landmarks;
    }

    private static Landmark turned(BodyPart part, double angle) {
        double side = part.name().contains("LEFT") ? 1 : part.name().contains("RIGHT") ? -1 : 0;
        double width = halfWidth(part) * side;
        double across = width * Math.cos(angle);
        double depth = width * Math.sin(angle);
        double x = WIDTH / 2.0 + across * SCALE;
        return new Landmark(x, 70 + down(part) * SCALE, 0.98, 0.99, across, depth);
    }

    private static double halfWidth(BodyPart part) {
        return part.name().contains("SHOULDER") ? 0.18 : part.name().contains("HIP") ? 0.11 : 0.09;
    }

    private static double down(BodyPart part) {
        String name = part.name();
        if (name.contains("SHOULDER")) {
            return 0.32;
        }
        if (name.contains("ELBOW")) {
            return 0.58;
        }
        if (name.contains("WRIST") || name.contains("PINKY") || (name.contains("INDEX") && !name.contains("FOOT"))) {
            return 0.82;
        }
        if (name.contains("THUMB") || name.contains("HIP")) {
            return 0.8;
        }
        if (name.contains("KNEE")) {
            return 1.18;
        }
        if (name.contains("ANKLE")) {
            return 1.53;
        }
        return name.contains("HEEL") || name.contains("FOOT") ? 1.62 : 0.17;
    }
}
