package io.buyme.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateExplainCommandTest {

    @Test
    void hidingWhatTheMapShowsLowersTheScoreMoreThanHidingAsMuchElsewhere(@TempDir Path folder) throws Exception {
        CommandRun run = CommandRun.of(
                "evaluate", "explain", "--pairs", 4, "--embedder", "appearance", "--out", folder.resolve("pictures"));
        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonNode score = new ObjectMapper().readTree(run.out());
        assertThat(score.get("pairs").asInt()).isEqualTo(4);
        assertThat(score.get("method").asText()).isEqualTo("occlusion");
        JsonNode drops = score.get("background");
        assertThat(drops.get("map").asDouble())
                .isGreaterThan(drops.get("random").asDouble()
                        + 2 * drops.get("standard_error").asDouble());
        assertThat(drops.get("map_wins").asDouble()).isGreaterThan(0.7);
        assertThat(score.get("deletion")).hasSize(5);
        assertThat(score.get("failed").asInt()).isZero();
        assertThat(folder.resolve("pictures/004.png")).isNotEmptyFile();
    }

    @Test
    void patchesAreRefusedForAnEmbedderWithoutThem() {
        CommandRun run =
                CommandRun.of("evaluate", "explain", "--pairs", 1, "--embedder", "appearance", "--method", "patches");
        assertThat(run.exitCode()).isEqualTo(ExitCodes.USAGE);
        assertThat(run.err()).contains("appearance").contains("--method patches");
    }

    @Test
    void foldersAreGivenBothOrNone(@TempDir Path folder) {
        CommandRun run = CommandRun.of("evaluate", "explain", "--index", folder);
        assertThat(run.exitCode()).isEqualTo(ExitCodes.USAGE);
        assertThat(run.err()).contains("--query");
    }
}
