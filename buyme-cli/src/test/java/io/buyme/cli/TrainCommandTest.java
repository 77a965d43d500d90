package io.buyme.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

    @Test
    void photosWithoutCategoriesAreRefused() {
        CommandRun run = CommandRun.of(
                "train",
                "cam",
                "--ccp",
                folder.toString(),
                "--out",
                folder.resolve("out").toString());
        assertThat(run.exitCode()).isEqualTo(ExitCodes.INPUT);
        assertThat(run.err()).contains("ccp.json");
    }

    @Test
    void photosOfPeopleThatAreNotThereAreRefused() {
        CommandRun run = pose("--photos", folder.resolve("gone").toString());
        assertThat(run.exitCode()).isEqualTo(ExitCodes.ENVIRONMENT);
        assertThat(run.err()).contains("gone");
    }

    @Test
    void aPoseNetworkStartsFromRandomWeights() {
        CommandRun run = pose("--photos", folder.toString(), "--weights", "some.onnx");
        assertThat(run.exitCode()).isEqualTo(ExitCodes.USAGE);
        assertThat(run.err()).contains("--weights");
    }

    @Test
    void aTeacherThatIsNotThereIsRefusedByName() {
        CommandRun run = pose("--photos", folder.toString(), "--teacher", "nobody");
        assertThat(run.exitCode()).isNotEqualTo(ExitCodes.OK);
        assertThat(run.err()).contains("nobody");
    }

    private CommandRun pose(String... options) {
        List<String> arguments = new ArrayList<>(
                List.of("train", "pose", "--out", folder.resolve("out").toString()));
        arguments.addAll(List.of(options));
        return CommandRun.of(arguments.toArray());
    }

    @Test
    void annotationsOfTwoFormatsAreTranslatedThereAndBack() throws IOException {
        String rows = "ImageId,EncodedPixels,Height,Width,ClassId\na.jpg,2 1,3,2,6_38\n";
        Path csv = Files.writeString(folder.resolve("train.csv"), rows);
        Path labels = Files.writeString(folder.resolve("labels.json"), """
                {"categories": [{"id": 6, "name": "pants", "supercategory": "lowerbody", "level": 2}],
                 "attributes": [{"id": 38, "name": "straight", "supercategory": "silhouette", "level": 1}]}
                """);
        Path coco = folder.resolve("coco.json");
        Path back = folder.resolve("back.csv");

        CommandRun there = annotations(csv, coco, "coco", labels);
        CommandRun andBack = annotations(coco, back, "imaterialist", folder.resolve("back.json"));

        assertThat(there.err()).contains("1 annotations of 1 pictures");
        assertThat(andBack.exitCode()).isEqualTo(ExitCodes.OK);
        assertThat(back).hasContent(rows);
    }

    @Test
    void aBadRowIsNamedAndTheRestIsTranslated() throws IOException {
        Path csv = Files.writeString(
                folder.resolve("train.csv"),
                "ImageId,EncodedPixels,Height,Width,ClassId\na.jpg,2 1,3,2,6\nb.jpg,2,3,2,6\n");
        Path labels = Files.writeString(folder.resolve("labels.json"), """
                {"categories": [{"id": 6, "name": "pants", "supercategory": "lowerbody", "level": 2}], "attributes": []}
                """);

        CommandRun run = annotations(csv, folder.resolve("coco.json"), "coco", labels);

        assertThat(run.exitCode()).isEqualTo(ExitCodes.INPUT);
        assertThat(run.err()).contains("pairs").contains("1 bad rows left out");
    }

    private static CommandRun annotations(Path in, Path out, String to, Path labels) {
        return CommandRun.of(
                "train", "annotations", in.toString(), out.toString(), "--to", to, "--labels", labels.toString());
    }

    private String output() {
        return folder.resolve("model.onnx").toString();
    }
}
