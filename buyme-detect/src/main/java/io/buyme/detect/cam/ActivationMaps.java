package io.buyme.detect.cam;

import static java.util.Objects.requireNonNull;

import io.buyme.api.Box;
import io.buyme.api.Pose;
import io.buyme.api.Pose.Verdict;
import io.buyme.api.Taxonomy;
import io.buyme.onnx.OnnxModel;
import io.buyme.onnx.PictureFormat;
import io.buyme.onnx.Tensor;
import java.awt.image.BufferedImage;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The network behind the detector, run on windows of several sizes over the person. Public for training, which finds out
 * with it how heat is best made into boxes. Safe for concurrent use; owns the model.
 */
public final class ActivationMaps implements AutoCloseable {

    private static final double MARGIN = 0.08;

    private final OnnxModel model;
    private final CamCard card;

    ActivationMaps(OnnxModel model, Taxonomy taxonomy) {
        this.model = model;
        this.card = CamCard.of(model, taxonomy);
    }

    /**
     * Opens a model file.
     *
     * @param threads that one run uses
     * @throws io.buyme.api.BuyMeException if it is missing or not of {@code buyme train cam}
     */
    public static ActivationMaps open(Path file, int threads) {
        OnnxModel model = OnnxModel.open(file, threads);
        try {
            return new ActivationMaps(model, Taxonomy.standard());
        } catch (RuntimeException e) {
            model.close();
            throw e;
        }
    }

    /** Returns the categories in the order of the maps. */
    public List<CamCategory> categories() {
        return card.categories();
    }

    /** Returns what the network makes of the person in a photo; of all of it if nobody knows where the person is. */
    public Activations of(BufferedImage photo, Optional<Pose> pose) {
        Box region = region(photo, pose);
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

    private static Box region(BufferedImage photo, Optional<Pose> pose) {
        int width = photo.getWidth();
        int height = photo.getHeight();
        Box whole = new Box(0, 0, width, height);
        return pose.filter(found -> found.verdict() != Verdict.NO_PERSON)
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
