package io.buyme.detect;

import io.buyme.api.spi.Role;

/**
 * Makes the detector {@code mask-rcnn}: a network of two stages trained by BuyMe, from its jar (He et al., "Mask R-CNN",
 * 2017, on a feature pyramid): it proposes regions, then says of each which of twelve categories of articles it shows, where
 * exactly, and which pixels. With a pose it looks at the person, without at the whole photo. Its options are those of {@link OnnxDetectorProvider} that do not contradict the
 * model: {@code model}, {@code taxonomy}, {@code threshold}, {@code nms}, {@code merge}, {@code region}, {@code threads}.
 */
public final class MaskRcnnProvider extends ModelInJarProvider {

    static final String ID = "mask-rcnn";

    private static final ModelInJar MODEL = ModelInJar.beside(MaskRcnnProvider.class, ID, "buyme-mask-rcnn.onnx");

    /** Creates the provider. */
    public MaskRcnnProvider() {
        super(MODEL, Role.OPTIONAL);
    }
}
