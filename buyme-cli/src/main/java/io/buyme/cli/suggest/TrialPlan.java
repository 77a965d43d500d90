package io.buyme.cli.suggest;

import static java.util.Objects.requireNonNull;

import io.buyme.api.BuyMeException;
import io.buyme.image.coco.CocoAnnotations;
import io.buyme.image.coco.CocoImage;
import io.buyme.image.coco.PhotoSplit;
import io.buyme.train.data.SceneReader;
import io.buyme.train.data.Scenes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * What to try.
 *
 * @param coco annotations of the photos
 * @param images folder of the photos
 * @param pool so many photos, drawn by chance from those to learn from, are there to choose from
 * @param start so many of them have labels at first
 * @param more so many labels more, in photos, are given by suggestion or by chance
 * @param seeds how often to do it all, each time with other photos at first
 */
public record TrialPlan(Path coco, Path images, int pool, int start, int more, int seeds) {

    /** Checks the ranges. */
    public TrialPlan {
        requireNonNull(coco, "coco");
        requireNonNull(images, "images");
        if (start < 1 || more < 1 || seeds < 1) {
            throw new IllegalArgumentException(
                    "start, more and seeds must be at least 1, got %d, %d, %d".formatted(start, more, seeds));
        }
    }

    /**
     * Reads the photos to choose from, and those to measure with: every tenth, which training leaves alone.
     *
     * @throws BuyMeException if they cannot be read or are too few
     */
    Scenes read() {
        PhotoSplit split = PhotoSplit.beside(coco);
        List<String> learned = new ArrayList<>(CocoAnnotations.read(coco).images().stream()
                .filter(image -> !image.flag("unannotated"))
                .map(CocoImage::fileName)
                .filter(photo -> !split.isForChecking(photo))
                .toList());
        Collections.shuffle(learned, new Random(0));
        Set<String> drawn = new HashSet<>(learned.subList(0, Math.min(pool, learned.size())));
        Scenes scenes = SceneReader.read(coco, images, photo -> split.isForChecking(photo) || drawn.contains(photo));
        if (scenes.training().size() < start + more) {
            throw new BuyMeException("want %d photos to start with and %d more, but there are %d to learn from"
                    .formatted(start, more, scenes.training().size()));
        }
        return scenes;
    }
}
