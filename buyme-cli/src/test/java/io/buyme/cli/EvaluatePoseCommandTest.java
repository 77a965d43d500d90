package io.buyme.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.buyme.testkit.lookbook.LookBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluatePoseCommandTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    @Test
    void scoresCountsUnreadablePhotosAndLeavesOutUnsureRows() throws IOException {
        LookBook.withSeed(1).writeTo(folder, 1, 1);
        Path labels = Files.writeString(folder.resolve("labels.csv"), """
                file,full_front,reason,unsure,set
                looks/look-00000-front.png,1,,0,a
                FLAT_LAY,0,no_person,0,a
                FLAT_LAY,1,,1,wrong label but unsure
                looks/missing.jpg,1,,0,a
                """.replace("FLAT_LAY", Fixture.picture(0)));
        CommandRun run = CommandRun.of("evaluate", "pose", "--labels", labels);
        assertThat(run.exitCode()).isEqualTo(ExitCodes.INPUT);
        JsonNode score = new ObjectMapper().readTree(run.out());
        assertThat(score.get("rows").asInt()).isEqualTo(2);
        assertThat(score.get("unsure").asInt()).isEqualTo(1);
        assertThat(score.get("failed").asInt()).isEqualTo(1);
        assertThat(score.get("failures").get(0).get("file").asText()).isEqualTo("looks/missing.jpg");
        assertThat(score.get("balanced_accuracy").asDouble()).isEqualTo(1);
        assertThat(score.get("precision").asDouble()).isEqualTo(1);
        assertThat(score.get("recall").asDouble()).isEqualTo(1);
        assertThat(score.get("ms_per_photo").asDouble()).isPositive();
        assertThat(score.get("by_reason").get("no_person").get("right").asInt()).isEqualTo(1);
        assertThat(score.get("wrong")).isEmpty();

        JsonNode all = new ObjectMapper()
                .readTree(CommandRun.of("evaluate", "pose", "--labels", labels, "--all")
                        .out());
        assertThat(all.get("rows").asInt()).isEqualTo(3);
        assertThat(all.get("accuracy").asDouble()).isEqualTo(0.6667);
        assertThat(all.get("wrong").get(0).get("verdict").asText()).isIn("no_person", "detail");
    }

    @Test
    void aMissingLabelFileIsBadInput() {
        CommandRun run = CommandRun.of("evaluate", "pose", "--labels", folder.resolve("none.csv"));
        assertThat(run.exitCode()).isEqualTo(ExitCodes.INPUT);
        assertThat(run.err()).contains("there is no label file");
    }
}
