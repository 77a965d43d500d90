package io.buyme.detect;

import io.buyme.api.spi.Role;

/**
 * Makes the detector {@code segmenter}: a network trained by BuyMe, from its jar, that says of each place on the person
 * which of twelve categories of articles it shows. It takes one article of each category; with a pose it looks at the
 * person, without at the whole photo. Its options are those of {@link OnnxDetectorProvider} that do not contradict the
 * model: {@code model}, {@code taxonomy}, {@code threshold}, {@code nms}, {@code merge}, {@code mirror}, {@code region}, {@code threads}.
 */
public final class SegmenterProvider extends ModelInJarProvider {

    static final String ID = "segmenter";

    private static final ModelInJar MODEL = ModelInJar.beside(SegmenterProvider.class, ID, "buyme-segmenter.onnx");

    /** Creates the provider. */
    public SegmenterProvider() {
        super(MODEL, Role.BUILT_IN);
    }
}
