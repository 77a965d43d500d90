package io.buyme.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchIndexCommandTest {

    @Test
    void comparesIndexesAndDrawsThem(@TempDir Path folder) throws IOException {
        Path plot = folder.resolve("plot.svg");
        CommandRun run = CommandRun.of(
                "bench",
                "index",
                "--limit",
                "300",
                "--dimension",
                "8",
                "--query-count",
                "20",
                "--candidates",
                "40,10",
                "--rounds",
                "1",
                "--index",
                "hnsw:exactBelow=0",
                "--index",
                "flat",
                "--plot",
                plot.toString());
        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonNode report = new ObjectMapper().readTree(run.out());
        assertThat(report.path("vectors").asInt()).isEqualTo(300);
        assertThat(report.path("indexes")
                        .path(0)
                        .path("points")
                        .path(0)
                        .path("candidates")
                        .asInt())
                .isEqualTo(10);
        assertThat(report.path("indexes")
                        .path(1)
                        .path("of_baseline")
                        .path("0.99")
                        .asDouble())
                .isPositive();
        assertThat(plot).content().contains("flat");
    }

    @Test
    void refusesWhatMakesNoSense(@TempDir Path folder) {
        assertThat(CommandRun.of("bench", "index", "--threads", "2").err()).contains("--threads");
        assertThat(CommandRun.of("bench", "index", "--limit", "0").exitCode()).isEqualTo(ExitCodes.USAGE);
        assertThat(CommandRun.of("bench", "index", "--limit", "10", "--index", "hnsw:speed=1", "--query-count", "5")
                        .exitCode())
                .isEqualTo(ExitCodes.USAGE);
        CommandRun missing = CommandRun.of(
                "bench", "index", "--base", folder.resolve("none.npy").toString());
        assertThat(missing.exitCode()).isNotZero();
        assertThat(missing.err()).contains("none.npy");
    }
}
