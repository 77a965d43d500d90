package io.buyme.cli.suggest;

import io.buyme.api.ArticleDetector;
import io.buyme.api.BuyMeException;
import io.buyme.api.DetectionInput;
import io.buyme.api.Pose;
import io.buyme.api.PoseClassifier;
import io.buyme.image.ImageDecoder;
import io.buyme.train.DetectorTrial;
import io.buyme.train.active.Finding;
import io.buyme.train.active.PhotoFindings;
import io.buyme.train.active.Shares;
import io.buyme.train.active.Suggester;
import io.buyme.train.active.Suggestion;
import io.buyme.train.data.Scene;
import io.buyme.train.data.Scenes;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Hides the labels of annotated photos, and checks that a detector trained on some of them and those that it suggests is
 * better than one trained on the same and as many others by chance. For one run, by one thread.
 */
public final class SuggestTrial {

    private final TrialPlan plan;
    private final DetectorTrial training;
    private final TrialStages stages;
    private final Path folder;
    private final Consumer<String> log;

    /**
     * What the trial needs of the pipeline; the caller closes it.
     *
     * @param pose that all detectors are given
     * @param second the detector that a trained one is compared with
     * @param trained opens a trained model file
     */
    public record TrialStages(PoseClassifier pose, ArticleDetector second, Function<Path, ArticleDetector> trained) {

        /** Checks that nothing is missing. */
        public TrialStages {
            Objects.requireNonNull(pose, "pose");
            Objects.requireNonNull(second, "second");
            Objects.requireNonNull(trained, "trained");
        }
    }

    /** What is known of a photo before any label is: it does not change with the detector in training. */
    private record Unlabeled(Scene scene, Pose pose, long fingerprint, List<Finding> second) {}

    /**
     * Creates a trial.
     *
     * @param folder for models
     * @param log receives lines for people
     */
    public SuggestTrial(TrialPlan plan, DetectorTrial training, TrialStages stages, Path folder, Consumer<String> log) {
        this.plan = plan;
        this.training = training;
        this.stages = stages;
        this.folder = folder;
        this.log = log;
    }

    /**
     * Runs the trial.
     *
     * @throws BuyMeException if there are too few photos, or data or weights cannot be read
     */
    public TrialScore run() {
        Scenes scenes = plan.read();
        log.accept("read %d photos to choose from, %d to measure with"
                .formatted(scenes.training().size(), scenes.checking().size()));
        List<Unlabeled> pool = new ArrayList<>();
        for (Scene scene : scenes.training()) {
            pool.add(look(scene));
        }
        log.accept("looked at %d photos with the second detector".formatted(pool.size()));
        List<String> rare = new CategoryCounts(scenes.training(), scenes.classes()).rarerHalf();
        List<TrialScore.Round> rounds = new ArrayList<>();
        for (int seed = 1; seed <= plan.seeds(); seed++) {
            rounds.add(round(seed, pool, scenes, rare));
            log.accept(rounds.get(rounds.size() - 1).toString());
        }
        return TrialScore.of(plan, training, scenes, rare, rounds);
    }

    private Unlabeled look(Scene scene) {
        BufferedImage photo = decode(scene);
        Pose pose = stages.pose().classify(photo);
        List<Finding> second = Finding.of(stages.second().detect(DetectionInput.of(photo, pose)));
        return new Unlabeled(scene, pose, Fingerprint.of(photo), second);
    }

    private BufferedImage decode(Scene scene) {
        return ImageDecoder.standard().decode(plan.images().resolve(scene.name()));
    }

    private TrialScore.Round round(int seed, List<Unlabeled> pool, Scenes scenes, List<String> rare) {
        List<Unlabeled> order = new ArrayList<>(pool);
        Collections.shuffle(order, new Random(seed));
        List<Scene> labeled = scenes(order.subList(0, plan.start()));
        List<Unlabeled> unlabeled = order.subList(plan.start(), order.size());
        Path models = folder.resolve("seed-" + seed);

        Path first = models.resolve("start");
        TrialScore.Arm before = arm(labeled, scenes, rare, seed, first);
        List<Scene> suggested = suggest(first.resolve("detector.onnx"), labeled, unlabeled, scenes);
        List<Scene> chance = scenes(unlabeled.subList(0, plan.more()));
        return new TrialScore.Round(
                seed,
                before,
                arm(both(labeled, chance), scenes, rare, seed, models.resolve("random")),
                arm(both(labeled, suggested), scenes, rare, seed, models.resolve("suggested")));
    }

    private TrialScore.Arm arm(List<Scene> labeled, Scenes scenes, List<String> rare, long seed, Path models) {
        Scenes known = new Scenes(scenes.classes(), labeled, scenes.checking(), List.of());
        Map<String, Double> overlap = training.run(known, seed, models, line -> {});
        return TrialScore.Arm.of(labeled, overlap, rare);
    }

    private List<Scene> suggest(Path model, List<Scene> labeled, List<Unlabeled> unlabeled, Scenes scenes) {
        Map<String, Scene> byName = new LinkedHashMap<>();
        List<PhotoFindings> findings = new ArrayList<>();
        try (ArticleDetector detector = stages.trained().apply(model)) {
            for (Unlabeled photo : unlabeled) {
                Scene scene = photo.scene();
                List<Finding> first = Finding.of(detector.detect(DetectionInput.of(decode(scene), photo.pose())));
                byName.put(scene.name(), scene);
                findings.add(new PhotoFindings(scene.name(), photo.fingerprint(), first, photo.second()));
            }
        }
        Map<String, Integer> labels = new CategoryCounts(labeled, scenes.classes()).byCategory();
        return new Suggester(Shares.standard(), labels)
                .suggest(findings, plan.more()).stream()
                        .map(Suggestion::photo)
                        .map(name -> Objects.requireNonNull(byName.get(name)))
                        .toList();
    }

    private static List<Scene> scenes(List<Unlabeled> photos) {
        return photos.stream().map(Unlabeled::scene).collect(Collectors.toUnmodifiableList());
    }

    private static List<Scene> both(List<Scene> some, List<Scene> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }
}
