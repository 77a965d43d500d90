package io.buyme.pose;

import io.buyme.api.Box;
import io.buyme.api.Keypoint;
import io.buyme.onnx.Tensor;
import java.awt.image.BufferedImage;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.stream.Stream;

/** Looks at a person with a {@link TopDownModel}, if asked to also in a mirror. For one thread at a time. */
final class TopDownNetwork implements KeypointNetwork {

    private static final int CHANNELS = 3;

    private final TopDownModel model;
    private final boolean flip;
    private final FloatBuffer pixels;
    private final Tensor picture;

    TopDownNetwork(TopDownModel model, boolean flip) {
        this.model = model;
        this.flip = flip;
        this.pixels = Tensor.buffer(CHANNELS * model.height() * model.width());
        this.picture = Tensor.over(pixels, 1, CHANNELS, model.height(), model.width());
    }

    @Override
    public List<Keypoint> locate(BufferedImage photo, Box person) {
        PersonCrop crop = PersonCrop.around(person, model.width(), model.height());
        PeakDecoder decoder = model.decoder();
        List<Tensor> outputs = look(photo, crop);
        if (flip) {
            outputs = decoder.mean(outputs, look(photo, crop.mirrored(decoder.stride())));
        }
        List<Peak> peaks = decoder.decode(outputs);
        return Stream.of(CocoPart.values())
                .map(part -> keypoint(part, peaks.get(part.index()), crop))
                .toList();
    }

    private List<Tensor> look(BufferedImage photo, PersonCrop crop) {
        crop.read(photo, pixels);
        return model.run(picture);
    }

    private static Keypoint keypoint(CocoPart part, Peak peak, PersonCrop crop) {
        // Not a number where the network gave none.
        double score = peak.score() > 0 ? Math.min(1, peak.score()) : 0;
        return new Keypoint(part.keypointName(), crop.photoX(peak.x()), crop.photoY(peak.y()), score);
    }

    /** Nothing is held outside of the heap for longer than it is reachable. */
    @Override
    public void close() {}
}
