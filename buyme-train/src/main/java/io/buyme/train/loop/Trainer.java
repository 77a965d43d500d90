package io.buyme.train.loop;

import static java.util.Objects.requireNonNull;

import io.buyme.train.loop.TrainingException.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.deeplearning4j.nn.graph.ComputationGraph;

/**
 * Trains a network: epochs of steps, each epoch measured and saved. Started again in the same folder, it goes on where it
 * stopped. To be used by one thread, once.
 */
public final class Trainer {

    private static final int REPORT_EVERY = 20;

    private final RunSettings settings;
    private final Course course;
    private final Consumer<String> log;
    private final BooleanSupplier stop;
    private final CheckpointStore store;
    private final LossMeter meter = new LossMeter();
    private final List<CurvePoint> curve = new ArrayList<>();
    private final Progress progress;
    private final LayerRates rates;

    private Position position = Position.START;
    private Optional<Checkpoint.Best> best = Optional.empty();

    /**
     * Creates a trainer.
     *
     * @param log receives lines for people
     * @param stop asked after each step; if it says so, the run is saved and ends
     */
    public Trainer(RunSettings settings, Course course, Consumer<String> log, BooleanSupplier stop) {
        this(settings, course, log, stop, AtomicFile.Opener.FILES);
    }

    Trainer(
            RunSettings settings,
            Course course,
            Consumer<String> log,
            BooleanSupplier stop,
            AtomicFile.Opener opener) {
        this.settings = requireNonNull(settings, "settings");
        this.course = requireNonNull(course, "course");
        this.log = requireNonNull(log, "log");
        this.stop = requireNonNull(stop, "stop");
        this.store = new CheckpointStore(settings.folder(), opener);
        this.rates = new LayerRates(settings.schedule(), course.backbone());
        this.progress = new Progress(settings, course);
    }

    /**
     * Trains until the epochs or the time are over, the measure gets no better any more, or it is told to stop.
     *
     * @param start gives the network to start from, of any picture size, if there is no checkpoint
     * @throws TrainingException if it cannot go on
     */
    public TrainingResult run(Supplier<ComputationGraph> start) {
        Weights weights = resume().orElseGet(() -> Snapshot.weights(start.get()));
        boolean stopped = false;
        while (!stopped && !over()) {
            stopped = !trainEpoch(weights);
        }
        save(weights);
        return new TrainingResult(
                store.best().map(checkpoint -> checkpoint.weights().average).orElse(weights.average),
                best.map(Checkpoint.Best::measure),
                best.map(Checkpoint.Best::epoch),
                curve,
                stopped,
                position.seconds());
    }

    private Optional<Weights> resume() {
        Optional<Checkpoint> checkpoint = store.latest();
        checkpoint.ifPresent(saved -> {
            if (!saved.run().equals(settings.run())) {
                throw new TrainingException(
                        Reason.CHECKPOINT_OF_ANOTHER_RUN,
                        "the checkpoints in '%s' are of another recipe or other data; use another folder, or delete them"
                                .formatted(settings.folder()),
                        null);
            }
            position = saved.position();
            best = saved.best();
            curve.addAll(saved.curve());
            log.accept("resumed at epoch %d, step %d".formatted(position.epoch() + 1, position.step()));
        });
        return checkpoint.map(Checkpoint::weights);
    }

    private boolean over() {
        int last = settings.schedule().stages().size() - 1;
        int lastGood = best.filter(found -> found.stage() == last)
                .map(Checkpoint.Best::epoch)
                .orElse(position.epoch());
        return progress.over(position)
                || position.epoch() - lastGood >= settings.schedule().patience();
    }

    /** Returns whether to go on. */
    private boolean trainEpoch(Weights weights) {
        if (position.stage() < 0) {
            position = position.starting(settings.schedule().stageAt(progress.of(position)));
        }
        Schedule.Stage stage = settings.schedule().stages().get(position.stage());
        try (Course.Lesson lesson = course.open(stage, weights.values)) {
            if (!trainSteps(weights, lesson)) {
                return false;
            }
            measure(weights, lesson);
        }
        position = position.epochDone();
        save(weights);
        return true;
    }

    private boolean trainSteps(Weights weights, Course.Lesson lesson) {
        Optimizer optimizer = new Optimizer(settings.schedule(), lesson.slots());
        double savedAt = position.seconds();
        try (Course.Steps steps = lesson.steps(position.epoch(), position.step())) {
            while (position.step() < course.steps() && !progress.outOfTime(position)) {
                long started = System.nanoTime();
                step(weights, steps, optimizer);
                position = position.stepped((System.nanoTime() - started) / 1e9);
                if (position.step() % REPORT_EVERY == 0 || position.step() == course.steps()) {
                    report(weights);
                }
                if (stop.getAsBoolean()) {
                    return false;
                }
                if (position.seconds() - savedAt > settings.saveEvery().toSeconds()) {
                    save(weights);
                    savedAt = position.seconds();
                }
            }
        }
        return true;
    }

    private void step(Weights weights, Course.Steps steps, Optimizer optimizer) {
        double done = progress.of(position);
        Slopes slopes = steps.next(weights.values, Randoms.seed(settings.seed(), position.epoch(), position.step()));
        meter.add(slopes.losses);
        double length = optimizer.step(weights, slopes.gradient, course.pictures(), slot -> rates.rate(slot, done));
        if (!Double.isFinite(length)) {
            throw new TrainingException(
                    Reason.DIVERGED,
                    ("training diverged at epoch %d, step %d: losses %s; weights before that are in '%s': lower the"
                                    + " learning rate, and resume or start again")
                            .formatted(position.epoch() + 1, position.step(), slopes.losses, settings.folder()),
                    null);
        }
    }

    private void report(Weights weights) {
        double epochs = position.epoch() + (double) position.step() / course.steps();
        CurvePoint point = point(epochs, weights, meter.drain(), Optional.empty());
        curve.add(point);
        log.accept(progress.line(position, point));
    }

    private void measure(Weights weights, Course.Lesson lesson) {
        double value = lesson.measure(weights.average);
        int epochs = position.epoch() + 1;
        curve.add(point(epochs, weights, Map.of(), Optional.of(value)));
        boolean better =
                best.map(old -> old.isWorseThan(position.stage(), value)).orElse(true);
        log.accept("epoch %d: measure %.4f%s".formatted(epochs, value, better ? ", the best so far" : ""));
        if (better) {
            best = Optional.of(new Checkpoint.Best(epochs, position.stage(), value));
            store.saveBest(checkpoint(weights));
        }
    }

    private CurvePoint point(double epochs, Weights weights, Map<String, Double> losses, Optional<Double> value) {
        double rate = settings.schedule().rate() * settings.schedule().rateAt(progress.of(position));
        int size = settings.schedule().stages().get(position.stage()).size();
        return new CurvePoint(epochs, weights.steps, size, rate, losses, value);
    }

    private void save(Weights weights) {
        store.save(checkpoint(weights));
    }

    private Checkpoint checkpoint(Weights weights) {
        return new Checkpoint(settings.run(), position, best, curve, weights);
    }
}
