package io.buyme.detect.cam;

import static java.util.Objects.requireNonNull;

import io.buyme.api.Box;
import io.buyme.api.DetectionInput;
import io.buyme.api.Pose;
import io.buyme.onnx.OnnxModel;
import io.buyme.onnx.PictureFormat;
import io.buyme.onnx.Tensor;
import java.awt.image.BufferedImage;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The network behind the detector, run on windows of several sizes over the person. Safe for concurrent use; owns the
 * model.
 */
final class ActivationMaps implements AutoCloseable {

    private static final double MARGIN = 0.08;

    private final OnnxModel model;
    private final CamCard card;

    ActivationMaps(OnnxModel model, CamCard card) {
        this.model = model;
        this.card = card;
    }

    /** Returns the categories in the order of the maps. */
    List<CamCategory> categories() {
        return card.categories();
    }

    /** Returns what the network makes of the person in a photo; of all of it if nobody knows where the person is. */
    Activations of(DetectionInput input) {
        BufferedImage photo = input.image();
        Box region = region(input);
        List<Windows.Scale> scales = Windows.over(region);
        List<Box> windows = new ArrayList<>();
        scales.forEach(scale -> windows.addAll(scale.windows()));
        PictureFormat format = card.picture();
        FloatBuffer pixels = Tensor.buffer(Math.multiplyExact(windows.size(), format.length()));
        windows.forEach(window -> format.write(format.canvas(photo, window), pixels));
        long[] shape =
                format.shape(windows.size()).stream().mapToLong(Long::longValue).toArray();
        Map<String, Tensor> outputs = model.run(Map.of("image", Tensor.over(pixels.flip(), shape)));
        return new Activations(
                HeatGrid.over(region),
                scales,
                requireNonNull(outputs.get("tags"), "tags"),
                requireNonNull(outputs.get("maps"), "maps"));
    }

    private static Box region(DetectionInput input) {
        int width = input.image().getWidth();
        int height = input.image().getHeight();
        Box whole = new Box(0, 0, width, height);
        return input.pose()
                .flatMap(Pose::personBox)
                .filter(person -> person.intersectionArea(whole) > 0)
                .map(person -> person.expand(MARGIN).clip(width, height))
                .orElse(whole);
    }

    @Override
    public void close() {
        model.close();
    }
}
