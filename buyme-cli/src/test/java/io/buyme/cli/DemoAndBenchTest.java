package io.buyme.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoAndBenchTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    @Test
    void theDemoWritesAReportAndRunsAgainIntoTheSameFolder() {
        Path out = folder.resolve("demo");
        for (int run = 0; run < 2; run++) {
            CommandRun demo = CommandRun.of("demo", "--out", out, "--products", "16", "--looks", "2");
            assertThat(demo.exitCode()).as(demo.err()).isZero();
            assertThat(demo.out().strip()).isEqualTo("report: " + out.resolve("report.html"));
            assertThat(demo.err()).containsPattern("footwear: the worn product itself is in the top 3 for \\d of \\d");
            assertThat(out.resolve("report.html")).isNotEmptyFile();
        }
    }

    @Test
    void theBenchPrintsPercentilesOfAllStagesAndHowItsCatalogWasMade() throws IOException {
        CommandRun bench = CommandRun.of("bench", "--catalog-size", "24", "--repeats", "2", "--warmup", "1");
        assertThat(bench.exitCode()).as(bench.err()).isZero();
        JsonNode report = new ObjectMapper().readTree(bench.out());
        assertThat(report.get("catalog_size").asInt()).isEqualTo(24);
        assertThat(report.get("embedded").asInt()).isEqualTo(24);
        assertThat(report.get("jittered").asInt()).isZero();
        for (String stage : new String[] {"decode", "pose", "detect", "embed", "search", "total"}) {
            assertThat(report.get("ms").get(stage).get("p50").asDouble())
                    .isPositive()
                    .isLessThanOrEqualTo(report.get("ms").get(stage).get("p95").asDouble());
        }
        assertThat(bench.err()).contains("p50").contains("search");
    }
}
