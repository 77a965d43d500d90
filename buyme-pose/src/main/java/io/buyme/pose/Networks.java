package io.buyme.pose;

import io.buyme.api.Box;
import java.awt.image.BufferedImage;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The two networks of BlazePose, used one after the other. For one thread at a time. */
final class Networks implements AutoCloseable {

    /** Below it the detector fires on hangers and garments. */
    private static final double MIN_DETECTION = 0.5;

    /** BlazePose's own threshold for telling a body from none. */
    private static final double MIN_PRESENCE = 0.5;

    private final PersonDetector detector;
    private final LandmarkModel landmarks;

    Networks(PersonDetector detector, LandmarkModel landmarks) {
        this.detector = detector;
        this.landmarks = landmarks;
    }

    /** Returns what is to be seen in a photo. */
    Scene look(BufferedImage photo) {
        List<PersonDetection> people = detector.detect(photo, MIN_DETECTION);
        Optional<PersonDetection> main = people.stream().max(Comparator.comparingDouble(p -> p.radius() * p.score()));
        Region region =
                main.map(PersonDetection::region).orElseGet(() -> Region.whole(photo.getWidth(), photo.getHeight()));
        Body body = landmarks.locate(photo, region);
        if (body.presence() < MIN_PRESENCE) {
            return new Scene(Optional.empty(), List.of());
        }
        List<Box> others = people.stream()
                .filter(p -> !p.equals(main.orElse(null)))
                .map(PersonDetection::estimatedBody)
                .filter(box -> box.intersectionArea(new Box(0, 0, photo.getWidth(), photo.getHeight())) > 0)
                .map(box -> box.clip(photo.getWidth(), photo.getHeight()))
                .sorted(Comparator.comparingDouble(Box::area).reversed())
                .toList();
        return new Scene(Optional.of(body), others);
    }

    @Override
    public void close() {
        try (landmarks) {
            detector.close();
        }
    }
}
