package io.buyme.image.coco.score;

import io.buyme.api.Box;
import io.buyme.image.coco.CocoAnnotation;
import io.buyme.image.coco.CocoImage;
import io.buyme.image.coco.RunLengths;
import io.buyme.image.coco.Segmentation;

/** Where something is, in the notation that is compared. */
sealed interface Shape {

    double area();

    double intersectionArea(Shape other);

    /** Returns the intersection over union; of a crowd the share of this that is in it, as nobody knows its members. */
    default double overlap(Shape annotated, boolean crowd) {
        double common = intersectionArea(annotated);
        double union = crowd ? area() : area() + annotated.area() - common;
        return union == 0 ? 0 : common / union;
    }

    static Shape of(CocoAnnotation annotation, CocoImage image, Overlap overlap) {
        if (overlap == Overlap.BOX) {
            return new Frame(annotation.box());
        }
        Segmentation segmentation = annotation
                .segmentation()
                .orElseThrow(() -> new IllegalArgumentException(
                        "annotation %d has no segmentation, so masks cannot be compared with it"
                                .formatted(annotation.id())));
        return Pixels.of(RunLengths.of(segmentation, image));
    }

    static Shape of(CocoDetection detection, CocoImage image, Overlap overlap) {
        if (overlap == Overlap.BOX) {
            return new Frame(detection.box());
        }
        return Pixels.of(
                detection.pixels().orElseGet(() -> RunLengths.of(detection.box(), image.width(), image.height())));
    }

    /** A box. */
    record Frame(Box box) implements Shape {

        @Override
        public double area() {
            return box.area();
        }

        @Override
        public double intersectionArea(Shape other) {
            return box.intersectionArea(((Frame) other).box);
        }
    }

    /** A mask, whose area is asked for often. */
    record Pixels(RunLengths runs, double area) implements Shape {

        static Pixels of(RunLengths runs) {
            return new Pixels(runs, runs.area());
        }

        @Override
        public double intersectionArea(Shape other) {
            return runs.intersectionArea(((Pixels) other).runs);
        }
    }
}
