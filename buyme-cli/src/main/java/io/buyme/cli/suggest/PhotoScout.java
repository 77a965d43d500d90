package io.buyme.cli.suggest;

import io.buyme.api.ArticleDetector;
import io.buyme.api.Detection;
import io.buyme.api.DetectionInput;
import io.buyme.api.PoseClassifier;
import io.buyme.image.ImageDecoder;
import io.buyme.train.active.Finding;
import io.buyme.train.active.PhotoFindings;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;

/** Looks at photos with two detectors behind one pose classifier, none of which it closes. For one thread. */
public final class PhotoScout {

    private final PoseClassifier pose;
    private final ArticleDetector first;
    private final ArticleDetector second;

    /**
     * Creates a scout.
     *
     * @param first the detector whose articles are the guesses
     * @param second the one that it is compared with
     */
    public PhotoScout(PoseClassifier pose, ArticleDetector first, ArticleDetector second) {
        this.pose = pose;
        this.first = first;
        this.second = second;
    }

    /**
     * Looks at a photo.
     *
     * @param folder of all photos
     * @param name of the photo's file in it
     * @throws io.buyme.api.BuyMeException if the photo cannot be read, or a stage fails on it
     */
    public ScoutedPhoto look(Path folder, String name) {
        BufferedImage photo = ImageDecoder.standard().decode(folder.resolve(name));
        DetectionInput input = DetectionInput.of(photo, pose.classify(photo));
        Detection seen = first.detect(input);
        List<Finding> compared = Finding.of(second.detect(input));
        List<Guess> guesses = seen.articles().stream()
                .map(article -> Guess.of(article, photo.getWidth(), photo.getHeight()))
                .toList();
        return new ScoutedPhoto(
                photo.getWidth(),
                photo.getHeight(),
                new PhotoFindings(name, Fingerprint.of(photo), Finding.of(seen), compared),
                guesses);
    }
}
