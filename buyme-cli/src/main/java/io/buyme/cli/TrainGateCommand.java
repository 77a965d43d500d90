package io.buyme.cli;

import io.buyme.api.spi.Options;
import io.buyme.cli.evaluate.PictureFiles;
import io.buyme.cli.gate.GateLesson;
import io.buyme.cli.gate.GateScore;
import io.buyme.image.coco.PhotoSplit;
import io.buyme.pose.FramingMeasures;
import io.buyme.train.gate.SmallNetworkFit;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code buyme train gate}: are head and feet inside the frame? */
@Command(
        name = "gate",
        mixinStandardHelpOptions = true,
        versionProvider = ManifestVersion.class,
        sortOptions = false,
        description = {
            "Teaches the pose stage when head and feet are inside the frame, from photos of whole people, which it frames"
                    + " tightly, shrinks, sets before a plain background, and cuts at the head and at the legs. Writes"
                    + " weights for '--pose-option gate=FILE', and how they do on photos left out as JSON; docs/cli.md"
                    + " describes it.",
            "",
            "Of photos that 'evaluate' holds back for checking none is used."
        })
final class TrainGateCommand implements Callable<Integer> {

    private static final double DECAY = 3e-4;

    private final Console console;

    @Option(
            names = "--people",
            required = true,
            paramLabel = "DIR",
            description = "Photos of whole people, one in each; may be given several times.")
    private List<Path> people = List.of();

    @Option(
            names = "--others",
            paramLabel = "DIR",
            description = "Pictures without a person, such as garments laid flat; may be given several times.")
    private List<Path> others = List.of();

    @Option(
            names = "--limit",
            defaultValue = "600",
            paramLabel = "N",
            description = "At most so many photos of people, and as many others (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Option(
            names = "--units",
            defaultValue = "12",
            paramLabel = "N",
            description = "Units of the network's hidden layer (default: ${DEFAULT-VALUE}).")
    private int units;

    @Option(
            names = "--steps",
            defaultValue = "2000",
            paramLabel = "N",
            description = "Steps of the optimizer (default: ${DEFAULT-VALUE}).")
    private int steps;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where the weights go.")
    @SuppressWarnings("NullAway.Init") // picocli refuses a command line without it
    private Path out;

    @Option(
            names = "--seed",
            defaultValue = "1",
            paramLabel = "N",
            description = "Of all random numbers (default: ${DEFAULT-VALUE}).")
    private long seed;

    TrainGateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Usage.atLeast(1, limit, "--limit");
        Usage.atLeast(1, units, "--units");
        Usage.atLeast(1, steps, "--steps");
        SmallNetworkFit fit = new SmallNetworkFit(seed, units, steps, DECAY);
        try (FramingMeasures measures = FramingMeasures.open(Options.none())) {
            GateLesson lesson = new GateLesson(measures, fit, line -> console.note("%s", line));
            lesson.addPeople(pictures(people));
            lesson.addOthers(pictures(others));
            GateLesson.Learned learned = lesson.learn();
            learned.network().save(out, comments(learned.score()));
            JsonOutput.write(console.out(), learned.score());
        }
        console.note("wrote %s", out.toAbsolutePath());
        return ExitCodes.OK;
    }

    private List<Path> pictures(List<Path> folders) {
        return PictureFiles.spread(
                folders.stream().flatMap(TrainGateCommand::training).toList(), limit);
    }

    private static Stream<Path> training(Path folder) {
        PhotoSplit split = PhotoSplit.beside(folder);
        return PictureFiles.below(folder).stream()
                .filter(file -> !split.isForChecking(String.valueOf(file.getFileName())));
    }

    private List<String> comments(GateScore score) {
        return List.of(
                "Tells whether head and feet are inside the frame; made by 'buyme train gate --seed %d --limit %d'."
                        .formatted(seed, limit),
                "Photos left out: recall %.4f, specificity %.4f, calibration error %.4f; %d pictures of %d photos."
                        .formatted(
                                score.recall(),
                                score.specificity(),
                                score.expectedCalibrationError(),
                                score.pictures(),
                                score.photos()));
    }
}
