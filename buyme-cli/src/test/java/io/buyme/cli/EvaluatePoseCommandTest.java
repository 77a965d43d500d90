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
        JsonNode comparison = new ObjectMapper().readTree(run.out());
        assertThat(comparison.get("rows").asInt()).isEqualTo(2);
        assertThat(comparison.get("unsure").asInt()).isEqualTo(1);
        assertThat(comparison.get("failed").asInt()).isEqualTo(1);
        assertThat(comparison.get("failures").get(0).get("file").asText()).isEqualTo("looks/missing.jpg");
        JsonNode score = comparison.get("classifiers").get(0);
        assertThat(score.get("pose").asText()).isEqualTo("blazepose");
        assertThat(comparison.get("balanced_accuracy")).isEqualTo(score.get("balanced_accuracy"));
        assertThat(comparison.get("by_reason")).isEqualTo(score.get("by_reason"));
        assertThat(score.get("balanced_accuracy").asDouble()).isEqualTo(1);
        assertThat(score.get("precision").asDouble()).isEqualTo(1);
        assertThat(score.get("recall").asDouble()).isEqualTo(1);
        assertThat(score.get("specificity").asDouble()).isEqualTo(1);
        assertThat(score.get("ms_per_photo").asDouble()).isPositive();
        assertThat(score.get("pck").isNull()).isTrue();
        JsonNode nobody = score.get("by_reason").get("no_person");
        assertThat(nobody.get("rows").asInt()).isEqualTo(1);
        assertThat(nobody.get("right").asInt()).isEqualTo(1);
        assertThat(nobody.get("passed").asInt()).isZero();
        assertThat(nobody.get("verdicts").elements().next().asInt()).isEqualTo(1);
        assertThat(score.get("wrong")).isEmpty();

        JsonNode all = new ObjectMapper()
                .readTree(CommandRun.of("evaluate", "pose", "--labels", labels, "--all")
                        .out());
        assertThat(all.get("rows").asInt()).isEqualTo(3);
        JsonNode withUnsure = all.get("classifiers").get(0);
        assertThat(withUnsure.get("accuracy").asDouble()).isEqualTo(0.6667);
        assertThat(withUnsure.get("wrong").get(0).get("verdict").asText()).isIn("no_person", "detail");
    }

    @Test
    void comparesClassifiersOnTheSamePhotosInOneTableAndDrawsThem() throws IOException {
        LookBook.withSeed(1).writeTo(folder, 1, 1);
        Path labels = Files.writeString(folder.resolve("labels.csv"), """
                file,full_front,reason,unsure
                looks/look-00000-front.png,1,,0
                looks/look-00000-front.png,0,side,0
                """);
        Path figure = folder.resolve("figure.png");
        CommandRun run = CommandRun.of(
                "evaluate",
                "pose",
                "--labels",
                labels,
                "--pose",
                "blazepose",
                "--pose",
                "blazepose:engine=tflite,threads=2",
                "--reference",
                "blazepose:parallel=1",
                "--figure",
                figure);
        assertThat(run.exitCode()).isEqualTo(ExitCodes.OK);
        assertThat(run.err())
                .contains("balanced", "PCK@0.05", "side passed", "blazepose:engine=tflite,threads=2", "1/1");
        JsonNode classifiers = new ObjectMapper().readTree(run.out()).get("classifiers");
        assertThat(classifiers).hasSize(2).allSatisfy(score -> {
            JsonNode pck = score.get("pck");
            assertThat(pck.get("photos").asInt()).isEqualTo(2);
            assertThat(pck.get("points").asInt()).isPositive();
            assertThat(pck.get("within_0.05").asDouble()).isEqualTo(1);
            assertThat(score.get("balanced_accuracy").asDouble()).isEqualTo(0.5);
        });
        assertThat(figure).isNotEmptyFile();
    }

    @Test
    void aSettingWithoutAValueIsAMistakeOfTheCommandLine() throws IOException {
        Path labels = Files.writeString(folder.resolve("labels.csv"), "file,full_front\n");
        CommandRun run = CommandRun.of("evaluate", "pose", "--labels", labels, "--pose", "blazepose:threads");
        assertThat(run.exitCode()).isEqualTo(ExitCodes.USAGE);
        assertThat(run.err()).contains("a setting is OPTION=VALUE, not 'threads'");
    }

    @Test
    void aMissingLabelFileIsBadInput() {
        CommandRun run = CommandRun.of("evaluate", "pose", "--labels", folder.resolve("none.csv"));
        assertThat(run.exitCode()).isEqualTo(ExitCodes.INPUT);
        assertThat(run.err()).contains("there is no label file");
    }
}
