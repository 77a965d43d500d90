package io.buyme.cli;

import io.buyme.api.ArticleDetector;
import io.buyme.api.BuyMeException;
import io.buyme.api.PoseClassifier;
import io.buyme.cli.suggest.PhotoScout;
import io.buyme.cli.suggest.ScoutedPhoto;
import io.buyme.cli.suggest.SuggestionFile;
import io.buyme.cli.suggest.Unannotated;
import io.buyme.image.coco.CocoAnnotations;
import io.buyme.train.active.Shares;
import io.buyme.train.active.Suggester;
import io.buyme.train.active.Suggestion;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code buyme train suggest}: which photos to annotate next? */
@Command(
        name = "suggest",
        mixinStandardHelpOptions = true,
        versionProvider = ManifestVersion.class,
        sortOptions = false,
        description = {
            "Chooses the photos of a folder that a detector would learn most from, and writes them as COCO annotations, best"
                    + " first, with what the detector sees as guesses to correct.",
            "",
            "Worth annotating are photos on which two detectors disagree, of which the first is unsure, and that are likely"
                    + " to show what has few labels. A photo that cannot be read is named; the exit code is then 1."
        })
final class TrainSuggestCommand implements Callable<Integer> {

    private final Console console;

    @Option(names = "--images", required = true, paramLabel = "DIR", description = "Folder of the photos.")
    @SuppressWarnings("NullAway.Init") // picocli refuses a command line without it
    private Path images;

    @Option(
            names = "--coco",
            paramLabel = "FILE",
            description = "COCO annotations so far: their photos are not suggested, their labels are counted.")
    private @Nullable Path coco;

    @Option(
            names = "--count",
            paramLabel = "N",
            defaultValue = "50",
            description = "So many photos at most (default: ${DEFAULT-VALUE}).")
    private int count;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "COCO file to write.")
    @SuppressWarnings("NullAway.Init") // picocli refuses a command line without it
    private Path out;

    @Mixin
    private final DetectorOptions detectors = new DetectorOptions();

    @Mixin
    private final SecondDetectorOptions second = new SecondDetectorOptions();

    @Mixin
    private final PoseOptions pose = new PoseOptions();

    private final Map<String, ScoutedPhoto> seen = new LinkedHashMap<>();
    private int failed;

    TrainSuggestCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Usage.atLeast(1, count, "--count");
        CocoAnnotations before = coco == null ? Unannotated.nothing() : CocoAnnotations.read(coco);
        Unannotated unannotated = new Unannotated(before, images);
        List<String> photos = unannotated.photos();
        if (photos.isEmpty()) {
            throw Usage.wrong("nothing to suggest: all pictures in %s are annotated in %s".formatted(images, coco));
        }
        lookAt(photos);
        List<Suggestion> suggestions = new Suggester(Shares.standard(), unannotated.labels())
                .suggest(seen.values().stream().map(ScoutedPhoto::findings).toList(), count);
        SuggestionFile.of(before, suggestions, seen).write(out);
        print(suggestions);
        console.note("wrote %s: %d of %d photos not annotated yet", out, suggestions.size(), photos.size());
        return ExitCodes.afterFailures(failed);
    }

    private void lookAt(List<String> photos) {
        ProgressNotes progress = new ProgressNotes(console);
        try (PoseClassifier poses = pose.open();
                ArticleDetector first = detectors.open();
                ArticleDetector other = second.open()) {
            PhotoScout scout = new PhotoScout(poses, first, other);
            int done = 0;
            for (String photo : photos) {
                try {
                    seen.put(photo, scout.look(images, photo));
                } catch (BuyMeException e) {
                    failed++;
                    console.note("%s left out: %s", OneLine.of(photo), OneLine.of(Failures.message(e)));
                }
                progress.lookedAt(++done, photos.size());
            }
        }
    }

    private void print(List<Suggestion> suggestions) {
        int width = suggestions.stream()
                .mapToInt(suggestion -> OneLine.of(suggestion.photo()).length())
                .max()
                .orElse(1);
        for (Suggestion suggestion : suggestions) {
            console.out()
                    .printf(
                            Locale.ROOT,
                            "%.3f  %-" + width + "s  %s%n",
                            suggestion.score(),
                            OneLine.of(suggestion.photo()),
                            OneLine.of(suggestion.reason()));
        }
    }
}
