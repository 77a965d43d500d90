package io.buyme.train;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.buyme.api.BuyMeException;
import io.buyme.onnx.OnnxModel;
import io.buyme.onnx.Tensor;
import io.buyme.train.augment.ColorJitter;
import io.buyme.train.augment.Geometry;
import io.buyme.train.augment.PersonAugmentation;
import io.buyme.train.loop.CurvePoint;
import io.buyme.train.loop.RunSettings;
import io.buyme.train.loop.Schedule;
import io.buyme.train.loop.Trainer;
import io.buyme.train.loop.TrainingResult;
import io.buyme.train.net.Engine;
import io.buyme.train.net.HrNet;
import io.buyme.train.pose.DrawnPeople;
import io.buyme.train.pose.People;
import io.buyme.train.pose.PoseCourse;
import io.buyme.train.pose.PoseTeacher;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PoseTrainingTest {

    private static final int WIDTH = 96;
    private static final int HEIGHT = 128;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    private final DrawnPeople teacher = new DrawnPeople();

    @BeforeEach
    void draw() throws IOException {
        DrawnPeople.write(folder.resolve("photos"), 40);
    }

    @Test
    void aSmallNetworkLearnsWhereTheTeacherSeesJoints() {
        List<String> log = new ArrayList<>();

        TrainingResult result = PoseTraining.run(request(recipe(10), "out"), log::add);

        assertThat(result.measure().orElseThrow())
                .as("an untrained one has less than 0.1")
                .isGreaterThan(0.3);
        Path out = folder.resolve("out");
        assertThat(out).isDirectoryContaining("glob:**/{pose.onnx,metrics.json,recipe.json,teacher.json}");
        assertThat(log).anyMatch(line -> line.startsWith("PCK@0.05"));
        try (OnnxModel model = OnnxModel.open(out.resolve("pose.onnx"), 1)) {
            assertThat(model.metadata().getOrDefault("buyme.keypoints", "").lines())
                    .hasSize(17)
                    .startsWith("nose", "left_eye")
                    .endsWith("right_ankle");
            Tensor picture = Tensor.of(new float[3 * WIDTH * HEIGHT], 1, 3, HEIGHT, WIDTH);
            assertThat(requireNonNull(model.run(Map.of("image", picture)).get("heat_maps"))
                            .shape())
                    .containsExactly(1L, 17L, HEIGHT / 4L, WIDTH / 4L);
        }
    }

    @Test
    void aRunThatWasStoppedAndResumedGoesAsOneThatWasNot() {
        Engine.start(1);
        List<CurvePoint> whole = train("whole", () -> false).curve();
        AtomicInteger steps = new AtomicInteger();

        TrainingResult first = train("parts", () -> steps.incrementAndGet() == 3);
        List<CurvePoint> resumed = train("parts", () -> false).curve();

        assertThat(first.stopped()).isTrue();
        CurvePoint expected = whole.get(whole.size() - 2);
        CurvePoint found = resumed.get(resumed.size() - 2);
        assertThat(found.step()).isEqualTo(expected.step());
        assertThat(requireNonNull(found.losses().get("heat")))
                .isCloseTo(requireNonNull(expected.losses().get("heat")), within(1e-3));
    }

    @Test
    void photosInWhichTheTeacherSeesNobodyAreNoDataToTrainOn() throws IOException {
        Path empty = Files.createDirectories(folder.resolve("empty"));
        ImageIO.write(
                new BufferedImage(20, 30, BufferedImage.TYPE_INT_RGB),
                "png",
                empty.resolve("1.png").toFile());
        PoseRequest request =
                new PoseRequest(recipe(1), List.of(empty), new PoseTeacher("drawn", teacher), options("out"));

        assertThatThrownBy(() -> PoseTraining.run(request, line -> {}))
                .isInstanceOf(BuyMeException.class)
                .hasMessageContaining("too few people");
    }

    @Test
    void theStandardRecipeIsOfTheSizeThatPoseNetworksUsuallyTake() {
        PoseRecipe recipe = PoseRecipe.standard(10, 3);

        assertThat(recipe.schedule().largestSize()).isEqualTo(192);
        assertThat(recipe.layers()).isEqualTo(HrNet.small());
    }

    private TrainingResult train(String name, BooleanSupplier stop) {
        PoseRecipe recipe = recipe(2);
        People people = People.read(
                List.of(folder.resolve("photos")),
                new PoseTeacher("drawn", teacher),
                folder.resolve("teacher.json"),
                line -> {});
        PoseCourse course = new PoseCourse(recipe.settings(), people, line -> {});
        RunSettings settings = new RunSettings(
                recipe.schedule(), 1, Optional.empty(), Duration.ofMinutes(9), folder.resolve(name), "a run");
        return new Trainer(settings, course, line -> {}, stop).run(() -> course.create(WIDTH));
    }

    private PoseRequest request(PoseRecipe recipe, String out) {
        return new PoseRequest(
                recipe, List.of(folder.resolve("photos")), new PoseTeacher("drawn", teacher), options(out));
    }

    private RunOptions options(String out) {
        return new RunOptions(Optional.empty(), folder.resolve(out), 1, Optional.empty(), false, false);
    }

    private static PoseRecipe recipe(int epochs) {
        Schedule schedule = new Schedule(
                epochs, List.of(new Schedule.Stage(1, WIDTH, "")), 1e-2, 0.05, 0.05, 1, 1, 0, 0, 5, 0.8, epochs);
        PersonAugmentation augmentation =
                new PersonAugmentation(new Geometry(0, 10, 0.05, 0.9, 1.2, 1), ColorJitter.NONE, 0, 0, 0, 0);
        return new PoseRecipe(1, new HrNet(4, 1, List.of(1, 1, 1)), schedule, 8, augmentation);
    }
}
