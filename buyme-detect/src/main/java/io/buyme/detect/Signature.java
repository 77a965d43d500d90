package io.buyme.detect;

import io.buyme.api.BuyMeException;
import io.buyme.onnx.PictureFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** What a detection network may put out, in the order in which they are tried. */
enum Signature {
    DENSE(DenseReader::find, 0, PictureFormat::unit),
    TENSORFLOW(TensorFlowReader::find, 1, PictureFormat::bytes),
    TORCHVISION(BoxListReader::find, 1, PictureFormat::unit),
    YOLO_V8(YoloReader::findGridOfScores, 0, PictureFormat::unit),
    YOLO_V5(YoloReader::findGridOfObjects, 0, PictureFormat::unit),
    YOLO_NMS(YoloReader::findList, 0, PictureFormat::unit),
    YOLO_V7(YoloReader::findListWithBatch, 0, PictureFormat::unit),
    SEGMENTATION(SegmentationReader::find, 0, PictureFormat::imagenet);

    private final Function<Probe, Optional<OutputReader>> find;
    private final int firstLabel;
    private final Supplier<PictureFormat> format;

    Signature(Function<Probe, Optional<OutputReader>> find, int firstLabel, Supplier<PictureFormat> format) {
        this.find = find;
        this.firstLabel = firstLabel;
        this.format = format;
    }

    /** Returns the number that such networks give to the first label that is no background. */
    int firstLabel() {
        return firstLabel;
    }

    /** Returns how such networks usually want pictures. */
    PictureFormat format() {
        return format.get();
    }

    /** Returns a reader of these outputs, if they are of this signature. */
    Optional<OutputReader> reader(Probe probe) {
        return find.apply(probe);
    }

    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static List<String> ids() {
        return Arrays.stream(values()).map(Signature::id).toList();
    }

    /**
     * Returns the signature of that id.
     *
     * @throws IllegalArgumentException if there is none
     */
    static Signature of(String id) {
        return Arrays.stream(values())
                .filter(signature -> signature.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "option signature must be auto or one of %s, got '%s'".formatted(ids(), id)));
    }

    /**
     * Returns the first signature that fits.
     *
     * @throws BuyMeException if none does
     */
    static Signature detect(Probe probe) {
        return Arrays.stream(values())
                .filter(signature -> signature.reader(probe).isPresent())
                .findFirst()
                .orElseThrow(() -> new BuyMeException(
                        ("the outputs %s are of no known signature for %d labels; known are %s. Is it a detector, and are"
                                        + " the labels those of the model?")
                                .formatted(probe.describe(), probe.labels(), ids())));
    }
}
