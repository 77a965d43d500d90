package io.buyme.cli;

import io.buyme.api.BuyMeException;
import io.buyme.api.PoseClassifier;
import io.buyme.cli.evaluate.PoseComparison;
import io.buyme.cli.evaluate.PoseEvaluation;
import io.buyme.cli.evaluate.PoseLabels;
import io.buyme.cli.evaluate.PoseTable;
import io.buyme.cli.evaluate.SkeletonSheet;
import io.buyme.image.ImageEncoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code buyme evaluate pose}: do pose classifiers tell full-front photos from others, and find the joints? */
@Command(
        name = "pose",
        mixinStandardHelpOptions = true,
        versionProvider = ManifestVersion.class,
        description = {
            "Measures how well pose classifiers tell photos of a whole person from the front from all others, each on the"
                    + " same photos, and writes JSON, which docs/cli.md describes; a table goes to standard error.",
            "",
            "A photo that cannot be read is counted in 'failed' and listed; the exit code is then 1."
        })
final class EvaluatePoseCommand implements Callable<Integer> {

    private final Console console;

    @Option(
            names = "--labels",
            required = true,
            paramLabel = "FILE",
            description = "CSV with a header and the columns file (relative to FILE), full_front (0 or 1), reason (why"
                    + " not) and unsure (0 or 1).")
    @SuppressWarnings("NullAway.Init") // picocli refuses a command line without it
    private Path labels;

    @Option(
            names = "--pose",
            paramLabel = PoseOptions.SPECIFICATION,
            description = "A pose classifier to measure, perhaps with settings; may be given several times (default:"
                    + " ${DEFAULT-VALUE}).",
            defaultValue = "blazepose")
    private List<String> classifiers = List.of();

    @Option(
            names = "--model",
            paramLabel = "FILE",
            description = "Model file that every --pose is to use: the same as the setting 'model'.")
    private @Nullable Path model;

    @Option(
            names = "--pose-option",
            paramLabel = "KEY=VALUE",
            description = "A setting of every --pose; may be given several times.")
    private Map<String, String> settings = Map.of();

    @Option(
            names = "--reference",
            paramLabel = PoseOptions.SPECIFICATION,
            description =
                    "A pose classifier whose keypoints those of the others are compared with; it is not measured.")
    private @Nullable String reference;

    @Option(names = "--all", description = "Count rows marked unsure as well.")
    private boolean all;

    @Option(
            names = "--figure",
            paramLabel = "FILE",
            description = "Also a PNG picture of " + SkeletonSheet.PHOTOS
                    + " photos with the skeletons and verdicts of the" + " first classifier, up to half of them wrong.")
    private @Nullable Path figure;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Another number shows other photos (default: ${DEFAULT-VALUE}).")
    private long seed;

    EvaluatePoseCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        PoseLabels rows;
        try {
            rows = PoseLabels.read(labels);
        } catch (BuyMeException e) {
            console.error(e);
            return ExitCodes.INPUT;
        }
        Deque<PoseClassifier> open = new ArrayDeque<>();
        try {
            Map<String, PoseClassifier> byName = new LinkedHashMap<>();
            for (String name : classifiers) {
                byName.put(name, opened("--pose", name, allSettings(), open));
            }
            PoseEvaluation evaluation = new PoseEvaluation(
                    byName, Optional.ofNullable(reference).map(name -> opened("--reference", name, Map.of(), open)));
            PoseComparison comparison = evaluation.run(rows, all);
            PoseTable.lines(comparison).forEach(console::note);
            JsonOutput.write(console.out(), comparison);
            if (figure != null) {
                write(figure, evaluation.sheet(seed));
            }
            return ExitCodes.afterFailures(comparison.failed());
        } finally {
            open.forEach(PoseClassifier::close);
        }
    }

    private Map<String, String> allSettings() {
        Map<String, String> all = new LinkedHashMap<>(settings);
        if (model != null && all.put("model", model.toString()) != null) {
            throw Usage.wrong("the model is given twice, by --model and by --pose-option model=...; leave one out");
        }
        return all;
    }

    private static PoseClassifier opened(
            String option, String name, Map<String, String> settings, Deque<PoseClassifier> open) {
        open.push(PoseOptions.open(option, name, settings));
        return open.element();
    }

    private void write(Path file, SkeletonSheet sheet) {
        try {
            Files.write(file, ImageEncoder.png(sheet.draw()));
        } catch (IOException e) {
            throw new BuyMeException("cannot write figure " + file + ": " + e, e);
        }
        console.note("figure: %s", file.toAbsolutePath());
    }
}
