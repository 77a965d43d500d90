package io.buyme.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.buyme.pose.FramingNetwork;
import io.buyme.testkit.lookbook.LookBook;
import io.buyme.testkit.lookbook.View;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainGateCommandTest {

    private static final int LOOKS = 4;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    @BeforeEach
    void drawPhotos() throws IOException {
        Path people = Files.createDirectory(folder.resolve("people"));
        LookBook book = LookBook.withSeed(4);
        for (int i = 0; i < LOOKS; i++) {
            ImageIO.write(
                    book.look(i, View.FRONT).photo(),
                    "png",
                    people.resolve("drawn-" + i + ".png").toFile());
        }
        Path others = Files.createDirectory(folder.resolve("others"));
        BlankPictures.write(others.resolve("blank.png"), 60, 80);
        Files.writeString(others.resolve("torn.png"), "no picture");
    }

    @Test
    void learnsFromPhotosThatItCutsAndWritesWhatTheGateReads() throws IOException {
        Path weights = folder.resolve("framing.properties");
        CommandRun run = CommandRun.of(
                "train",
                "gate",
                "--people",
                folder.resolve("people"),
                "--others",
                folder.resolve("others"),
                "--units",
                4,
                "--steps",
                150,
                "--out",
                weights);
        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonNode score = new ObjectMapper().readTree(run.out());
        assertThat(score.get("photos").asInt()).isPositive();
        assertThat(score.get("recall").asDouble()).isGreaterThan(0.6);
        assertThat(score.get("specificity").asDouble()).isGreaterThan(0.6);
        assertThat(score.get("passed").has("ankles_cut")).isTrue();
        assertThat(run.err()).contains("torn.png");

        assertThat(score.get("expected_calibration_error").asDouble()).isBetween(0.0, 1.0);
        assertThat(recallWith(weights)).isEqualTo(1);
    }

    @Test
    void theGateObeysTheWeightsOfItsOption() throws IOException {
        Path weights = folder.resolve("never.properties");
        int inputs = FramingNetwork.inputs().size();
        FramingNetwork.of(
                        List.of(Collections.nCopies(inputs, 0.0)),
                        List.of(0.0),
                        List.of(List.of(0.0), List.of(0.0)),
                        List.of(9.0, 9.0))
                .save(weights, List.of("Nobody is whole."));
        assertThat(recallWith(weights)).isZero();
    }

    private double recallWith(Path weights) throws IOException {
        Path labels = Files.writeString(folder.resolve("labels.csv"), """
                file,full_front,reason,unsure
                people/drawn-0.png,1,,0
                """);
        CommandRun run = CommandRun.of("evaluate", "pose", "--labels", labels, "--pose-option", "gate=" + weights);
        assertThat(run.exitCode()).as(run.err()).isZero();
        return new ObjectMapper().readTree(run.out()).get("recall").asDouble();
    }

    @Test
    void wrongSettingsAreRefused() {
        CommandRun none = CommandRun.of(
                "train", "gate", "--people", folder.resolve("others"), "--limit", 0, "--out", folder.resolve("w"));
        assertThat(none.exitCode()).isEqualTo(ExitCodes.USAGE);
        CommandRun nowhere =
                CommandRun.of("train", "gate", "--people", folder.resolve("x"), "--out", folder.resolve("w"));
        assertThat(nowhere.exitCode()).isNotZero();
        assertThat(nowhere.err()).contains("there is no folder");
    }
}
