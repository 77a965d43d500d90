package io.buyme.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.buyme.api.Box;
import io.buyme.api.Keypoint;
import io.buyme.api.Pose;
import io.buyme.api.Pose.Verdict;
import io.buyme.api.PoseClassifier;
import io.buyme.api.spi.Options;
import io.buyme.api.spi.PoseClassifierProvider;
import io.buyme.testkit.lookbook.LookBook;
import io.buyme.testkit.lookbook.View;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What every pose classifier must do. Extend it and implement {@link #provider()}; override {@link #person()} if the
 * classifier does not take a drawn person for one.
 */
public abstract class PoseClassifierTck extends StageTck<PoseClassifier, PoseClassifierProvider> {

    private static final int CALLERS = 4;

    /** Landmarks of hidden parts may be guessed outside the photo, but not farther than this many times its size. */
    private static final double FARTHEST_GUESS = 3;

    /** Returns a picture in which the classifier finds a person; by default one of the look book. */
    protected BufferedImage person() {
        return LookBook.withSeed(5).look(0, View.FRONT).photo();
    }

    @Override
    protected final Class<PoseClassifierProvider> providerType() {
        return PoseClassifierProvider.class;
    }

    @Override
    protected PoseClassifier create() {
        return provider().create(Options.none());
    }

    @Override
    protected final void use(PoseClassifier stage) {
        stage.classify(blank(64, 64));
    }

    @Test
    void answersAnEmptyBatchWithAnEmptyList() {
        assertThat(stage().classifyAll(List.of())).isEmpty();
    }

    @Test
    @SuppressWarnings("NullAway") // what the compiler forbids is what is tested
    void refusesNull() {
        assertThatNullPointerException().isThrownBy(() -> stage().classifyAll(Arrays.asList(blank(8, 8), null)));
        assertThatNullPointerException().isThrownBy(() -> stage().classifyAll(null));
    }

    @Test
    void refusesAnUnknownOption() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> provider().create(Options.of(Map.of("no-such-option", "1"))))
                .withMessageContaining("no-such-option");
    }

    @Test
    void seesNobodyInABlankPicture() {
        Pose pose = stage().classify(blank(320, 480));
        assertThat(pose.verdict()).isEqualTo(Verdict.NO_PERSON);
        assertThat(pose.reasons()).isNotEmpty();
        assertThat(pose.personBox()).isEmpty();
        assertThat(pose.personMask()).isEmpty();
    }

    @ParameterizedTest(name = "{0} x {1}")
    @CsvSource({"1,1", "1,600", "600,1", "3,2", "1,4000", "4000,1"})
    void bearsPicturesOfAnyShape(int width, int height) {
        assertThat(stage().classify(blank(width, height)).verdict()).isEqualTo(Verdict.NO_PERSON);
    }

    @Test
    void answersInTheOrderOfTheBatch() {
        BufferedImage person = person();
        List<Pose> poses = stage().classifyAll(List.of(blank(50, 80), person, blank(80, 50), person));
        assertThat(poses.get(0).verdict()).isEqualTo(Verdict.NO_PERSON);
        assertThat(poses.get(1)).isEqualTo(stage().classify(person));
        assertThat(poses.get(1).personBox()).isPresent();
        assertThat(poses.get(2).verdict()).isEqualTo(Verdict.NO_PERSON);
        assertThat(poses.get(3)).isEqualTo(poses.get(1));
    }

    @Test
    void givesKeypointsBoxAndScoresInRange() {
        BufferedImage photo = person();
        Pose pose = stage().classify(photo);
        assertThat(pose.score()).isBetween(0.0, 1.0);
        assertThat(pose.keypoints()).isNotEmpty().allSatisfy(k -> assertSensible(k, photo));
        assertThat(pose.keypoints()).extracting(Keypoint::name).doesNotHaveDuplicates();
        assertThat(pose.personBox()).hasValueSatisfying(box -> assertInside(box, photo));
        assertThat(pose.otherPersons()).allSatisfy(box -> assertInside(box, photo));
        pose.personMask()
                .flatMap(mask -> mask.bounds())
                .ifPresent(bounds -> assertThat(pose.personBox().orElseThrow().union(bounds))
                        .as("the box covers the mask")
                        .isEqualTo(pose.personBox().orElseThrow()));
    }

    @Test
    void answersTheSameForEveryKindOfPicture() {
        BufferedImage person = person();
        BufferedImage argb = copy(person, BufferedImage.TYPE_4BYTE_ABGR);
        assertThat(stage().classify(argb)).isEqualTo(stage().classify(copy(person, BufferedImage.TYPE_INT_RGB)));
    }

    @Test
    void servesSeveralCallersAtOnce() throws Exception {
        BufferedImage person = person();
        Pose expected = stage().classify(person);
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try {
            List<Future<Pose>> answers =
                    callers.invokeAll(Collections.nCopies(2 * CALLERS, () -> stage().classify(person)));
            for (Future<Pose> answer : answers) {
                assertThat(answer.get()).isEqualTo(expected);
            }
        } finally {
            callers.shutdownNow();
        }
    }

    @Test
    void leavesThePictureAsItIs() {
        BufferedImage person = person();
        int[] before = pixels(person);
        stage().classify(person);
        assertThat(pixels(person)).isEqualTo(before);
    }

    /** Returns a grey picture with nothing on it. */
    protected static BufferedImage blank(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.LIGHT_GRAY);
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        return image;
    }

    private static void assertSensible(Keypoint keypoint, BufferedImage photo) {
        double farthest = FARTHEST_GUESS * Math.max(photo.getWidth(), photo.getHeight());
        assertThat(keypoint.x()).as(keypoint.name()).isBetween(-farthest, farthest);
        assertThat(keypoint.y()).as(keypoint.name()).isBetween(-farthest, farthest);
        assertThat(keypoint.score()).as(keypoint.name()).isBetween(0.0, 1.0);
    }

    private static void assertInside(Box box, BufferedImage photo) {
        assertThat(box.clip(photo.getWidth(), photo.getHeight()).union(box))
                .isEqualTo(box.clip(photo.getWidth(), photo.getHeight()));
    }

    private static BufferedImage copy(BufferedImage image, int type) {
        BufferedImage copy = new BufferedImage(image.getWidth(), image.getHeight(), type);
        Graphics2D graphics = copy.createGraphics();
        graphics.drawImage(image, 0, 0, null);
        graphics.dispose();
        return copy;
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }
}
