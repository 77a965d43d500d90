package io.buyme.cli.gate;

import io.buyme.api.BuyMeException;
import io.buyme.api.Pose;
import io.buyme.cli.gate.FramedShot.Kind;
import io.buyme.image.ImageDecoder;
import io.buyme.image.Thumbnails;
import io.buyme.pose.FramingMeasures;
import io.buyme.pose.FramingNetwork;
import io.buyme.train.gate.SmallNetwork;
import io.buyme.train.gate.SmallNetworkFit;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;

/** Teaches the gate with photos of whole people, which it cuts, and with pictures without a person. For one thread. */
public final class GateLesson {

    private static final int FOLDS = 4;
    private static final int REPORT_EVERY = 50;

    /** More pixels than BlazePose sees would only take time and memory. */
    private static final int LONGEST_SIDE = 1000;

    private final FramingMeasures measures;
    private final SmallNetworkFit fit;
    private final Consumer<String> progress;
    private final List<GateExample> examples = new ArrayList<>();
    private int photos;
    private int skipped;

    /**
     * Creates a lesson without examples.
     *
     * @param measures looks at the pictures; the caller closes it
     * @param fit how the network learns; its seed is that of all that is random
     * @param progress hears lines for the user
     */
    public GateLesson(FramingMeasures measures, SmallNetworkFit fit, Consumer<String> progress) {
        this.measures = measures;
        this.fit = fit;
        this.progress = progress;
    }

    /** What came out: weights made of all examples, and how well others like them did on photos left out. */
    public record Learned(FramingNetwork network, GateScore score) {}

    /** Adds photos of whole people; passes over those in which this is in doubt. */
    public void addPeople(List<Path> files) {
        for (int i = 0; i < files.size(); i++) {
            int fold = i % FOLDS;
            Random random = new Random(fit.seed() * 31 + i);
            Optional<ShotMaker> maker = read(files.get(i)).flatMap(photo -> maker(photo, random));
            maker.ifPresentOrElse(
                    m -> {
                        photos++;
                        m.shots().forEach(shot -> add(fold, shot));
                    },
                    () -> skipped++);
            report(i + 1, files.size(), "photos of people");
        }
    }

    /** Adds pictures without a person, such as garments laid flat. */
    public void addOthers(List<Path> files) {
        for (int i = 0; i < files.size(); i++) {
            int fold = i % FOLDS;
            read(files.get(i))
                    .ifPresentOrElse(
                            picture -> add(fold, new FramedShot(picture, Kind.NO_PERSON, true, true)), () -> skipped++);
            report(i + 1, files.size(), "pictures without a person");
        }
    }

    private Optional<BufferedImage> read(Path file) {
        try {
            return Optional.of(Thumbnails.fit(ImageDecoder.standard().decode(file), LONGEST_SIDE));
        } catch (BuyMeException e) {
            progress.accept(e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<ShotMaker> maker(BufferedImage photo, Random random) {
        Pose pose = measures.classifier().classify(photo);
        return ShotMaker.of(photo, pose, random);
    }

    private void add(int fold, FramedShot shot) {
        measures.measure(shot.picture())
                .map(inputs -> new GateExample(fold, shot.kind(), inputs, shot.headCut(), shot.feetCut()))
                .ifPresent(examples::add);
    }

    private void report(int done, int of, String what) {
        if (done % REPORT_EVERY == 0 || done == of) {
            progress.accept("%d of %d %s, %d examples".formatted(done, of, what, examples.size()));
        }
    }

    /**
     * Returns what the examples teach.
     *
     * @throws io.buyme.train.loop.TrainingException if there are none
     */
    public Learned learn() {
        GateTally tally = new GateTally();
        for (int fold = 0; fold < FOLDS; fold++) {
            int left = fold;
            FramingNetwork network =
                    learnFrom(examples.stream().filter(e -> e.fold() != left).toList());
            examples.stream().filter(e -> e.fold() == left).forEach(e -> tally.add(e, network));
        }
        return new Learned(learnFrom(examples), tally.score(photos, skipped));
    }

    private FramingNetwork learnFrom(List<GateExample> from) {
        SmallNetwork fitted = fit.fit(
                from.stream().map(GateExample::inputs).toList(),
                from.stream().map(GateExample::targets).toList());
        return FramingNetwork.of(
                fitted.hiddenWeights(), fitted.hiddenBiases(), fitted.outputWeights(), fitted.outputBiases());
    }
}
