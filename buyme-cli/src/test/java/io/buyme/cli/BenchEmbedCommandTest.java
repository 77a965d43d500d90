package io.buyme.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchEmbedCommandTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    @Test
    void everyBatchSizeIsTimedInFullBatches() throws IOException {
        for (int i = 0; i < 5; i++) {
            BlankPictures.write(folder.resolve("class/%d.png".formatted(i)), 20 + i, 20);
        }
        CommandRun run = CommandRun.of(
                "bench",
                "embed",
                "--images",
                folder,
                "--embedder",
                "size-only",
                "--batch",
                "1,3",
                "--repeats",
                2,
                "--limit",
                4);
        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonNode report = new ObjectMapper().readTree(run.out());
        assertThat(report.get("pictures").asInt()).isEqualTo(4);
        assertThat(report.get("embedder").asText()).isEqualTo("size-only");
        assertThat(report.get("callers").asInt()).isEqualTo(1);
        assertThat(report.get("decode_ms").get("p50").asDouble()).isPositive();
        assertThat(report.get("batches").findValuesAsText("batch")).containsExactly("1", "3");
        assertThat(report.get("batches").findValuesAsText("timed")).containsExactly("8", "12");
        for (JsonNode batch : report.get("batches")) {
            assertThat(batch.get("images_per_second").asDouble())
                    .isGreaterThan(batch.get("images_per_second_with_decoding").asDouble());
        }
        assertThat(run.err()).contains("batch 3");
    }

    @Test
    void badInputIsRefused() throws IOException {
        assertThat(CommandRun.of("bench", "embed", "--images", folder).err()).contains("there is no picture in");
        CommandRun batch = CommandRun.of("bench", "embed", "--images", folder, "--batch", "0");
        assertThat(batch.exitCode()).isEqualTo(ExitCodes.USAGE);
        Files.move(BadPictures.truncated(folder), folder.resolve("bad.jpg"));
        CommandRun bad = CommandRun.of("bench", "embed", "--images", folder, "--embedder", "size-only");
        assertThat(bad.exitCode()).isEqualTo(ExitCodes.INPUT);
        assertThat(bad.err()).contains("bad.jpg");
    }
}
