package io.buyme.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.buyme.image.ImageEncoder;
import io.buyme.image.coco.CocoAnnotation;
import io.buyme.image.coco.CocoAnnotations;
import io.buyme.image.coco.CocoCategory;
import io.buyme.image.coco.CocoImage;
import io.buyme.testkit.lookbook.Look;
import io.buyme.testkit.lookbook.LookBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three drawn people, of which one is annotated. */
class TrainSuggestCommandTest {

    private static final LookBook PEOPLE = LookBook.withSeed(1);

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    private Path photos = Path.of("");
    private Path coco = Path.of("");
    private Path out = Path.of("");

    @BeforeEach
    void draw() throws IOException {
        photos = Files.createDirectories(folder.resolve("photos"));
        coco = folder.resolve("coco.json");
        out = folder.resolve("out.json");
        for (int i = 0; i < 3; i++) {
            Path file = photos.resolve(i == 2 ? "more/2.png" : i + ".png");
            Files.createDirectories(file.resolveSibling("."));
            Files.write(file, ImageEncoder.png(PEOPLE.look(i).photo()));
        }
        Look look = PEOPLE.look(0);
        CocoImage done =
                CocoImage.of(7, "0.png", look.photo().getWidth(), look.photo().getHeight());
        CocoAnnotation label = CocoAnnotation.of(40, done, 3, look.worn().get(0).mask());
        CocoAnnotations.of(List.of(done), List.of(CocoCategory.of(3, "Upper")), List.of(label), Map.of())
                .write(coco);
    }

    @Test
    void photosWithoutLabelsAreWrittenWithGuesses() {
        CommandRun run = suggest("--coco", coco);

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("1.png", "more/2.png").doesNotContain("0.png");
        CocoAnnotations written = CocoAnnotations.read(out);
        assertThat(written.images()).extracting(CocoImage::fileName).containsExactlyInAnyOrder("1.png", "more/2.png");
        assertThat(written.images()).extracting(CocoImage::id).containsExactly(8L, 9L);
        assertThat(written.images())
                .allSatisfy(image -> assertThat(image.extra()).containsKeys("suggested", "score", "signs"));
        assertThat(written.categories()).contains(CocoCategory.of(3, "Upper"));
        assertThat(written.annotations())
                .isNotEmpty()
                .allSatisfy(guess -> assertThat(guess.id()).isGreaterThan(40))
                .allSatisfy(guess -> assertThat(guess.extra()).containsKey("score"))
                .allSatisfy(guess -> assertThat(guess.mask()).isPresent())
                .anySatisfy(guess -> assertThat(guess.categoryId()).isEqualTo(3));
    }

    @Test
    void aPhotoThatCannotBeReadIsNamedAndTheRestGoesOn() throws IOException {
        Files.writeString(photos.resolve("bad.png"), "no picture");

        CommandRun run = suggest("--count", 1);

        assertThat(run.exitCode()).isEqualTo(ExitCodes.INPUT);
        assertThat(run.err()).contains("bad.png left out");
        assertThat(CocoAnnotations.read(out).images()).hasSize(1);
    }

    @Test
    void commandLinesWithNothingToDoAreRefused() throws IOException {
        assertThat(suggest("--count", 0).exitCode()).isEqualTo(ExitCodes.USAGE);
        Path empty = Files.createDirectories(folder.resolve("empty"));
        CommandRun none = CommandRun.of("train", "suggest", "--images", empty, "--out", out);
        assertThat(none.exitCode()).isEqualTo(ExitCodes.INPUT);
        assertThat(none.err()).contains("there is no picture");
        Files.delete(photos.resolve("1.png"));
        Files.delete(photos.resolve("more/2.png"));
        CommandRun all = suggest("--coco", coco);
        assertThat(all.exitCode()).isEqualTo(ExitCodes.USAGE);
        assertThat(all.err()).contains("nothing to suggest");
        assertThat(out).doesNotExist();
    }

    private CommandRun suggest(Object... more) {
        return CommandRun.of(
                List.of("train", "suggest", "--images", photos, "--out", out, "--detector", "body-regions"), more);
    }
}
