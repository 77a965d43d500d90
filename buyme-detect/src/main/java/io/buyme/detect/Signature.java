package io.buyme.detect;

import io.buyme.api.BuyMeException;
import io.buyme.onnx.PictureFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a detection network may put out, in the order in which they are tried. */
enum Signature {
    DENSE,
    TENSORFLOW,
    TORCHVISION,
    YOLO_V8,
    YOLO_V5,
    YOLO_NMS,
    YOLO_V7,
    SEGMENTATION;

    /** Returns the number that such networks give to the first label that is no background. */
    int firstLabel() {
        return this == TENSORFLOW || this == TORCHVISION ? 1 : 0;
    }

    /** Returns how such networks usually want pictures. */
    PictureFormat format() {
        return switch (this) {
            case TENSORFLOW -> PictureFormat.bytes();
            case SEGMENTATION -> PictureFormat.imagenet();
            default -> PictureFormat.unit();
        };
    }

    /** Returns a reader of these outputs, if they are of this signature. */
    Optional<OutputReader> reader(Probe probe) {
        return switch (this) {
            case DENSE -> DenseReader.find(probe);
            case TENSORFLOW -> TensorFlowReader.find(probe);
            case TORCHVISION -> BoxListReader.find(probe);
            case YOLO_V8 -> YoloReader.findGridOfScores(probe);
            case YOLO_V5 -> YoloReader.findGridOfObjects(probe);
            case YOLO_NMS -> YoloReader.findList(probe);
            case YOLO_V7 -> YoloReader.findListWithBatch(probe);
            case SEGMENTATION -> SegmentationReader.find(probe);
        };
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
