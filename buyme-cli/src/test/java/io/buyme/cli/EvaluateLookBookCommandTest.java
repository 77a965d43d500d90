package io.buyme.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class EvaluateLookBookCommandTest {

    @Test
    void wornProductsAreSearchedForAmongAllOrThoseOfTheirKind() throws IOException {
        JsonNode all = score("evaluate", "lookbook", "--products", 48, "--looks", 6, "--embedder", "appearance");
        assertThat(all.get("products").asInt()).isEqualTo(48);
        assertThat(all.get("queries").asInt()).isGreaterThanOrEqualTo(12);
        assertThat(all.get("failed").asInt()).isZero();
        int sum = 0;
        for (JsonNode part : all.get("by_super_category")) {
            sum += part.get("queries").asInt();
        }
        assertThat(sum).isEqualTo(all.get("queries").asInt());
        assertThat(all.get("by_super_category").has("footwear")).isTrue();
        // Of 48 products a guess finds one in five among ten.
        assertThat(all.get("recall_at_10").asDouble()).isGreaterThan(0.6);

        JsonNode parts = score(
                "evaluate", "lookbook", "--products", 48, "--looks", 6, "--embedder", "appearance", "--partitioned");
        assertThat(parts.get("partitioned").asBoolean()).isTrue();
        assertThat(parts.get("recall_at_1").asDouble())
                .isGreaterThanOrEqualTo(all.get("recall_at_1").asDouble());
    }

    @Test
    void allThatIsWornMustBeOnSale() {
        CommandRun run = CommandRun.of("evaluate", "lookbook", "--products", 15, "--looks", 2);
        assertThat(run.exitCode()).isEqualTo(ExitCodes.USAGE);
        assertThat(run.err()).contains("--products for 2 looks must be at least 16");
    }

    private static JsonNode score(Object... args) throws IOException {
        CommandRun run = CommandRun.of(args);
        assertThat(run.exitCode()).as(run.err()).isZero();
        return new ObjectMapper().readTree(run.out());
    }
}
