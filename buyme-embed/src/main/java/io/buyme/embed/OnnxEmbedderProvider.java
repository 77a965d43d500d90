package io.buyme.embed;

import io.buyme.api.DescribingEmbedder;
import io.buyme.api.spi.EmbedderProvider;
import io.buyme.api.spi.Options;
import io.buyme.onnx.OnnxModel;
import io.buyme.onnx.PictureFormat;
import io.buyme.onnx.PictureOptions;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Makes an embedder of any network in ONNX format whose output is a vector for each picture, such as one of ImageNet cut
 * off before its classes; id {@code onnx-embedder}, used when asked for.
 *
 * <table>
 * <caption>Options</caption>
 * <tr><th>name</th><th>what</th><th>if not given</th></tr>
 * <tr><td>model</td><td>the file</td><td>an error</td></tr>
 * <tr><td>preset</td><td>how the network was trained to see pictures: mobilenet-v2, imagenet (torchvision), caffe (Keras
 * VGG16, ResNet50), inception (Keras), keras-tf, keras-torch, clip, unit (0 to 1), bytes (0 to 255)</td><td>needed unless the model is of BuyMe's own
 * format</td></tr>
 * <tr><td>size</td><td>width and height in pixels, as 224 or 288x512</td><td>the model's, or else the preset's</td></tr>
 * <tr><td>layout</td><td>nchw or nhwc</td><td>the model's, or else the preset's</td></tr>
 * <tr><td>fit</td><td>letterbox, stretch or center-crop</td><td>the preset's</td></tr>
 * <tr><td>output</td><td>name of the vector</td><td>the only output</td></tr>
 * <tr><td>threads</td><td>on which one batch is computed, 1 to 64</td><td>1</td></tr>
 * <tr><td>batch</td><td>how many crops at most go through at once, 1 to 256</td><td>16</td></tr>
 * <tr><td>color</td><td>how much of the cosine is measured colour, 0 to 0.99; of crops that name their super-category it
 * is more: what is left to the network is squared</td><td>the model's, or else 0</td></tr>
 * </table>
 *
 * <p>Vectors are scaled to length 1 and compared by cosine. What lies outside of a crop's mask becomes background. The
 * version of the space is a digest of the model's files and of all that changes its pictures. As attributes it gives
 * dominant colours; a model of BuyMe's own format also gives its tags.
 */
public final class OnnxEmbedderProvider implements EmbedderProvider {

    static final String ID = "onnx-embedder";

    private static final String OUTPUT = "output";

    /** For ServiceLoader, and for applications that do without it. */
    public OnnxEmbedderProvider() {}

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Optional<String> unavailableReason() {
        return OnnxModel.unavailableReason();
    }

    @Override
    public DescribingEmbedder create(Options options) {
        options.only(
                ModelOpening.MODEL,
                PictureOptions.PRESET,
                PictureOptions.SIZE,
                PictureOptions.LAYOUT,
                PictureOptions.FIT,
                OUTPUT,
                ModelOpening.THREADS,
                ModelOpening.BATCH,
                ModelOpening.COLOR);
        Path file = options.file(ModelOpening.MODEL)
                .orElseThrow(() -> new IllegalArgumentException("option model is needed: the file of an ONNX model"));
        ModelOpening opening = new ModelOpening(ID, options);
        return opening.open(() -> OnnxModel.open(file, opening.threads()), model -> {
            Optional<ModelCard> card = ModelCard.of(model);
            PictureFormat format = format(model, card, options);
            Optional<String> output = options.text(OUTPUT);
            NetworkOutputs outputs = card.map(c -> NetworkOutputs.of(c, model, output))
                    .orElseGet(() -> NetworkOutputs.of(model, output));
            MeasuredColor color = opening.color(card);
            String network = ModelDigest.of(file, format.toText(), outputs.vector());
            return opening.embedder(model, format, color.version(network), outputs, color);
        });
    }

    /** Returns how the model wants pictures: as it says itself, or else as the options say. */
    static PictureFormat format(OnnxModel model, Optional<ModelCard> card, Options options) {
        if (card.isEmpty()) {
            return PictureOptions.of(options, PictureNetwork.inputOf(model), Optional.empty());
        }
        PictureFormat own = card.get().picture();
        PictureOptions.refuse(
                options, "model %s, which says itself how it wants pictures: %s".formatted(model.name(), own.toText()));
        return own;
    }
}
