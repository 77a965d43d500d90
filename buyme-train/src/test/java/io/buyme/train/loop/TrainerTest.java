package io.buyme.train.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.buyme.train.augment.Augmentation;
import io.buyme.train.augment.PixelScale;
import io.buyme.train.loop.Schedule.Stage;
import io.buyme.train.loop.TrainingException.Reason;
import io.buyme.train.net.Backbone;
import io.buyme.train.net.Engine;
import io.buyme.train.objective.Objectives;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainerTest {

    private static final Backbone BACKBONE = new TinyBackbone();
    private static final NetworkShape SHAPE = new NetworkShape(8, 8, 0.1);
    private static final List<Stage> ONE_STAGE = List.of(new Stage(1, 32, ""));
    private static final TrainingSet DATA = TrainingSet.of(ColoredSamples.of(48, 1), 5);

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    @BeforeAll
    static void start() {
        Engine.start(1);
    }

    @Test
    void colorsAreLearnedAndMeasuredByOnnxRuntime() {
        RetrievalMeasure measure = new RetrievalMeasure(
                DATA.samples(),
                ColoredSamples.of(12, 2),
                PixelScale.MOBILE_NET,
                OnnxEmbedder.opener(BACKBONE, SHAPE, 1));
        TrainingResult result = run(settings(4, ONE_STAGE, Objectives.standard()), measure, () -> false);

        assertThat(result.measure().orElseThrow()).isGreaterThan(0.9);
        assertThat(result.stopped()).isFalse();
    }

    @Test
    void aRunThatWasStoppedAndResumedGoesAsOneThatWasNot() {
        Run whole = settings(2, ONE_STAGE, Objectives.standard(), "whole");
        Run parts = settings(2, ONE_STAGE, Objectives.standard(), "parts");
        List<CurvePoint> expected =
                run(whole, (network, size) -> 0, () -> false).curve();
        AtomicInteger steps = new AtomicInteger();

        TrainingResult first = run(parts, (network, size) -> 0, () -> steps.incrementAndGet() == 4);
        List<CurvePoint> resumed = run(parts, (network, size) -> 0, () -> false).curve();

        assertThat(first.stopped()).isTrue();
        CurvePoint lastExpected = expected.get(expected.size() - 2);
        CurvePoint lastResumed = resumed.get(resumed.size() - 2);
        assertThat(lastResumed.step()).isEqualTo(lastExpected.step());
        // The means of an epoch that was cut in two start anew; those of the next one are the same but for rounding.
        lastExpected
                .losses()
                .forEach((name, loss) -> assertThat(lastResumed.losses())
                        .hasEntrySatisfying(name, found -> assertThat(found).isCloseTo(loss, within(1e-3))));
    }

    @Test
    void layersOfTheTrunkStayAsTheyAreUntilTheLastStage() {
        Objectives objectives = Objectives.standard().withWeights(1, 0, 1, 0);
        List<Stage> tailOnly = List.of(new Stage(1, 32, TinyBackbone.FIRST));
        List<Stage> both = List.of(new Stage(0.5, 32, TinyBackbone.FIRST), new Stage(1, 32, ""));

        assertThat(firstLayerChanges(settings(2, tailOnly, objectives, "tail"))).isFalse();
        assertThat(firstLayerChanges(settings(2, both, objectives, "both"))).isTrue();
    }

    private boolean firstLayerChanges(Run settings) {
        EmbedderNetwork start = network(settings);
        EmbedderNetwork trained = network(settings);
        run(settings, (network, size) -> 0, () -> false).into(trained.graph());
        assertThat(trained.graph().getParam("second_W"))
                .isNotEqualTo(start.graph().getParam("second_W"));
        return !trained.graph().getParam("first_W").equals(start.graph().getParam("first_W"));
    }

    @Test
    void anAutoEncoderLearnsWithoutLabels() {
        lossFalls("reconstruction", Objectives.standard().withWeights(0, 0, 0, 1));
    }

    @Test
    void distancesAreLearnedAlone() {
        lossFalls("triplet", Objectives.standard().withWeights(0, 0, 1, 0));
    }

    private void lossFalls(String name, Objectives objectives) {
        List<CurvePoint> curve = run(settings(3, ONE_STAGE, objectives), (network, size) -> 0, () -> false)
                .curve();
        double first = curve.get(0).losses().getOrDefault(name, 0.0);
        double last = curve.get(curve.size() - 2).losses().getOrDefault(name, 0.0);
        assertThat(last).isLessThan(first);
    }

    @Test
    void aLossThatIsNoNumberEndsTheRunWithTheLastGoodCheckpoint() throws IOException {
        Run settings = settings(1, ONE_STAGE, Objectives.standard());
        run(settings, (network, size) -> 0, () -> false);
        EmbedderNetwork broken = network(settings);
        broken.graph().getParam("first_W").assign(Float.NaN);
        Run other = settings(1, ONE_STAGE, Objectives.standard(), "broken");

        assertThatThrownBy(() ->
                        trainer(other, () -> false, AtomicFile.Opener.FILES).run(() -> broken.graph()))
                .isInstanceOfSatisfying(
                        TrainingException.class, e -> assertThat(e.reason()).isEqualTo(Reason.DIVERGED))
                .hasMessageContaining("epoch 1, step 0");
        assertThat(checkpoints(settings.settings().folder())).isPositive();
    }

    @Test
    void aFullDiskLeavesTheCheckpointBefore() throws IOException {
        Run settings = settings(2, ONE_STAGE, Objectives.standard());
        AtomicInteger steps = new AtomicInteger();
        run(settings, (network, size) -> 0, () -> steps.incrementAndGet() == 2);
        long before = checkpoints(settings.settings().folder());

        assertThatThrownBy(() ->
                        trainer(settings, () -> false, file -> new FullDisk()).run(() -> network(settings).graph()))
                .isInstanceOfSatisfying(
                        TrainingException.class, e -> assertThat(e.reason()).isEqualTo(Reason.CHECKPOINT_NOT_WRITTEN))
                .hasMessageContaining("No space left")
                .hasMessageContaining("make room");
        assertThat(checkpoints(settings.settings().folder())).isEqualTo(before);
        assertThat(run(settings, (network, size) -> 0, () -> false).stopped()).isFalse();
    }

    @Test
    void checkpointsOfAnotherRecipeAreRefused() {
        Run settings = settings(1, ONE_STAGE, Objectives.standard());
        run(settings, (network, size) -> 0, () -> false);

        assertThatThrownBy(() -> run(
                        settings(1, ONE_STAGE, Objectives.standard().withWeights(1, 1, 1, 0), "run"),
                        (network, size) -> 0,
                        () -> false))
                .isInstanceOfSatisfying(
                        TrainingException.class,
                        e -> assertThat(e.reason()).isEqualTo(Reason.CHECKPOINT_OF_ANOTHER_RUN));
    }

    @Test
    void slotsLieWhereTheNetworkKeepsItsParameters() {
        EmbedderNetwork network = network(settings(1, ONE_STAGE, Objectives.standard()));
        float[] numbers = new float[(int) network.graph().numParams()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = i;
        }
        Floats.copy(numbers, network.graph().params());

        for (Slot slot : Slot.of(network.graph())) {
            float least = network.graph()
                    .getParam(slot.layer() + "_" + slot.parameter())
                    .minNumber()
                    .floatValue();
            assertThat(least).as(slot.toString()).isEqualTo(slot.offset());
        }
    }

    private TrainingResult run(Run run, Measure measure, BooleanSupplier stop) {
        Course course = new EmbedderCourse(run.network(), DATA, measure);
        return new Trainer(run.settings(), course, line -> {}, stop).run(() -> network(run).graph());
    }

    private static Trainer trainer(Run run, BooleanSupplier stop, AtomicFile.Opener opener) {
        Course course = new EmbedderCourse(run.network(), DATA, (network, size) -> 0);
        return new Trainer(run.settings(), course, line -> {}, stop, opener);
    }

    private static EmbedderNetwork network(Run run) {
        return EmbedderNetwork.create(
                BACKBONE,
                SHAPE,
                run.network().objectives(),
                DATA.vocabulary().size(),
                DATA.classes().size(),
                32,
                run.network().seed());
    }

    private static long checkpoints(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().contains("checkpoint-")).count();
        }
    }

    private Run settings(int epochs, List<Stage> stages, Objectives objectives) {
        return settings(epochs, stages, objectives, "run");
    }

    private Run settings(int epochs, List<Stage> stages, Objectives objectives, String name) {
        Schedule schedule = new Schedule(epochs, stages, 5e-3, 0.05, 0.1, 1, 1, 0, 0.01, 5, 0.5, 8);
        EmbedderSettings network = new EmbedderSettings(
                BACKBONE,
                SHAPE,
                objectives,
                new Batching(3, 2, 0.5, 0.5, 0.25),
                Augmentation.NONE,
                PixelScale.MOBILE_NET,
                7);
        RunSettings run = new RunSettings(
                schedule, 7, Optional.empty(), Duration.ofMinutes(5), folder.resolve(name), objectives.toString());
        return new Run(run, network);
    }

    /** Settings of a run with those of what it trains. */
    private record Run(RunSettings settings, EmbedderSettings network) {}

    /** Takes a little, then no more. */
    private static final class FullDisk extends OutputStream {

        private final List<Integer> taken = new ArrayList<>();

        @Override
        public void write(int b) throws IOException {
            taken.add(b);
            if (taken.size() > 100) {
                throw new IOException("No space left on device");
            }
        }
    }
}
