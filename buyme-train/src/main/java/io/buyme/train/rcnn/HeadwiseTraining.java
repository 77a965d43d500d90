package io.buyme.train.rcnn;

import static java.util.Objects.requireNonNull;

import io.buyme.train.loop.CurvePoint;
import io.buyme.train.loop.RunSettings;
import io.buyme.train.loop.Trainer;
import io.buyme.train.loop.TrainingResult;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.deeplearning4j.nn.graph.ComputationGraph;

/**
 * Trains the heads of a Mask R-CNN one after the other on a pyramid that stays as it is: proposals, then boxes and masks on
 * the regions that are proposed. As nothing else changes, nothing is lost to training them together (alternating training,
 * Ren et al. 2015, without its last two steps). Started again in the same folder, it goes on where it stopped. To be used
 * by one thread, once.
 */
public final class HeadwiseTraining {

    private static final Duration SAVE_EVERY = Duration.ofMinutes(5);

    private final HeadRecipe recipe;
    private final DetectorShape shape;
    private final Limits limits = Limits.standard();
    private final ComputationGraph pyramid;
    private final PictureSupply training;
    private final PictureSupply checking;
    private final Path folder;
    private final Optional<Duration> budget;
    private final Consumer<String> log;
    private final BooleanSupplier stop;

    /**
     * Creates a run.
     *
     * @param pyramid a network with the vertices {@code p2} to {@code p5} of the shape's sizes; not changed
     * @param training to learn from
     * @param checking never learned from
     * @param folder for checkpoints
     * @param budget of time for all heads together
     * @param log receives lines for people
     * @param stop asked after each step; if it says so, the run is saved and ends
     */
    public HeadwiseTraining(
            HeadRecipe recipe,
            DetectorShape shape,
            ComputationGraph pyramid,
            PictureSupply training,
            PictureSupply checking,
            Path folder,
            Optional<Duration> budget,
            Consumer<String> log,
            BooleanSupplier stop) {
        this.recipe = requireNonNull(recipe, "recipe");
        this.shape = requireNonNull(shape, "shape");
        this.pyramid = requireNonNull(pyramid, "pyramid");
        this.training = requireNonNull(training, "training");
        this.checking = requireNonNull(checking, "checking");
        this.folder = requireNonNull(folder, "folder");
        this.budget = requireNonNull(budget, "budget");
        this.log = requireNonNull(log, "log");
        this.stop = requireNonNull(stop, "stop");
    }

    /**
     * Trains all heads.
     *
     * @return the detector; empty if the run was told to stop before its end
     * @throws io.buyme.train.loop.TrainingException if it cannot go on
     */
    public Optional<MaskRcnn> run() {
        Map<HeadKind, Head> heads = new EnumMap<>(HeadKind.class);
        Map<String, Double> measures = new LinkedHashMap<>();
        Map<String, List<CurvePoint>> curves = new LinkedHashMap<>();
        for (HeadKind kind : HeadKind.values()) {
            String name = kind.name().toLowerCase(Locale.ROOT);
            Head head = create(kind);
            TrainingResult result = train(kind, name, head, heads);
            result.into(head.graph());
            if (result.stopped()) {
                return Optional.empty();
            }
            heads.put(kind, head);
            curves.put(name, result.curve());
            result.measure().ifPresent(measure -> measures.put(name, measure));
        }
        DetectorNetworks networks = new DetectorNetworks(pyramid, heads);
        return Optional.of(new MaskRcnn(shape, limits, networks, measures, curves));
    }

    private TrainingResult train(HeadKind kind, String name, Head head, Map<HeadKind, Head> before) {
        log.accept("%s: %d weights".formatted(name, head.graph().numParams()));
        RunSettings settings = new RunSettings(
                recipe.schedule(kind),
                recipe.seed(),
                budget.map(all -> shareOf(kind, all)),
                SAVE_EVERY,
                folder.resolve(name),
                recipe + " " + shape + " " + name);
        try (FeatureExtractor extractor = extractor(kind, before)) {
            HeadCourse course =
                    new HeadCourse(head, task(kind, extractor), training, recipe.batch(), kind.seed(recipe.seed()));
            return new Trainer(settings, course, log, stop).run(head::graph);
        }
    }

    private Duration shareOf(HeadKind kind, Duration all) {
        int epochs = Arrays.stream(HeadKind.values())
                .mapToInt(each -> recipe.schedule(each).epochs())
                .sum();
        return all.multipliedBy(recipe.schedule(kind).epochs()).dividedBy(epochs);
    }

    private Head create(HeadKind kind) {
        long seed = kind.seed(recipe.seed());
        return switch (kind) {
            case PROPOSALS -> Heads.proposals(shape, seed);
            case BOXES -> Heads.boxes(shape, recipe.dropout(), seed);
            case MASKS -> Heads.masks(shape, seed);
        };
    }

    private FeatureExtractor extractor(HeadKind kind, Map<HeadKind, Head> before) {
        DetectorGraph graph = new DetectorGraph(shape, limits, new DetectorNetworks(pyramid, before), false);
        return new FeatureExtractor(shape, kind == HeadKind.PROPOSALS ? graph.pyramidModel() : graph.proposalModel());
    }

    private HeadTask task(HeadKind kind, FeatureExtractor extractor) {
        return switch (kind) {
            case PROPOSALS -> new ProposalTask(shape, limits, extractor, checking);
            case BOXES -> new BoxTask(shape, limits, extractor, checking);
            case MASKS -> new MaskTask(shape, extractor, checking);
        };
    }
}
