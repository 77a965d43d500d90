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

        assertThat(FramingNetwork.load(weights)).isNotNull();
        CommandRun used = CommandRun.of(
                "pose", folder.resolve("people").resolve("drawn-0.png"), "--pose-option", "gate=" + weights, "--json");
        assertThat(used.exitCode()).as(used.err()).isZero();
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
