package io.buyme.cli.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.buyme.api.Keypoint;
import io.buyme.api.Mask;
import io.buyme.api.Pose;
import io.buyme.api.Pose.Verdict;
import io.buyme.cli.gate.FramedShot.Kind;
import io.buyme.image.ImageEncoder;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class ShotMakerTest {

    private static final int WIDTH = 300;
    private static final int HEIGHT = 500;

    /** The figure is red down to the shoulders, green to the ankles and blue at the feet. */
    private static final BufferedImage PHOTO = photo();

    @RepeatedTest(5)
    void cutsOffWhatItSays(RepetitionInfo repetition) {
        List<FramedShot> shots =
                maker(20, 460, repetition.getCurrentRepetition()).orElseThrow().shots();
        assertThat(shots).extracting(FramedShot::kind).contains(Kind.TIGHT, Kind.STUDIO, Kind.FAR, Kind.BOTH_CUT);
        for (FramedShot shot : shots) {
            assertThat(shows(shot.picture(), Color.BLUE))
                    .as("feet of " + shot.kind())
                    .isEqualTo(!shot.feetCut());
            if (!shot.headCut()) {
                assertThat(shows(shot.picture(), Color.RED))
                        .as("head of " + shot.kind())
                        .isTrue();
            }
        }
    }

    @Test
    void isTheSameForTheSameSeed() {
        List<FramedShot> one = maker(20, 460, 7).orElseThrow().shots();
        List<FramedShot> two = maker(20, 460, 7).orElseThrow().shots();
        for (int i = 0; i < one.size(); i++) {
            assertThat(ImageEncoder.png(one.get(i).picture()))
                    .isEqualTo(ImageEncoder.png(two.get(i).picture()));
        }
    }

    @Test
    void passesOverPeopleAtTheEdge() {
        assertThat(maker(2, 460, 1)).isEmpty();
        assertThat(maker(20, 499, 1)).isEmpty();
    }

    private static Optional<ShotMaker> maker(int top, int bottom, long seed) {
        Mask mask = Mask.of(100, top, 100, bottom - top, (x, y) -> true);
        Pose pose = new Pose(
                Verdict.FULL_FRONT,
                1,
                List.of(),
                List.of(
                        point("nose", 50),
                        point("left_shoulder", 100),
                        point("right_shoulder", 100),
                        point("left_hip", 240),
                        point("right_hip", 240),
                        point("left_ankle", 432),
                        point("right_ankle", 432)),
                mask.bounds(),
                Optional.of(mask),
                List.of());
        return ShotMaker.of(PHOTO, pose, new Random(seed));
    }

    private static Keypoint point(String name, double y) {
        return new Keypoint(name, 150, y, 0.9);
    }

    private static boolean shows(BufferedImage picture, Color color) {
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                if (near(new Color(picture.getRGB(x, y)), color)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean near(Color one, Color other) {
        return Math.abs(one.getRed() - other.getRed()) < 60
                && Math.abs(one.getGreen() - other.getGreen()) < 60
                && Math.abs(one.getBlue() - other.getBlue()) < 60;
    }

    private static BufferedImage photo() {
        BufferedImage photo = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = photo.createGraphics();
        graphics.setColor(Color.LIGHT_GRAY);
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        graphics.setColor(Color.RED);
        graphics.fillRect(100, 20, 100, 80);
        graphics.setColor(Color.GREEN);
        graphics.fillRect(100, 100, 100, 334);
        graphics.setColor(Color.BLUE);
        graphics.fillRect(100, 434, 100, 26);
        graphics.dispose();
        return photo;
    }
}
