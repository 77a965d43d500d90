package io.buyme.embed;

import io.buyme.api.BuyMeException;
import io.buyme.api.DescribingEmbedder;
import io.buyme.api.spi.EmbedderProvider;
import io.buyme.api.spi.Options;
import io.buyme.api.spi.Role;
import io.buyme.onnx.OnnxModel;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Makes the built-in embedder: a network that BuyMe has trained on articles of clothing, on ONNX Runtime; id {@code
 * buyme}. Its weights are in the jar.
 *
 * <p>Options: {@code model}, a file of the same format to use instead, such as {@code buyme train} writes; {@code
 * threads}, on how many threads one batch is computed, 1 to 64 (1); {@code batch}, how many crops at most go through
 * the network at once, 1 to 256 (16);
 * {@code color}, how much of the cosine is measured colour, 0 to 0.99 (what the model was made for). Of crops that name
 * their super-category colour says more, as they are compared with their like: what is left to the network is squared.
 *
 * <p>What lies outside of a crop's mask is not seen. As attributes it gives dominant colours, measured from the pixels,
 * and the tags that the model was trained to tell, each with its probability. If the model tells what it sees in each
 * part of a picture, the embedder is an {@link io.buyme.api.ExplainingEmbedder}.
 */
public final class BuyMeProvider implements EmbedderProvider {

    static final String ID = "buyme";

    private static final String WEIGHTS = "buyme-embedder.onnx";

    private final Optional<URL> weights;

    /** For ServiceLoader, and for applications that do without it. */
    public BuyMeProvider() {
        this(Optional.ofNullable(BuyMeProvider.class.getResource(WEIGHTS)));
    }

    /** Creates a provider with other built-in weights, or none. */
    BuyMeProvider(Optional<URL> weights) {
        this.weights = weights;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Role role() {
        return Role.BUILT_IN;
    }

    @Override
    public Optional<String> unavailableReason() {
        return OnnxModel.unavailableReason()
                .or(() -> weights.isPresent() ? Optional.empty() : Optional.of(missingWeights()));
    }

    @Override
    public DescribingEmbedder create(Options options) {
        options.only(ModelOpening.MODEL, ModelOpening.THREADS, ModelOpening.BATCH, ModelOpening.COLOR);
        ModelOpening opening = new ModelOpening(ID, options);
        Optional<Path> file = options.file(ModelOpening.MODEL);
        return opening.open(
                () -> file.map(f -> OnnxModel.open(f, opening.threads()))
                        .orElseGet(() -> OnnxModel.open(builtIn(), WEIGHTS, opening.threads())),
                model -> {
                    ModelCard card = ModelCard.of(model)
                            .orElseThrow(
                                    () -> new BuyMeException("model %s was not made by BuyMe; use the embedder '%s'"
                                            .formatted(model.name(), OnnxEmbedderProvider.ID)));
                    NetworkOutputs outputs = NetworkOutputs.of(card, model, Optional.empty());
                    MeasuredColor color = opening.color(Optional.of(card));
                    return opening.embedder(model, card.picture(), color.version(card.version()), outputs, color);
                });
    }

    private byte[] builtIn() {
        URL url = weights.orElseThrow(() -> new BuyMeException(missingWeights()));
        try (InputStream in = url.openStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new BuyMeException("cannot read " + url, e);
        }
    }

    private static String missingWeights() {
        return "this build has no weights io/buyme/embed/%s; name a model file in the option '%s'"
                .formatted(WEIGHTS, ModelOpening.MODEL);
    }
}
