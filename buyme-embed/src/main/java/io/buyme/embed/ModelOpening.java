package io.buyme.embed;

import io.buyme.api.BuyMeException;
import io.buyme.api.DescribingEmbedder;
import io.buyme.api.StageKind;
import io.buyme.api.spi.Options;
import io.buyme.onnx.OnnxModel;
import io.buyme.onnx.PictureFormat;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Supplier;

/** Opens a model and makes an embedder of it; closes the model again if that fails. */
final class ModelOpening {

    static final String MODEL = "model";
    static final String THREADS = "threads";
    static final String BATCH = "batch";
    static final String COLOR = "color";

    private final String id;
    private final int threads;
    private final int batch;
    private final OptionalDouble color;

    ModelOpening(String id, Options options) {
        this.id = id;
        this.threads = options.integer(THREADS, 1, 1, 64);
        this.batch = options.integer(BATCH, 16, 1, 256);
        this.color = options.text(COLOR).isPresent()
                ? OptionalDouble.of(options.decimal(COLOR, 0, 0, 0.99))
                : OptionalDouble.empty();
    }

    int threads() {
        return threads;
    }

    /** Returns the colour that was asked for; else what the model was made for. */
    MeasuredColor color(Optional<ModelCard> card) {
        return color.isPresent()
                ? new MeasuredColor(color.getAsDouble())
                : card.map(ModelCard::color).orElse(MeasuredColor.NONE);
    }

    DescribingEmbedder open(Supplier<OnnxModel> opening, Function<OnnxModel, DescribingEmbedder> making) {
        try {
            OnnxModel model = opening.get();
            try {
                return making.apply(model);
            } catch (RuntimeException e) {
                model.close();
                throw e;
            }
        } catch (BuyMeException e) {
            throw new BuyMeException(StageKind.EMBED, id, String.valueOf(e.getMessage()), e);
        }
    }

    DescribingEmbedder embedder(
            OnnxModel model, PictureFormat format, String version, NetworkOutputs outputs, MeasuredColor color) {
        PictureNetwork network = new PictureNetwork(model, format, batch);
        return outputs.hasPatches()
                ? new ExplainingOnnxEmbedder(id, version, network, outputs, color)
                : new OnnxEmbedder(id, version, network, outputs, color);
    }
}
