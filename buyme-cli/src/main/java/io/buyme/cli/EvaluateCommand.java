package io.buyme.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code buyme evaluate}: how good is a stage on labelled photos? */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        versionProvider = ManifestVersion.class,
        synopsisSubcommandLabel = "WHAT",
        description = "Measures how good a stage is on photos of which the right answer is known.")
final class EvaluateCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw Usage.subcommandMissing(spec, "what to evaluate");
    }
}
