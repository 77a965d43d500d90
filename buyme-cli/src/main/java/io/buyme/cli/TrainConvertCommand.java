package io.buyme.cli;

import io.buyme.train.onnx.ExportReport;
import io.buyme.train.onnx.ModelConversion;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code buyme train convert}: a Keras or DL4J model becomes an embedder in ONNX format. */
@Command(
        name = "convert",
        mixinStandardHelpOptions = true,
        versionProvider = ManifestVersion.class,
        sortOptions = false,
        description = {
            "Makes an ONNX embedder of a Keras (.h5) or DL4J (.zip) model: pictures in, vectors of length 1 out.",
            "",
            "The file is compared with the model on random pictures, and refused if they differ."
        })
final class TrainConvertCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(index = "0", paramLabel = "MODEL", description = "Keras .h5 or DL4J .zip file.")
    @SuppressWarnings("NullAway.Init") // picocli refuses a command line without it
    private Path model;

    @Parameters(index = "1", paramLabel = "ONNX", description = "File to write.")
    @SuppressWarnings("NullAway.Init") // picocli refuses a command line without it
    private Path onnx;

    @Option(
            names = "--size",
            paramLabel = "PIXELS",
            description = "Width and height of pictures, where the model does not tell.")
    private @Nullable Integer size;

    @Option(
            names = "--features",
            paramLabel = "LAYER",
            description = "Layer whose output is the vector (the last one before the classes).")
    private @Nullable String features;

    @Option(names = "--fp16", description = "Keep weights in 16 bits.")
    private boolean half;

    TrainConvertCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        ModelConversion.Options options = new ModelConversion.Options(
                size == null ? OptionalInt.empty() : OptionalInt.of(size),
                Optional.ofNullable(features),
                half,
                Map.of());
        ExportReport report = ModelConversion.toOnnx(model, onnx, options);
        console.note(
                "wrote %s: %d bytes, at most %.1e from the model's own output",
                onnx, report.bytes(), report.storedDifference());
        return ExitCodes.OK;
    }
}
