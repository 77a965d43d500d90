package io.buyme.cli;

import io.buyme.image.coco.CocoAnnotations;
import io.buyme.image.imaterialist.FashionCoco;
import io.buyme.image.imaterialist.FashionLabels;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code buyme train annotations}: annotations of one format become those of another. */
@Command(
        name = "annotations",
        mixinStandardHelpOptions = true,
        versionProvider = ManifestVersion.class,
        sortOptions = false,
        description = {
            "Translates annotations between COCO and the CSV of iMaterialist 2019 (Fashionpedia), without loss.",
            "",
            "A bad row is named with its line and left out; the exit code is 1 then."
        })
final class TrainAnnotationsCommand implements Callable<Integer> {

    /** A format of annotations. */
    enum Format {
        COCO,
        IMATERIALIST
    }

    /** More bad rows than that are only counted. */
    private static final int NAMED = 100;

    private final Console console;

    @Parameters(index = "0", paramLabel = "IN", description = "File to read.")
    @SuppressWarnings("NullAway.Init") // picocli refuses a command line without it
    private Path in;

    @Parameters(index = "1", paramLabel = "OUT", description = "File to write.")
    @SuppressWarnings("NullAway.Init") // picocli refuses a command line without it
    private Path out;

    @Option(
            names = "--to",
            required = true,
            paramLabel = "FORMAT",
            description = "Of OUT: ${COMPLETION-CANDIDATES}; IN is of the other.")
    @SuppressWarnings("NullAway.Init") // picocli refuses a command line without it
    private Format to;

    @Option(
            names = "--labels",
            required = true,
            paramLabel = "FILE",
            description = "The label_descriptions.json: read for --to coco, written for --to imaterialist.")
    @SuppressWarnings("NullAway.Init") // picocli refuses a command line without it
    private Path labels;

    TrainAnnotationsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        AtomicLong bad = new AtomicLong();
        CocoAnnotations annotations;
        if (to == Format.COCO) {
            annotations = FashionCoco.read(in, FashionLabels.read(labels), row -> {
                if (bad.getAndIncrement() < NAMED) {
                    console.note("%s: %s", in, row);
                }
            });
            annotations.write(out);
        } else {
            annotations = CocoAnnotations.read(in);
            FashionCoco.labels(annotations).write(labels);
            FashionCoco.write(annotations, out);
        }
        console.note(
                "wrote %s: %d annotations of %d pictures, %d bad rows left out",
                out, annotations.annotations().size(), annotations.images().size(), bad.get());
        return ExitCodes.afterFailures(bad.get());
    }
}
