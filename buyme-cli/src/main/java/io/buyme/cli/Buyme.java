package io.buyme.cli;

import io.buyme.catalog.feed.FeedException;
import io.buyme.cli.evaluate.EvaluationException;
import io.buyme.image.UnreadableImageException;
import io.buyme.image.coco.CocoException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The {@code buyme} command. */
@Command(
        name = "buyme",
        description = {
            "Finds the products of a catalogue that look most like what the person in a photo wears.",
            "",
            "Start with 'buyme demo', which needs no data of yours. Then make a catalogue of your own pictures with"
                    + " 'buyme index' and look at a photo with 'buyme look'."
        },
        mixinStandardHelpOptions = true,
        versionProvider = ManifestVersion.class,
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:everything asked for was done",
            " 1:some of the input could not be used; the rest was",
            " 2:the command line is wrong",
            " 3:the catalogue, a stage or this machine is at fault"
        })
public final class Buyme implements Callable<Integer> {

    private final Console console;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    private Buyme(Console console) {
        this.console = console;
    }

    /** Runs the command and ends the JVM with its exit code. */
    public static void main(String[] args) {
        PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(args, new Console(out, err, Terminal.isStandardError())));
    }

    /**
     * Runs the command.
     *
     * @param args as on the command line
     * @param out receives results only
     * @param err receives progress, notes and errors
     * @return the exit code: 0 done, 1 some input failed, 2 wrong command line, 3 anything else
     */
    public static int run(String[] args, PrintWriter out, PrintWriter err) {
        return run(args, new Console(out, err, false));
    }

    private static int run(String[] args, Console console) {
        try {
            return commandLine(console).execute(args);
        } finally {
            console.out().flush();
            console.err().flush();
        }
    }

    private static CommandLine evaluate(Console console) {
        return new CommandLine(new EvaluateCommand())
                .addSubcommand(new EvaluatePoseCommand(console))
                .addSubcommand(new EvaluateDetectCommand(console))
                .addSubcommand(new EvaluateSuggestCommand(console))
                .addSubcommand(new EvaluateEmbedCommand(console))
                .addSubcommand(new EvaluatePairsCommand(console))
                .addSubcommand(new EvaluateLookBookCommand(console))
                .addSubcommand(new EvaluateCatalogCommand(console))
                .addSubcommand(new EvaluateRerankCommand(console))
                .addSubcommand(new EvaluateExplainCommand(console));
    }

    private static CommandLine bench(Console console) {
        return new CommandLine(new BenchCommand(console))
                .addSubcommand(new BenchEmbedCommand(console))
                .addSubcommand(new BenchPoseCommand(console))
                .addSubcommand(new BenchCatalogCommand(console))
                .addSubcommand(new BenchIndexCommand(console));
    }

    private static CommandLine train(Console console) {
        return new CommandLine(new TrainCommand())
                .addSubcommand(new TrainEmbedderCommand(console))
                .addSubcommand(new TrainDetectorCommand(console))
                .addSubcommand(new TrainMaskRcnnCommand(console))
                .addSubcommand(new TrainCamCommand(console))
                .addSubcommand(new TrainPoseCommand(console))
                .addSubcommand(new TrainRerankCommand(console))
                .addSubcommand(new TrainGateCommand(console))
                .addSubcommand(new TrainSuggestCommand(console))
                .addSubcommand(new TrainConvertCommand(console))
                .addSubcommand(new TrainAnnotationsCommand(console));
    }

    private static CommandLine commandLine(Console console) {
        return new CommandLine(new Buyme(console))
                .addSubcommand(new IndexCommand(console))
                .addSubcommand(new SyncCommand(console))
                .addSubcommand(new LookCommand(console))
                .addSubcommand(new ExplainCommand(console))
                .addSubcommand(new ListCommand(console))
                .addSubcommand(new RemoveCommand(console))
                .addSubcommand(new SearchCommand(console))
                .addSubcommand(new ReindexCommand(console))
                .addSubcommand(new BackupCommand(console))
                .addSubcommand(new RestoreCommand(console))
                .addSubcommand(new CheckCommand(console))
                .addSubcommand(new StagesCommand(console))
                .addSubcommand(evaluate(console))
                .addSubcommand(train(console))
                .addSubcommand(bench(console))
                .addSubcommand(new DemoCommand(console))
                .setOut(console.out())
                .setErr(console.err())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpLongOptionsMaxWidth(28)
                .setExecutionStrategy(parsed -> {
                    Logging.configure(console.verbose());
                    return new CommandLine.RunLast().execute(parsed);
                })
                .setParameterExceptionHandler((failure, args) -> usageError(console, failure))
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    console.error(failure);
                    return exitCode(failure);
                });
    }

    private static int exitCode(Exception failure) {
        if (failure instanceof Usage.WrongOption) {
            return ExitCodes.USAGE;
        }
        boolean badInput = failure instanceof UnreadableImageException
                || failure instanceof FeedException
                || failure instanceof EvaluationException
                || failure instanceof CocoException;
        return badInput ? ExitCodes.INPUT : ExitCodes.ENVIRONMENT;
    }

    private static int usageError(Console console, ParameterException failure) {
        console.error(failure);
        String command = failure.getCommandLine().getCommandSpec().qualifiedName();
        console.note("Try '%s --help'.", command);
        return ExitCodes.USAGE;
    }

    @Option(
            names = {"-v", "--verbose"},
            scope = ScopeType.INHERIT,
            description = "Log more, and show where errors come from.")
    void verbose(boolean verbose) {
        if (verbose) {
            console.beVerbose();
        }
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }
}
