package io.buyme.train.loop;

import io.buyme.train.augment.Augmenter;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.conf.inputs.InputType;

/** The networks of one stage: the one in training, which may lack a trunk that does not change, and the whole one. */
final class EmbedderLesson implements Course.Lesson {

    private final EmbedderSettings settings;
    private final TrainingSet data;
    private final Measure measure;
    private final Schedule.Stage stage;
    private final EmbedderNetwork whole;
    private final Optional<Trunk> trunk;
    private final int inputLength;
    private final StepRunner runner;

    EmbedderLesson(
            EmbedderSettings settings, TrainingSet data, Measure measure, Schedule.Stage stage, float[] weights) {
        this.settings = settings;
        this.data = data;
        this.measure = measure;
        this.stage = stage;
        this.whole = EmbedderNetwork.create(
                settings.backbone(),
                settings.shape(),
                settings.objectives(),
                data.vocabulary().size(),
                data.classes().size(),
                stage.size(),
                settings.seed());
        List<Slot> slots = Slot.of(whole.graph());
        if (stage.from().isEmpty()) {
            this.trunk = Optional.empty();
            this.inputLength = 3 * stage.size() * stage.size();
            this.runner = runner(whole, slots, settings.backbone().inputType(stage.size()));
        } else {
            BackboneTail tail = new BackboneTail(settings.backbone(), stage.from(), stage.size());
            this.inputLength = tail.inputLength();
            this.runner = runner(tail(tail), slots, tail.inputType());
            this.trunk = Optional.of(trunk(weights));
        }
    }

    private StepRunner runner(EmbedderNetwork network, List<Slot> slots, InputType type) {
        return new StepRunner(network, slots, batch(), type, data.vocabulary().size());
    }

    private EmbedderNetwork tail(BackboneTail tail) {
        return EmbedderNetwork.createTail(
                tail,
                stage.from(),
                settings.shape(),
                settings.objectives(),
                data.vocabulary().size(),
                data.classes().size(),
                settings.seed());
    }

    private Trunk trunk(float[] weights) {
        Floats.copy(weights, whole.graph().params());
        EmbedderNetwork inference =
                EmbedderNetwork.forInference(settings.backbone(), settings.shape(), 0, stage.size());
        inference.copyWeights(whole);
        return Trunk.of(
                inference.graph(), settings.backbone().inputType(stage.size()), List.of(stage.from()));
    }

    @Override
    public List<Slot> slots() {
        return runner.slots();
    }

    @Override
    public Course.Steps steps(int epoch, int firstStep) {
        List<List<Pick>> plan =
                EpochPlan.of(settings.seed(), epoch, settings.batching(), data.samples(), data.labels());
        BatchDrawer drawer = drawer();
        BatchStream<Batch> stream = new BatchStream<>(
                firstStep,
                plan.size(),
                (batch, step) -> drawer.fill(batch, plan.get(step), epoch, step),
                this::batch);
        return new Course.Steps() {
            @Override
            public Slopes next(float[] weights, long seed) {
                Batch batch = stream.take();
                Slopes slopes = runner.run(batch, weights, seed);
                stream.recycle(batch);
                return slopes;
            }

            @Override
            public void close() {
                stream.close();
            }
        };
    }

    @Override
    public double measure(float[] weights) {
        Floats.copy(weights, whole.graph().params());
        return measure.of(whole, stage.size());
    }

    private BatchDrawer drawer() {
        return new BatchDrawer(
                data.samples(),
                data.labels(),
                new Augmenter(settings.augmentation(), settings.scale(), stage.size()),
                trunk,
                settings.objectives().reconstruction() > 0,
                settings.seed());
    }

    private Batch batch() {
        return new Batch(
                settings.batching().size(), stage.size(), data.vocabulary().size(), inputLength);
    }

    @Override
    public void close() {
        runner.close();
        trunk.ifPresent(Trunk::close);
    }
}
