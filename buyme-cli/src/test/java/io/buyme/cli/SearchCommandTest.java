package io.buyme.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchCommandTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static Fixture shop;

    @BeforeAll
    static void makeShop() throws IOException {
        shop = Fixture.in(folder, 0);
    }

    private static CommandRun search(Object... options) {
        return CommandRun.of(java.util.List.of("search", "--catalog", shop.catalog()), options);
    }

    @Test
    void findsMoreLikeAProductWithoutItself() throws IOException {
        CommandRun run = search("--like", "item-000000", "--json", "-k", 3);
        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonNode found = new ObjectMapper().readTree(run.out());
        assertThat(found.get("super_category").asText()).isEqualTo("upper");
        assertThat(found.get("matches")).isNotEmpty().hasSizeLessThanOrEqualTo(3);
        assertThat(found.get("matches").findValuesAsText("id")).doesNotContain("item-000000");
        CommandRun unknown = search("--like", "nothing");
        assertThat(unknown.exitCode()).isEqualTo(ExitCodes.INPUT);
        assertThat(unknown.err()).contains("no product 'nothing'");
    }

    @Test
    void findsTheProductInAPictureOfIt() throws IOException {
        Path picture = folder.resolve(Fixture.picture(0));
        CommandRun run =
                search("--picture", picture, "--category", "t-shirt", "--ranking", "nearest", "-k", 1, "--json");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(new ObjectMapper().readTree(run.out()).at("/matches/0/id").asText())
                .isEqualTo("item-000000");
        CommandRun part = search("--picture", picture, "--category", "t-shirt", "--box", "20,20,250,300");
        assertThat(part.exitCode()).as(part.err()).isZero();
        assertThat(part.out()).contains("t-shirt, upper");
    }

    @Test
    void listsWhatFulfilsAllConditions() {
        CommandRun run = search("--where", "super category=footwear|bag", "--where", "price=0..1000 EUR");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out().lines())
                .isNotEmpty()
                .allMatch(line -> line.contains("\tfootwear\t") || line.contains("\tbag\t"));
        CommandRun none = search("--where", "brand=nobody");
        assertThat(none.exitCode()).isZero();
        assertThat(none.out()).isEmpty();
        assertThat(none.err()).contains("no product passes");
    }

    @Test
    void saysWhatIsWrongWithTheCommandLine() throws IOException {
        Path picture = folder.resolve(Fixture.picture(0));
        for (Object[] wrong : new Object[][] {
            {"--like", "a", "--picture", picture},
            {"--picture", picture},
            {"--picture", picture, "--category", "spaceship"},
            {"--picture", picture, "--category", "hat", "--box", "1,2,3"},
            {"--picture", picture, "--category", "hat", "--box", "5000,0,10,10"},
            {"--picture", picture, "--category", "hat", "--box", "0,0,-5,10"},
            {"--where", "price=cheap"},
            {"-k", 0}
        }) {
            CommandRun run = search(wrong);
            assertThat(run.exitCode())
                    .as("%s: %s", java.util.List.of(wrong), run.err())
                    .isEqualTo(ExitCodes.USAGE);
        }
    }
}
