package io.buyme.cli;

import io.buyme.train.RunOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every training run is told, whatever it trains. */
final class TrainingOptions {

    @Option(names = "--weights", paramLabel = "FILE", description = "ONNX model to start from, such as MobileNetV2.")
    private @Nullable Path weights;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where the model goes.")
    @SuppressWarnings("NullAway.Init") // picocli refuses a command line without it
    private Path out;

    @Option(
            names = "--seed",
            defaultValue = "1",
            paramLabel = "N",
            description = "Of all random numbers (${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--minutes", paramLabel = "N", description = "Time to train at most, over all sittings.")
    private @Nullable Long minutes;

    @Option(names = "--threads", paramLabel = "N", description = "That may compute (one for each processor).")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--fp16", description = "Keep weights in 16 bits in the model file.")
    private boolean half;

    @Option(names = "--resume", description = "Go on from the last checkpoint in --out.")
    private boolean resume;

    long seed() {
        return seed;
    }

    RunOptions run() {
        return new RunOptions(
                Optional.ofNullable(weights),
                out,
                threads,
                Optional.ofNullable(minutes).map(Duration::ofMinutes),
                half,
                resume);
    }
}
