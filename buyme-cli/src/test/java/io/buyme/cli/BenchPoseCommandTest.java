package io.buyme.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchPoseCommandTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    @BeforeEach
    void drawPhotos() throws IOException {
        BlankPictures.write(folder.resolve("one.png"), 30, 40);
        BlankPictures.write(folder.resolve("two.png"), 40, 30);
    }

    @Test
    void bothEnginesAreTimedOnTheSamePhotos() throws IOException {
        CommandRun run = CommandRun.of("bench", "pose", "--images", folder, "--repeats", 1);
        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonNode report = new ObjectMapper().readTree(run.out());
        assertThat(report.get("photos").asInt()).isEqualTo(2);
        assertThat(report.get("classifiers").findValuesAsText("pose"))
                .containsExactly("blazepose:engine=onnx", "blazepose:engine=tflite");
        for (JsonNode classifier : report.get("classifiers")) {
            assertThat(classifier.get("wall_ms").get("p50").asDouble()).isPositive();
        }
        assertThat(run.err()).contains("cpu p50");
    }

    @Test
    void wrongSettingsAreRefused() {
        CommandRun unknown = CommandRun.of("bench", "pose", "--images", folder, "--pose", "blazepose:engine=torch");
        assertThat(unknown.exitCode()).isEqualTo(ExitCodes.USAGE);
        assertThat(unknown.err()).contains("onnx, tflite");
        CommandRun noValue = CommandRun.of("bench", "pose", "--images", folder, "--pose", "blazepose:engine");
        assertThat(noValue.exitCode()).isEqualTo(ExitCodes.USAGE);
        assertThat(noValue.err()).contains("OPTION=VALUE");
    }
}
