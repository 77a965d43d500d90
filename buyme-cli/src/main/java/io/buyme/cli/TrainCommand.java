package io.buyme.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code buyme train}: makes models out of pictures. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        versionProvider = ManifestVersion.class,
        synopsisSubcommandLabel = "WHAT",
        description = "Trains networks on pictures of clothes and writes them as ONNX models.")
final class TrainCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw Usage.subcommandMissing(spec, "what to train");
    }
}
