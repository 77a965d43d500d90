package io.buyme.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.buyme.testkit.RealPhotos;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Flat-lays and street photos of real clothes, where they are at hand. */
class RealPhotosTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    @Test
    void everyStreetPhotoFindsMatchesAmongRealFlatLays() throws IOException {
        Path flatLays = RealPhotos.require("clothing-small/validation");
        Path photos = RealPhotos.require("ccp/photos");
        Path catalog = folder.resolve("catalog");
        CommandRun index = CommandRun.of("index", flatLays, "--catalog", catalog);
        assertThat(index.exitCode()).as(index.err()).isZero();
        assertThat(index.out()).startsWith("341 added");

        CommandRun look = CommandRun.of(
                "look",
                photos.resolve("0001.jpg"),
                photos.resolve("0013.jpg"),
                photos.resolve("0101.jpg"),
                "--catalog",
                catalog,
                "--json");
        assertThat(look.exitCode()).as(look.err()).isZero();
        for (JsonNode photo : new ObjectMapper().readTree(look.out())) {
            assertThat(photo.get("articles")).isNotEmpty();
            for (JsonNode article : photo.get("articles")) {
                // The flat-lays have no bags.
                boolean sold = !article.get("super_category").asText().equals("bag");
                assertThat(article.get("matches")).hasSize(sold ? 5 : 0);
            }
        }
    }
}
