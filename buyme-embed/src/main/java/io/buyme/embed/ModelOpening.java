package io.buyme.embed;

import io.buyme.api.BuyMeException;
import io.buyme.api.DescribingEmbedder;
import io.buyme.api.StageKind;
import io.buyme.api.spi.Options;
import io.buyme.onnx.OnnxModel;
import io.buyme.onnx.PictureFormat;
import java.util.function.Function;
import java.util.function.Supplier;

/** Opens a model and makes an embedder of it; closes the model again if that fails. */
final class ModelOpening {

    static final String MODEL = "model";
    static final String THREADS = "threads";
    static final String BATCH = "batch";

    private final String id;
    private final int threads;
    private final int batch;

    ModelOpening(String id, Options options) {
        this.id = id;
        this.threads = options.integer(THREADS, 1, 1, 64);
        this.batch = options.integer(BATCH, 16, 1, 256);
    }

    int threads() {
        return threads;
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

    DescribingEmbedder embedder(OnnxModel model, PictureFormat format, String version, NetworkOutputs outputs) {
        PictureNetwork network = new PictureNetwork(model, format, batch);
        return outputs.hasPatches()
                ? new ExplainingOnnxEmbedder(id, version, network, outputs)
                : new OnnxEmbedder(id, version, network, outputs);
    }
}
