package io.buyme.examples.embedder;

import static org.assertj.core.api.Assertions.assertThat;

import io.buyme.api.Embedder;
import io.buyme.api.Stages;
import io.buyme.api.spi.EmbedderProvider;
import io.buyme.api.spi.Options;
import io.buyme.api.spi.Providers;
import io.buyme.api.spi.StageProvider;
import io.buyme.examples.ShopTheLook;
import io.buyme.testkit.lookbook.LookBook;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** This module's jar is on the classpath beside buyme-embed's: nothing else makes the difference. */
class SwapByClasspathTest {

    @Test
    void theJarOnTheClasspathReplacesTheEmbedder() {
        assertThat(Providers.discover(EmbedderProvider.class).all())
                .extracting(StageProvider::id)
                .contains("mean-color", "appearance");
        try (Embedder embedder = Stages.embedder()) {
            assertThat(embedder.space().model()).isEqualTo("mean-color");
        }
    }

    @Test
    void theReplacedOneIsStillThereById() {
        try (Embedder embedder = Stages.embedder("appearance", Options.none())) {
            assertThat(embedder.space().model()).isEqualTo("appearance");
        }
    }

    @Test
    void aProgramUsesItWithoutBeingChanged(@TempDir Path folder) throws IOException {
        LookBook book = LookBook.withSeed(7);
        book.writeTo(folder, 24, 1);
        Path photo = folder.resolve("looks").resolve(book.look(0).name() + ".png");

        String printed = printedByMain(folder.resolve("products.csv"), photo, folder.resolve("catalog"));

        // Scores are minus squared distances now, and there are no attributes to explain with.
        assertThat(printed).contains("  -0.").contains("similar in looks (score -0.");
    }

    private static String printedByMain(Path products, Path photo, Path catalog) {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
            System.setOut(out);
            ShopTheLook.main(new String[] {products.toString(), photo.toString(), catalog.toString()});
        } finally {
            System.setOut(before);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }
}
