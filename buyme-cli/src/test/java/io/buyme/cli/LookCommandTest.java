package io.buyme.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LookCommandTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static Fixture shop;

    @BeforeAll
    static void makeShop() throws IOException {
        shop = Fixture.in(folder, 2);
    }

    @Test
    void onePhotoAsJsonIsAnObjectOfTheDocumentedShape() throws IOException {
        Path photo = shop.photos().get(0);
        CommandRun run = CommandRun.of(
                "look",
                photo,
                "--catalog",
                shop.catalog(),
                "--detector",
                "body-regions",
                "--json",
                "--explain",
                "-k",
                "2");
        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonNode look = new ObjectMapper().readTree(run.out());
        assertThat(look.get("photo").asText()).isEqualTo(photo.toString());
        assertThat(look.get("status").asText()).isEqualTo("found");
        assertThat(look.get("pose").get("verdict").asText()).isEqualTo("full_front");
        assertThat(look.get("pose").get("keypoints")).hasSize(33);
        assertThat(look.get("boxes").findValuesAsText("fate")).contains("kept", "dropped");
        assertThat(look.get("boxes").findValuesAsText("reason"))
                .doesNotContain("")
                .hasSameSizeAs(look.get("boxes"));
        assertThat(look.get("discarded").size())
                .isPositive()
                .isLessThan(look.get("boxes").size());
        assertThat(look.get("advice").isArray()).isTrue();
        assertThat(look.get("times_ms").get("total").asDouble()).isPositive();
        JsonNode article = look.get("articles").get(0);
        assertThat(article.get("super_category").asText()).isNotEmpty();
        assertThat(article.get("box").get("width").asDouble()).isPositive();
        assertThat(article.get("colors").get(0).get("rgb").asText()).matches("#[0-9a-f]{6}");
        assertThat(article.get("matches")).hasSize(2);
        JsonNode match = article.get("matches").get(0);
        assertThat(match.get("rank").asInt()).isEqualTo(1);
        assertThat(match.get("price").get("currency").asText()).isEqualTo("EUR");
        assertThat(match.get("link").asText()).startsWith("https://shop.example/");
        assertThat(match.get("reason").asText()).isNotEmpty();
    }

    @Test
    void severalPhotosAsJsonAreAnArrayInTheirOrder() throws IOException {
        CommandRun run = CommandRun.of(
                "look", shop.photos().get(1), folder.resolve("missing.jpg"), "--catalog", shop.catalog(), "--json");
        assertThat(run.exitCode()).isEqualTo(ExitCodes.INPUT);
        JsonNode looks = new ObjectMapper().readTree(run.out());
        assertThat(looks).hasSize(2);
        assertThat(looks.get(0).get("status").asText()).isEqualTo("found");
        assertThat(looks.get(0).has("discarded")).isFalse();
        assertThat(looks.get(0).has("boxes")).isFalse();
        assertThat(looks.get(1).get("status").asText()).isEqualTo("failed");
        assertThat(looks.get(1).get("error").asText()).contains("missing.jpg");
    }

    @Test
    void theTextNamesProductsWithPriceLinkAndReason() {
        CommandRun run = CommandRun.of("look", shop.photos().get(0), "--catalog", shop.catalog());
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("full front")
                .containsPattern("upper|one piece")
                .containsPattern("0\\.\\d{3}  .+  \\d+\\.95 EUR  https://shop\\.example/products/item-0000");
    }

    @Test
    void explainedTextSaysOfEveryBoxWhatBecameOfIt() {
        CommandRun run = CommandRun.of(
                "look", shop.photos().get(0), "--catalog", shop.catalog(), "--detector", "body-regions", "--explain");
        assertThat(run.out())
                .containsPattern("(?m)^  kept: .+ \\(confidence 0\\.\\d\\d, at \\d+,\\d+, \\d+x\\d+\\): .+")
                .containsPattern("(?m)^  dropped: headwear.+: a head alone is no article");
    }

    @Test
    void theReportIsOnePageWithAllPictures() throws IOException {
        Path page = folder.resolve("report.html");
        CommandRun run = CommandRun.of(
                "look",
                shop.photos().get(0),
                shop.photos().get(1),
                folder.resolve("missing.jpg"),
                "--catalog",
                shop.catalog(),
                "--report",
                page);
        assertThat(run.err()).contains("report: " + page);
        String html = Files.readString(page);
        assertThat(html)
                .contains("look-00000-front.png", "look-00001-front.png", "missing.jpg")
                .contains("data:image/jpeg;base64,")
                .contains("href=\"https://shop.example/products/item-0000")
                .endsWith("</html>\n")
                .doesNotContain("<script", "src=\"http", "url(");
    }

    @Test
    void theStrictGateRejectsAHalfBodyAndSaysWhy() throws IOException {
        Path half = folder.resolve("half.jpg");
        java.awt.image.BufferedImage photo = io.buyme.testkit.lookbook.LookBook.withSeed(1)
                .look(0, io.buyme.testkit.lookbook.View.HALF_BODY)
                .photo();
        Files.write(half, io.buyme.image.ImageEncoder.jpeg(photo, 0.9f));
        CommandRun run = CommandRun.of("look", half, "--catalog", shop.catalog(), "--gate", "strict", "--json");
        assertThat(run.exitCode()).isZero();
        JsonNode look = new ObjectMapper().readTree(run.out());
        assertThat(look.get("status").asText()).isEqualTo("rejected");
        assertThat(look.get("advice")).isNotEmpty();
    }

    @Test
    void aReportCanShowWhereTheSimilarityCameFrom() throws IOException {
        Path report = folder.resolve("heat.html");
        CommandRun run = CommandRun.of(
                "look",
                shop.photos().get(0),
                "--catalog",
                shop.catalog(),
                "--detector",
                "body-regions",
                "--report",
                report,
                "--heat-maps",
                "-k",
                "2");
        assertThat(run.exitCode()).as(run.err()).isZero();
        String page = Files.readString(report);
        assertThat(page).contains("heat map of the article in the photo").contains("class=\"pairs\"");
        assertThat(page.split("class=\"maps\"", -1)).as("best matches only").hasSizeBetween(2, 5);
    }

    @Test
    void heatMapsWantAReport() {
        CommandRun run = CommandRun.of("look", shop.photos().get(0), "--catalog", shop.catalog(), "--heat-maps");
        assertThat(run.exitCode()).isEqualTo(ExitCodes.USAGE);
        assertThat(run.err()).contains("--report");
    }
}
