package io.buyme.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.buyme.image.ImageDecoder;
import io.buyme.testkit.lookbook.LookBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainCommandTest {

    private static final String PRODUCT = LookBook.withSeed(1).item(0).id();

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static Fixture shop;

    @BeforeAll
    static void makeShop() throws IOException {
        shop = Fixture.in(folder, 1);
    }

    @Test
    void aBoxOfTheUserIsComparedWithAProduct() throws IOException {
        Path picture = folder.resolve("box.png");
        CommandRun run = explain("--box", "150,150,200,250", "--product", PRODUCT, "--json", "--out", picture);
        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonNode explained = new ObjectMapper().readTree(run.out()).get(0);
        assertThat(explained.get("box").get("width").asDouble()).isEqualTo(200);
        assertThat(explained.get("match").get("id").asText()).isEqualTo(PRODUCT);
        assertThat(explained.get("match").get("colors").get(0).get("difference").asDouble())
                .isNotNegative();
        assertThat(explained.get("article_map").get("values")).hasSize(49);
        assertThat(explained.get("product_map").get("rows").asInt()).isEqualTo(7);
        assertThat(explained.get("picture").asText()).isEqualTo(picture.toString());
        assertThat(ImageDecoder.standard().decode(picture).getWidth()).isGreaterThan(1000);
    }

    @Test
    void eachArticleIsExplainedWithItsBestMatch() throws IOException {
        CommandRun run = explain("--detector", "body-regions", "--json");
        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonNode all = new ObjectMapper().readTree(run.out());
        assertThat(all.size()).isGreaterThan(1);
        assertThat(all.get(0).get("match").get("reason").asText()).isNotEmpty();
        assertThat(all.get(0).has("picture")).isFalse();
    }

    @Test
    void oneArticleCanBeChosenByItsWord() {
        Path picture = folder.resolve("lower.png");
        CommandRun run = explain("--detector", "body-regions", "--article", "Footwear", "--out", picture);
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).startsWith("footwear: ").contains("picture: ").contains(" apart");
        assertThat(picture).isNotEmptyFile();
    }

    @Test
    void aMissingArticleIsNamedWithThoseThatAreThere() {
        CommandRun run = explain("--detector", "body-regions", "--article", "bag");
        assertThat(run.exitCode()).isEqualTo(ExitCodes.ENVIRONMENT);
        assertThat(run.err()).contains("no bag").contains("footwear").contains("--box");
    }

    @Test
    void anUnknownProductIsNamed() {
        CommandRun run = explain("--product", "no-such-thing");
        assertThat(run.exitCode()).isEqualTo(ExitCodes.ENVIRONMENT);
        assertThat(run.err()).contains("no-such-thing").contains("buyme list");
    }

    @Test
    void itMustBeClearWhatIsInABox() {
        assertThat(explain("--box", "1,2,3,4").err()).contains("--article");
        CommandRun few = explain("--box", "1,2,3");
        assertThat(few.exitCode()).isEqualTo(ExitCodes.USAGE);
        assertThat(few.err()).contains("four numbers");
    }

    @Test
    void aPictureThatIsGoneOrElsewhereIsToldInWords() throws IOException {
        Path gone = folder.resolve("gone.png");
        Files.copy(folder.resolve(Fixture.picture(0)), gone);
        Path feed = folder.resolve("gone.csv");
        Files.writeString(feed, "id,title,image,category\ng1,Gone,gone.png,t-shirt\n");
        Path catalog = folder.resolve("gone-catalog");
        assertThat(CommandRun.of("index", feed, "--catalog", catalog).exitCode())
                .isZero();
        Files.delete(gone);
        CommandRun run = CommandRun.of(
                "explain", shop.photos().get(0), "--catalog", catalog, "--box", "150,150,200,250", "--product", "g1");
        assertThat(run.exitCode()).isEqualTo(ExitCodes.ENVIRONMENT);
        assertThat(run.err()).contains("g1").contains("gone.png");
    }

    private static CommandRun explain(Object... options) {
        Object[] args = new Object[options.length + 4];
        args[0] = "explain";
        args[1] = shop.photos().get(0);
        args[2] = "--catalog";
        args[3] = shop.catalog();
        System.arraycopy(options, 0, args, 4, options.length);
        return CommandRun.of(args);
    }
}
