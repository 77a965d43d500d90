package io.buyme.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import io.buyme.api.Article;
import io.buyme.api.Box;
import io.buyme.api.DetectionInput;
import io.buyme.api.spi.Options;
import io.buyme.onnx.graph.OnnxGraph;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Option {@code mirror}: what a network says of a picture and of its mirror image. */
class MirroringTest {

    private static final String LABELS = "background\nshirt\npants\n";

    private final Path folder;

    MirroringTest(@TempDir Path folder) {
        this.folder = folder;
    }

    static Stream<Arguments> colorNetworks() {
        return Stream.of(Arguments.of("nchw", Networks.colors()), Arguments.of("nhwc", Networks.colorsOfPixels()));
    }

    @ParameterizedTest
    @MethodSource("colorNetworks")
    void leavesThingsWhereTheyAre(String layout, OnnxGraph graph) throws IOException {
        assertThat(articles(graph, "preset", "unit", "layout", layout, "mirror", "true"))
                .isEqualTo(articles(graph, "preset", "unit", "layout", layout))
                .extracting(Article::category, Article::box)
                .containsExactlyInAnyOrder(
                        tuple("shirt", new Box(8, 16, 16, 32)), tuple("pants", new Box(40, 64, 16, 48)));
    }

    @Test
    void averagesWhatTheNetworkSays() throws IOException {
        assertThat(articles(Networks.leftHalf())).extracting(Article::box).containsExactly(new Box(0, 0, 32, 128));
        assertThat(articles(Networks.leftHalf(), "mirror", "true"))
                .extracting(Article::box)
                .containsExactly(new Box(0, 0, 64, 128));
    }

    @Test
    void refusesModelsThatPutOutBoxes() throws IOException {
        Options options = Networks.options(folder, Networks.yoloNms(), Networks.LABELS, "mirror", "true");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OnnxDetectorProvider().create(options))
                .withMessageContaining("mirror")
                .withMessageContaining("yolo-nms");
    }

    private List<Article> articles(OnnxGraph graph, String... more) throws IOException {
        return Networks.detect(Networks.options(folder, graph, LABELS, more), DetectionInput.of(photo()))
                .articles();
    }

    /** Of the size of the networks' canvas: red, a green patch on the left and a blue one on the right. */
    private static BufferedImage photo() {
        BufferedImage photo = new BufferedImage(Networks.WIDTH, Networks.HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = photo.createGraphics();
        canvas.setColor(Color.RED);
        canvas.fillRect(0, 0, Networks.WIDTH, Networks.HEIGHT);
        canvas.setColor(Color.GREEN);
        canvas.fillRect(8, 16, 16, 32);
        canvas.setColor(Color.BLUE);
        canvas.fillRect(40, 64, 16, 48);
        canvas.dispose();
        return photo;
    }
}
