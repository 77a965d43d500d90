package io.buyme.cli.evaluate;

import io.buyme.api.ArticleDetector;
import io.buyme.api.Detection;
import io.buyme.api.DetectionInput;
import io.buyme.api.PoseClassifier;
import java.awt.image.BufferedImage;
import org.jspecify.annotations.Nullable;

/** Takes photos through pose and detector as the pipeline does, and times the detector. For one run, by one thread. */
final class PhotoDetector {

    private final PoseClassifier pose;
    private final ArticleDetector detector;
    private boolean warm;
    private long timed;
    private long nanos;

    PhotoDetector(PoseClassifier pose, ArticleDetector detector) {
        this.pose = pose;
        this.detector = detector;
    }

    /** Returns what is seen. The first photo pays for loading code: it is looked at once more, without being timed. */
    Detection detect(BufferedImage photo) {
        DetectionInput input = DetectionInput.of(photo, pose.classify(photo));
        if (!warm) {
            detector.detect(input);
            warm = true;
        }
        long start = System.nanoTime();
        Detection detection = detector.detect(input);
        nanos += System.nanoTime() - start;
        timed++;
        return detection;
    }

    /** Returns the mean time of the detector alone; null if nothing was looked at. */
    @Nullable
    Double msPerPhoto() {
        return Rounded.millisPer(timed, nanos);
    }
}
