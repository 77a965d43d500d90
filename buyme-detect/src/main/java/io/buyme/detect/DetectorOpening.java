package io.buyme.detect;

import io.buyme.api.ArticleDetector;
import io.buyme.api.BuyMeException;
import io.buyme.api.StageKind;
import io.buyme.detect.OnnxDetector.NamedReader;
import io.buyme.onnx.OnnxModel;
import io.buyme.onnx.PictureFormat;
import java.util.Optional;
import java.util.function.Supplier;

/** Opens a model, finds out what it is, and makes a detector of it; closes the model again if that fails. */
final class DetectorOpening {

    private final String id;
    private final DetectorOptions options;

    /**
     * Creates an opening.
     *
     * @param id of the provider
     */
    DetectorOpening(String id, DetectorOptions options) {
        this.id = id;
        this.options = options;
    }

    /** Opens any model, with labels from a file unless it brings its own. */
    ArticleDetector openAny(Supplier<OnnxModel> opening) {
        return open(opening, false);
    }

    /** Opens a model of BuyMe's own format. */
    ArticleDetector openOwn(Supplier<OnnxModel> opening) {
        return open(opening, true);
    }

    private ArticleDetector open(Supplier<OnnxModel> opening, boolean ownOnly) {
        try {
            OnnxModel model = opening.get();
            try {
                Optional<DetectorCard> card = options.card(model);
                return ownOnly || card.isPresent() ? own(model, DetectorOptions.required(card, model)) : foreign(model);
            } catch (RuntimeException e) {
                model.close();
                throw e;
            }
        } catch (BuyMeException e) {
            throw new BuyMeException(StageKind.DETECT, id, String.valueOf(e.getMessage()), e);
        }
    }

    private ArticleDetector own(OnnxModel model, DetectorCard card) {
        PictureNetwork network = new PictureNetwork(model, card.picture());
        Probe probe = new Probe(model.outputs(), network.probe(), card.labels().size());
        Signature signature = Signature.detect(probe);
        return detector(
                network, Optional.of(card), signature, new NamedReader(reader(signature, probe), card.labels(), 0));
    }

    private ArticleDetector foreign(OnnxModel model) {
        Labels labels = options.labels();
        // What the network is shown does not matter yet, only what kind of outputs it has.
        PictureFormat provisional = options.picture(PictureNetwork.inputOf(model), options.signature());
        Probe probe = new Probe(model.outputs(), new PictureNetwork(model, provisional).probe(), labels.size());
        Signature signature = options.signature().orElseGet(() -> Signature.detect(probe));
        PictureFormat format = options.picture(PictureNetwork.inputOf(model), Optional.of(signature));
        return detector(
                new PictureNetwork(model, format),
                Optional.empty(),
                signature,
                new NamedReader(reader(signature, probe), labels, options.firstLabel(signature, labels)));
    }

    private ArticleDetector detector(
            PictureNetwork network, Optional<DetectorCard> card, Signature signature, NamedReader reader) {
        return new OnnxDetector(
                id,
                options.mirroring(signature, reader.reader()) ? network.mirroring() : network,
                options.region(card),
                reader,
                options.postProcessing(signature, card));
    }

    private static OutputReader reader(Signature signature, Probe probe) {
        return signature
                .reader(probe)
                .orElseThrow(() -> new BuyMeException("the outputs %s are not of signature '%s' for %d labels"
                        .formatted(probe.describe(), signature.id(), probe.labels())));
    }
}
