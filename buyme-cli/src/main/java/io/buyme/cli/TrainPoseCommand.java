package io.buyme.cli;

import io.buyme.api.PoseClassifier;
import io.buyme.train.PoseRecipe;
import io.buyme.train.PoseRequest;
import io.buyme.train.PoseTraining;
import io.buyme.train.RunOptions;
import io.buyme.train.loop.TrainingResult;
import io.buyme.train.pose.PoseTeacher;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code buyme train pose}: from photos of people and another pose classifier to a small network that finds joints. */
@Command(
        name = "pose",
        mixinStandardHelpOptions = true,
        versionProvider = ManifestVersion.class,
        sortOptions = false,
        description = {
            "Trains a small HRNet to find joints as another pose classifier does, and writes pose.onnx, recipe.json,"
                    + " metrics.json and teacher.json, which keeps what the other one saw.",
            "",
            "Stopped by Ctrl-C or SIGTERM it saves where it is; --resume goes on from there."
        })
final class TrainPoseCommand implements Callable<Integer> {

    private final Console console;

    @Option(
            names = "--photos",
            required = true,
            arity = "1..*",
            paramLabel = "DIR",
            description = "Folders of photos of people; nothing needs to be known of them.")
    private List<Path> photos = List.of();

    @Option(
            names = "--teacher",
            paramLabel = "ID",
            description = "Pose classifier to learn from instead of the standard one; see 'buyme stages'.")
    private @Nullable String teacher;

    @Option(
            names = "--teacher-option",
            paramLabel = "KEY=VALUE",
            description =
                    "A setting of it, such as landmarks=pose_landmark_heavy.tflite of 'tflite'; may be given several"
                            + " times.")
    private Map<String, String> teacherSettings = Map.of();

    @Option(names = "--epochs", defaultValue = "60", paramLabel = "N", description = "At most (${DEFAULT-VALUE}).")
    private int epochs;

    @Mixin
    private final TrainingOptions training = new TrainingOptions();

    TrainPoseCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Usage.atLeast(1, epochs, "--epochs");
        RunOptions run = training.run();
        if (run.weights().isPresent()) {
            throw Usage.wrong("--weights is of no use here: the network starts from random weights");
        }
        String name = (teacher == null ? "the standard pose classifier" : teacher) + new TreeMap<>(teacherSettings);
        try (PoseClassifier classifier = PoseOptions.open(teacher, teacherSettings)) {
            PoseRequest request = new PoseRequest(
                    PoseRecipe.standard(epochs, training.seed()), photos, new PoseTeacher(name, classifier), run);
            TrainingResult result = PoseTraining.run(request, line -> console.note("%s", line));
            return ExitCodes.afterTraining(!result.stopped());
        }
    }
}
