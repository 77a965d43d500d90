package io.buyme.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.buyme.api.Embedder;
import io.buyme.api.Stages;
import io.buyme.catalog.recommend.Calibration;
import io.buyme.catalog.recommend.RankingModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RerankCommandsTest {

    private static final List<String> SMALL =
            List.of("evaluate", "rerank", "--looks", "4", "--drawn-products", "40", "--embedder", "appearance");

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    @Test
    void theBuiltInProbabilitiesBelongToTheStandardEmbedder() {
        try (Embedder embedder = Stages.embedder()) {
            assertThat(RankingModel.standard().calibration().map(Calibration::space))
                    .contains(embedder.space().id());
        }
    }

    @Test
    void nearestAndRecommendedAreCompared() throws IOException {
        Path pairs = folder.resolve("pairs.csv");
        Path plot = folder.resolve("plot.png");
        CommandRun run = CommandRun.of(SMALL, "--pairs", pairs, "--plot", plot);
        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonNode trial = new ObjectMapper().readTree(run.out()).get("trials").get(0);

        assertThat(trial.get("trial").asText()).isEqualTo("look_book");
        for (String order : List.of("nearest", "reranked", "diversified")) {
            assertThat(trial.get(order).get("recall_at_10").asDouble()).isGreaterThan(0.5);
            assertThat(trial.get(order).get("ndcg_at_10").asDouble()).isBetween(0.1, 1.0);
        }
        assertThat(trial.get("diversified").get("diversity").asDouble())
                .isGreaterThanOrEqualTo(trial.get("reranked").get("diversity").asDouble());
        assertThat(Files.readAllLines(pairs).get(0))
                .isEqualTo("query,product,rank,label,space,similarity,tags,color,category");
        assertThat(plot).isNotEmptyFile();
    }

    @Test
    void weightsAreLearnedFromClicksAndReadAgain() throws IOException {
        Path clicks = folder.resolve("clicks.csv");
        Path weights = folder.resolve("weights.properties");
        assertThat(CommandRun.of(SMALL, "--taste", "color", "--pairs", clicks).exitCode())
                .isZero();

        CommandRun run = CommandRun.of("train", "rerank", "--clicks", clicks, "--fix", "tags=0.1", "--out", weights);
        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonNode score = new ObjectMapper().readTree(run.out());
        assertThat(score.get("held_back").asInt()).isPositive();
        assertThat(score.get("after").has("recall_at_5")).isTrue();
        // The built-in probabilities are those of another embedder.
        assertThat(RankingModel.load(weights).calibration()).isEmpty();
        assertThat(RankingModel.load(weights).weights().tags()).isEqualTo(0.1, within(1e-6));
    }

    @Test
    void whatMakesNoSenseIsRefused() throws IOException {
        Path clicks = Files.writeString(
                folder.resolve("clicks.csv"),
                "query,product,rank,label,similarity,tags,color,category\nq,p,1,yes,1,0,0,0\n");
        CommandRun bad = CommandRun.of("train", "rerank", "--clicks", clicks, "--out", folder.resolve("w"));
        assertThat(bad.exitCode()).isEqualTo(ExitCodes.ENVIRONMENT);
        assertThat(bad.err()).contains("row 1: label must be 0 or 1, got 'yes'");

        assertThat(CommandRun.of("evaluate", "rerank", "--looks", 0).err()).contains("nothing to measure on");
        assertThat(CommandRun.of("evaluate", "rerank", "--lambda", 2).err()).contains("--lambda is 0 to 1");
        assertThat(CommandRun.of("train", "rerank", "--clicks", clicks, "--fix", "colour=1", "--out", "w")
                        .err())
                .contains("--fix is for one of [similarity, tags, color, category], got 'colour'");
    }
}
