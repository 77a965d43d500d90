package io.buyme.cli;

import io.buyme.api.PoseClassifier;
import io.buyme.api.spi.PoseClassifierProvider;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which pose classifier, and how it is set. */
final class PoseOptions {

    private static final String MODEL = "model";

    /** How an option that may be repeated names a classifier. */
    static final String SPECIFICATION = "ID[:OPTION=VALUE,...]";

    @Option(
            names = "--pose",
            paramLabel = "ID",
            description = "Pose classifier to use instead of the standard one; see 'buyme stages'.")
    private @Nullable String id;

    @Option(
            names = "--pose-model",
            paramLabel = "FILE",
            description =
                    "Model file that the pose classifier is to use. Without --pose, a .tflite file is for 'tflite',"
                            + " any other for 'hrnet'.")
    private @Nullable Path model;

    @Option(
            names = "--pose-option",
            paramLabel = "KEY=VALUE",
            description = "A setting of the pose classifier; may be given several times.")
    private Map<String, String> settings = Map.of();

    /** Returns a new classifier, which the caller closes. */
    PoseClassifier open() {
        if (model == null) {
            return open(id, settings);
        }
        Map<String, String> all = new LinkedHashMap<>(settings);
        if (all.put(MODEL, model.toString()) != null) {
            throw Usage.wrong(
                    "the model is given twice, by --pose-model and by --pose-option model=...; leave one out");
        }
        String provider = model.toString().endsWith(".tflite") ? "tflite" : "hrnet";
        return open(id == null ? provider : id, all);
    }

    /**
     * Returns a new classifier, which the caller closes.
     *
     * @param option for messages, such as {@code --pose}
     * @param specification as {@link #SPECIFICATION} has it
     * @param more settings beside those of the specification
     */
    static PoseClassifier open(String option, String specification, Map<String, String> more) {
        String[] parts = specification.split(":", 2);
        Map<String, String> settings = new LinkedHashMap<>(more);
        if (parts.length == 2) {
            for (String setting : parts[1].split(",", -1)) {
                String[] pair = setting.split("=", 2);
                if (pair.length < 2) {
                    throw Usage.wrong(
                            "%s %s: a setting is OPTION=VALUE, not '%s'".formatted(option, specification, setting));
                }
                settings.put(pair[0], pair[1]);
            }
        }
        return open(parts[0], settings);
    }

    /** Returns a new classifier, which the caller closes; the standard one without an id. */
    static PoseClassifier open(@Nullable String id, Map<String, String> settings) {
        StageChoice choice = new StageChoice("pose", id, null, settings);
        // No model is given, so no provider is looked for that takes one.
        return choice.open(PoseClassifierProvider.class, "", PoseClassifierProvider::create);
    }
}
