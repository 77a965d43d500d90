package io.buyme.cli;

import io.buyme.api.PoseClassifier;
import io.buyme.cli.bench.PoseBench;
import io.buyme.cli.bench.PoseBenchReport;
import io.buyme.cli.evaluate.PictureFiles;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code buyme bench pose}: how long do pose classifiers take for a photo? */
@Command(
        name = "pose",
        mixinStandardHelpOptions = true,
        versionProvider = ManifestVersion.class,
        description = {
            "Measures how long pose classifiers take for a photo, one after the other on each photo, and writes JSON; a"
                    + " table goes to standard error.",
            "",
            "One thread calls them, warm. Its processor time is what counts, so that other programs disturb little; it"
                    + " does not hold the work of threads that a classifier may have of its own."
        })
final class BenchPoseCommand implements Callable<Integer> {

    private final Console console;

    @Option(
            names = "--images",
            required = true,
            paramLabel = "DIR",
            description = "Photos to look at, in this folder and the folders in it.")
    @SuppressWarnings("NullAway.Init") // picocli refuses a command line without it
    private Path images;

    @Option(
            names = "--pose",
            paramLabel = PoseOptions.SPECIFICATION,
            description = "A pose classifier to measure, perhaps with settings; may be given several times (default:"
                    + " blazepose on either engine).")
    private List<String> classifiers = List.of("blazepose:engine=onnx", "blazepose:engine=tflite");

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "32",
            description = "Take so many photos at most, evenly spread over those that are there (default:"
                    + " ${DEFAULT-VALUE}).")
    private int limit;

    @Option(
            names = "--repeats",
            paramLabel = "N",
            defaultValue = "3",
            description = "Look at each photo so often (default: ${DEFAULT-VALUE}).")
    private int repeats;

    BenchPoseCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Usage.atLeast(1, limit, "--limit");
        Usage.atLeast(1, repeats, "--repeats");
        List<Path> photos = PictureFiles.spread(PictureFiles.below(images), limit);
        Deque<PoseClassifier> open = new ArrayDeque<>();
        try {
            Map<String, PoseClassifier> byName = new LinkedHashMap<>();
            for (String name : classifiers) {
                open.push(PoseOptions.open("--pose", name, Map.of()));
                byName.put(name, open.element());
            }
            PoseBenchReport report = new PoseBench(byName, repeats).run(photos);
            table(report);
            JsonOutput.write(console.out(), report);
            return ExitCodes.OK;
        } finally {
            open.forEach(PoseClassifier::close);
        }
    }

    private void table(PoseBenchReport report) {
        int width = classifiers.stream().mapToInt(String::length).max().orElseThrow();
        console.note("%-" + width + "s %10s %10s %10s", "ms", "cpu p50", "cpu p95", "wall p50");
        for (PoseBenchReport.Classifier classifier : report.classifiers()) {
            console.note(
                    "%-" + width + "s %10.1f %10.1f %10.1f",
                    classifier.pose(),
                    classifier.cpuMs().p50(),
                    classifier.cpuMs().p95(),
                    classifier.wallMs().p50());
        }
    }
}
