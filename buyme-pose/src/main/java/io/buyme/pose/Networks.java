package io.buyme.pose;

import io.buyme.api.Box;
import java.awt.image.BufferedImage;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The two networks of BlazePose, used one after the other. For one thread at a time. */
final class Networks implements Network {

    /** Below it the detector fires on hangers and garments. */
    static final double MIN_DETECTION = 0.5;

    /** Others are counted as posing, too, from this on: the detector is less sure of people in the background. */
    private static final double MIN_RIVAL = 0.64;

    private final PersonDetector detector;
    private final LandmarkModel landmarks;

    Networks(PersonDetector detector, LandmarkModel landmarks) {
        this.detector = detector;
        this.landmarks = landmarks;
    }

    /** Returns a pool of them that owns the models. */
    static NetworkPool<Networks> pool(PoseModel detector, PoseModel landmarks, int size) {
        return new NetworkPool<>(size, () -> open(detector, landmarks), () -> {
            landmarks.close();
            detector.close();
        });
    }

    private static Networks open(PoseModel detector, PoseModel landmarks) {
        PoseInterpreter people = detector.newInterpreter();
        try {
            return new Networks(new PersonDetector(people), new LandmarkModel(landmarks.newInterpreter()));
        } catch (RuntimeException e) {
            people.close();
            throw e;
        }
    }

    /** Returns what is to be seen in a photo. */
    Scene look(BufferedImage photo) {
        List<PersonDetection> people = detector.detect(photo, MIN_DETECTION);
        Optional<PersonDetection> main = people.stream().max(Comparator.comparingDouble(p -> p.radius() * p.score()));
        Region region =
                main.map(PersonDetection::region).orElseGet(() -> Region.whole(photo.getWidth(), photo.getHeight()));
        List<PersonDetection> others =
                people.stream().filter(p -> !p.equals(main.orElse(null))).toList();
        return new Scene(
                landmarks.locate(photo, region),
                main.map(PersonDetection::score).orElse(0.0),
                boxes(others, new Box(0, 0, photo.getWidth(), photo.getHeight())),
                main.map(person -> rival(person, others)).orElse(0.0));
    }

    private static double rival(PersonDetection main, List<PersonDetection> others) {
        return others.stream()
                .filter(other -> other.score() >= MIN_RIVAL)
                .mapToDouble(other -> other.radius() / main.radius())
                .max()
                .orElse(0);
    }

    private static List<Box> boxes(List<PersonDetection> people, Box frame) {
        return people.stream()
                .map(PersonDetection::estimatedBody)
                .filter(box -> box.intersectionArea(frame) >= 1)
                .map(box -> box.clip((int) frame.width(), (int) frame.height()))
                .sorted(Comparator.comparingDouble(Box::area).reversed())
                .toList();
    }

    @Override
    public void close() {
        try (landmarks) {
            detector.close();
        }
    }
}
