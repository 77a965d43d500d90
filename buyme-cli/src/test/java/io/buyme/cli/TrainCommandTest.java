package io.buyme.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainCommandTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    @Test
    void saysWhatCanBeTrained() {
        CommandRun run = CommandRun.of("train");
        assertThat(run.exitCode()).isEqualTo(ExitCodes.USAGE);
        assertThat(run.err()).contains("embedder", "convert");
    }

    @Test
    void aFileThatIsNoKerasModelIsRefusedByName() throws IOException {
        Path model = Files.writeString(folder.resolve("model.h5"), "no HDF5 at all");
        CommandRun run = CommandRun.of("train", "convert", model.toString(), output());
        assertThat(run.exitCode()).isEqualTo(ExitCodes.ENVIRONMENT);
        assertThat(run.err()).contains("model.h5");
        assertThat(folder.resolve("model.onnx")).doesNotExist();
    }

    @Test
    void aModelThatIsNotThereIsRefusedByName() {
        CommandRun run =
                CommandRun.of("train", "convert", folder.resolve("gone.zip").toString(), output());
        assertThat(run.exitCode()).isEqualTo(ExitCodes.ENVIRONMENT);
        assertThat(run.err()).contains("gone.zip");
    }

    @Test
    void aFolderWithoutTrainingPicturesIsRefused() {
        CommandRun run = CommandRun.of(
                "train",
                "embedder",
                "--data",
                folder.toString(),
                "--out",
                folder.resolve("out").toString());
        assertThat(run.exitCode()).isEqualTo(ExitCodes.ENVIRONMENT);
        assertThat(run.err()).contains(folder.resolve("train").toString());
    }

    private String output() {
        return folder.resolve("model.onnx").toString();
    }
}
