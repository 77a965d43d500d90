package io.buyme.detect;

import io.buyme.api.BuyMeException;
import io.buyme.api.Taxonomy;
import io.buyme.api.spi.Options;
import io.buyme.onnx.OnnxModel;
import io.buyme.onnx.PersonRegion;
import io.buyme.onnx.PictureFormat;
import io.buyme.onnx.PictureFormat.Fit;
import io.buyme.onnx.PictureOptions;
import io.buyme.onnx.TensorSpec;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The options of ONNX detectors. What a model says of itself cannot be said otherwise by an option. */
final class DetectorOptions {

    static final String MODEL = "model";
    static final String LABELS = "labels";
    static final String TAXONOMY = "taxonomy";
    static final String SIGNATURE = "signature";
    static final String FIRST_LABEL = "first-label";
    static final String THRESHOLD = "threshold";
    static final String NMS = "nms";
    static final String MERGE = "merge";
    static final String MIRROR = "mirror";
    static final String REGION = "region";
    static final String MARGIN = "margin";
    static final String THREADS = "threads";

    private static final String AUTO = "auto";
    private static final double USUAL_NMS = 0.5;

    /** Those that a model of BuyMe's own format leaves open. */
    private static final List<String> OWN = List.of(MODEL, TAXONOMY, THRESHOLD, NMS, MERGE, MIRROR, REGION, THREADS);

    private static final List<String> FOREIGN = List.of(
            LABELS,
            SIGNATURE,
            FIRST_LABEL,
            MARGIN,
            PictureOptions.PRESET,
            PictureOptions.SIZE,
            PictureOptions.LAYOUT,
            PictureOptions.FIT);

    private final Options options;

    private DetectorOptions(Options options) {
        this.options = options;
    }

    /**
     * Returns the options for any model.
     *
     * @throws IllegalArgumentException if an option is unknown
     */
    static DetectorOptions ofAnyModel(Options options) {
        return new DetectorOptions(
                options.only(Stream.concat(OWN.stream(), FOREIGN.stream()).toArray(String[]::new)));
    }

    /**
     * Returns the options for a model of BuyMe's own format.
     *
     * @throws IllegalArgumentException if an option is unknown
     */
    static DetectorOptions ofOwnModel(Options options) {
        return new DetectorOptions(options.only(OWN.toArray(String[]::new)));
    }

    int threads() {
        return options.integer(THREADS, 1, 1, 64);
    }

    Optional<DetectorCard> card(OnnxModel model) {
        Optional<DetectorCard> card = DetectorCard.of(model, taxonomy());
        if (card.isPresent()) {
            for (String option : FOREIGN) {
                if (options.text(option).isPresent()) {
                    throw new IllegalArgumentException("option %s is not for model %s, which says itself what it is"
                            .formatted(option, model.name()));
                }
            }
        }
        return card;
    }

    Labels labels() {
        return Labels.load(
                options.file(LABELS)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "option labels is needed: a file with one label a line, in the order of the model's"
                                        + " numbers")),
                taxonomy());
    }

    /** Returns the signature that was asked for; nothing if it is to be found out. */
    Optional<Signature> signature() {
        return options.text(SIGNATURE).filter(id -> !id.equals(AUTO)).map(Signature::of);
    }

    /** Returns the network's number for the first label; one that starts with the background has 0 for it. */
    int firstLabel(Signature signature, Labels labels) {
        int usual = labels.startWithBackground() ? 0 : signature.firstLabel();
        return options.integer(FIRST_LABEL, usual, 0, 1);
    }

    /** Returns how the network wants pictures; as is usual for the signature, unless options or model say otherwise. */
    PictureFormat picture(TensorSpec input, Optional<Signature> signature) {
        PictureFormat usual = input.type().equals("UINT8")
                ? PictureFormat.bytes()
                : signature.map(Signature::format).orElseGet(PictureFormat::unit);
        PictureFormat format = PictureOptions.of(options, input, Optional.of(usual));
        if (format.fit() == Fit.CENTER_CROP) {
            throw new IllegalArgumentException(
                    "option fit must not be center-crop: a detector looks at all of a photo");
        }
        return format;
    }

    PostProcessing postProcessing(Signature signature, Optional<DetectorCard> card) {
        double threshold = options.decimal(
                THRESHOLD, card.map(DetectorCard::threshold).orElse(DetectorCard.USUAL_THRESHOLD), 0, 1);
        Merging usual = signature == Signature.SEGMENTATION ? Merging.CATEGORY : Merging.PAIRS;
        return new PostProcessing(
                new Suppression(threshold, options.decimal(NMS, USUAL_NMS, 0, 1)),
                options.text(MERGE)
                        .map(Merging::of)
                        .or(() -> card.flatMap(DetectorCard::merging))
                        .orElse(usual));
    }

    /**
     * Returns whether the network is to look at mirror images, too; as far as its outputs allow, dense models do.
     *
     * @throws IllegalArgumentException if that was asked for although it cannot
     */
    boolean mirroring(Signature signature, OutputReader reader) {
        boolean wanted = options.flag(MIRROR, signature == Signature.DENSE);
        if (wanted && !reader.readsMeans()) {
            throw new IllegalArgumentException(
                    "option mirror is for models that put out a value for each class and place; this one's signature is '%s'"
                            .formatted(signature.id()));
        }
        return wanted;
    }

    RegionChoice region(Optional<DetectorCard> card) {
        String region = options.text(REGION).orElse("person");
        if (!List.of("person", "photo").contains(region)) {
            throw new IllegalArgumentException("option region must be person or photo, got '" + region + "'");
        }
        double margin =
                card.map(DetectorCard::margin).orElseGet(() -> options.decimal(MARGIN, PersonRegion.MARGIN, 0, 1));
        return new RegionChoice(region.equals("person"), margin);
    }

    private Taxonomy taxonomy() {
        return options.file(TAXONOMY).map(Taxonomy::load).orElseGet(Taxonomy::standard);
    }

    /** Checks that an own model is one. */
    static DetectorCard required(Optional<DetectorCard> card, OnnxModel model) {
        return card.orElseThrow(() -> new BuyMeException("model %s was not made by BuyMe; use the detector '%s'"
                .formatted(model.name(), OnnxDetectorProvider.ID)));
    }
}
