package io.buyme.train;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.buyme.api.BuyMeException;
import io.buyme.onnx.graph.OnnxGraph;
import io.buyme.onnx.graph.OnnxGraph.ElementType;
import io.buyme.train.data.DrawnScenes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MaskRcnnTrainingTest {

    private final Path folder;

    MaskRcnnTrainingTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void wantsADetectorToStandOn() throws IOException {
        Path coco = DrawnScenes.write(folder, 30);
        assertThatThrownBy(() -> train(coco, Optional.empty()))
                .isInstanceOf(BuyMeException.class)
                .hasMessageContaining("want its model file");

        OnnxGraph other = new OnnxGraph()
                .input("image", ElementType.FLOAT, -1, 3, 8, 8)
                .initializer("w", new long[] {1, 3, 1, 1}, 1, 2, 3)
                .node("Conv", List.of("image", "w"), "maps")
                .output("maps", ElementType.FLOAT, -1, 1, 8, 8);
        Path file = Files.write(folder.resolve("other.onnx"), other.toBytes());
        assertThatThrownBy(() -> train(coco, Optional.of(file)))
                .isInstanceOf(BuyMeException.class)
                .hasMessageContaining("'%s' has no feature pyramid".formatted(file));
    }

    private void train(Path coco, Optional<Path> weights) {
        RunOptions run = new RunOptions(weights, folder.resolve("out"), 1, Optional.empty(), true, false);
        Path images = Objects.requireNonNull(coco.getParent());
        MaskRcnnTraining.run(new MaskRcnnRequest(MaskRcnnRecipe.standard(1, 64, 1), coco, images, run), line -> {});
    }
}
