package io.buyme.testkit.lookbook;

import io.buyme.api.Box;
import io.buyme.api.Keypoint;
import io.buyme.api.Mask;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;

/**
 * A photo of a dressed person and everything that is true of it.
 *
 * @param index of the look
 * @param view how the person is framed
 * @param photo 550x830, sRGB
 * @param keypoints the 33 of BlazePose, in its order; score 1 in sight, 0 outside the photo or behind the head. Those of
 *     a half body lie partly outside the photo
 * @param personBox around everything of the person that is seen, clothes included
 * @param personMask the pixels of the person, clothes included, bag not
 * @param worn what is seen of each garment; one that is wholly outside the photo or hidden is left out
 */
public record Look(
        int index,
        View view,
        BufferedImage photo,
        List<Keypoint> keypoints,
        Box personBox,
        Mask personMask,
        List<WornGarment> worn) {

    /** Copies the lists. */
    public Look {
        keypoints = List.copyOf(keypoints);
        worn = List.copyOf(worn);
    }

    /** Returns a name for files and messages, such as {@code look-00003-front}. */
    public String name() {
        return "look-%05d-%s"
                .formatted(index, view.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
