package io.buyme.train.pose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.buyme.api.BuyMeException;
import io.buyme.api.Keypoint;
import io.buyme.api.Pose;
import io.buyme.api.PoseClassifier;
import io.buyme.image.coco.CocoAnnotations;
import io.buyme.train.data.PosedPerson;
import io.buyme.train.data.PosedPerson.Sight;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeopleTest {

    private static final int PHOTOS = 40;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    private final List<String> log = new ArrayList<>();
    private final DrawnPeople teacher = new DrawnPeople();

    @BeforeEach
    void draw() throws IOException {
        DrawnPeople.write(folder.resolve("photos"), PHOTOS);
    }

    @Test
    void aTenthOfThePhotosIsKeptBackAndAllAreSeenAsTheTeacherDoes() {
        People people = read(teacher, "photos");

        assertThat(people.training().size() + people.checking().size()).isEqualTo(PHOTOS);
        assertThat(people.checking()).hasSizeBetween(1, PHOTOS / 4);
        assertThat(people.training())
                .extracting(PosedPerson::name)
                .doesNotContainAnyElementsOf(
                        people.checking().stream().map(PosedPerson::name).toList());
        PosedPerson person = people.training().get(0);
        assertThat(person.joints()).allMatch(joint -> joint.sight() == Sight.SEEN);
        assertThat(person.joints().get(0).x()).isCloseTo(person.box().centerX(), within(1e-6));
    }

    @Test
    void theTeacherLooksAtAPhotoOnce() throws IOException {
        People first = read(teacher, "photos");
        assertThat(teacher.looks()).isEqualTo(PHOTOS);
        DrawnPeople.write(folder.resolve("more"), 3);

        People second = read(teacher, "photos", "more");

        assertThat(teacher.looks()).isEqualTo(PHOTOS + 3);
        assertThat(second.training().size() + second.checking().size())
                .isEqualTo(first.training().size() + first.checking().size() + 3);
    }

    @Test
    void whatTheTeacherSawIsACocoFileWithKeypoints() {
        read(teacher, "photos");

        CocoAnnotations coco = CocoAnnotations.read(folder.resolve("teacher.json"));

        assertThat(coco.images()).hasSize(PHOTOS);
        assertThat(coco.annotations()).hasSize(PHOTOS);
        assertThat(coco.categories().get(0).extra()).containsKey("keypoints");
    }

    @Test
    void jointsBeyondThePhotoAreOutsideAndThoseOfLowScoreUnknown() {
        PoseClassifier unsure = changed(point -> switch (point.name()) {
            case "left_ankle" -> new Keypoint(point.name(), point.x(), 140, 0.1);
            case "right_ankle" -> new Keypoint(point.name(), point.x(), point.y(), 0.3);
            default -> point;
        });

        PosedPerson person = read(unsure, "photos").training().get(0);

        assertThat(person.joints().get(15).sight()).isEqualTo(Sight.OUTSIDE);
        assertThat(person.joints().get(16).sight()).isEqualTo(Sight.UNKNOWN);
        assertThat(person.joints().get(0).sight()).isEqualTo(Sight.SEEN);
    }

    @Test
    void whoeverTheTeacherIsHardlySureOfIsLeftOut() {
        PoseClassifier unsure = changed(point -> new Keypoint(point.name(), point.x(), point.y(), 0.2));

        assertThat(read(unsure, "photos").training()).isEmpty();
    }

    @Test
    void aPhotoThatCannotBeReadIsNamedAndLeftOut() throws IOException {
        Files.writeString(folder.resolve("photos/broken.png"), "no picture");
        Files.writeString(folder.resolve("photos/readme.txt"), "no picture either");

        People people = read(teacher, "photos");

        assertThat(people.training().size() + people.checking().size()).isEqualTo(PHOTOS);
        assertThat(log).anyMatch(line -> line.contains("photos/broken.png"));
    }

    @Test
    void twoFoldersOfOneNameAndFoldersThatAreNoneAreRefused() {
        assertThatThrownBy(() -> read(teacher, "photos", "photos"))
                .isInstanceOf(BuyMeException.class)
                .hasMessageContaining("'photos'");
        assertThatThrownBy(() -> read(teacher, "nothing"))
                .isInstanceOf(BuyMeException.class)
                .hasMessageContaining("nothing");
    }

    @Test
    void anAnnotationWithoutTheNumbersOfAllJointsIsRefused() throws IOException {
        read(teacher, "photos");
        Path file = folder.resolve("teacher.json");
        Files.writeString(file, Files.readString(file).replace("keypoint_scores", "keypoint_guesses"));

        assertThatThrownBy(() -> read(teacher, "photos"))
                .isInstanceOf(BuyMeException.class)
                .hasMessageContaining("keypoint_scores");
    }

    @Test
    void answersOfAnotherTeacherAreNotTaken() {
        read(teacher, "photos");
        assertThatThrownBy(() -> People.read(
                        List.of(folder.resolve("photos")),
                        new PoseTeacher("another", teacher),
                        folder.resolve("teacher.json"),
                        log::add))
                .isInstanceOf(BuyMeException.class)
                .hasMessageContaining("another teacher");
    }

    private People read(PoseClassifier classifier, String... names) {
        List<Path> folders = Stream.of(names).map(folder::resolve).toList();
        return People.read(folders, new PoseTeacher("drawn", classifier), folder.resolve("teacher.json"), log::add);
    }

    private PoseClassifier changed(java.util.function.UnaryOperator<Keypoint> change) {
        return new PoseClassifier() {
            @Override
            public List<Pose> classifyAll(List<BufferedImage> images) {
                return teacher.classifyAll(images).stream().map(this::changed).toList();
            }

            private Pose changed(Pose pose) {
                return new Pose(
                        pose.verdict(),
                        pose.score(),
                        pose.reasons(),
                        pose.keypoints().stream().map(change).toList(),
                        pose.personBox(),
                        pose.personMask(),
                        pose.otherPersons());
            }

            @Override
            public void close() {}
        };
    }
}
