package io.buyme.train.pose;

import io.buyme.api.Box;
import io.buyme.api.BuyMeException;
import io.buyme.api.Keypoint;
import io.buyme.api.Mask;
import io.buyme.api.Pose;
import io.buyme.api.PoseClassifier;
import io.buyme.image.ImageDecoder;
import io.buyme.image.coco.CocoAnnotation;
import io.buyme.image.coco.CocoAnnotations;
import io.buyme.image.coco.CocoCategory;
import io.buyme.image.coco.CocoImage;
import io.buyme.train.data.Joints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What a teacher sees in photos, kept in a COCO keypoint file, as looking takes long: a photo is looked at once, however
 * often training starts. Of people in whom the teacher is not sure of most joints nothing is kept.
 */
final class TeacherPoses {

    /** The field with the joints: x and y in pixels of the photo and the teacher's score, one after the other. */
    private static final String KEYPOINTS = "keypoint_scores";

    private static final CocoCategory PERSON =
            new CocoCategory(1, "person", Map.of("keypoints", List.copyOf(Joints.NAMES)));

    private static final String INFO = "info";
    private static final int SAVE_EVERY = 100;
    private static final int SURE_JOINTS = 8;

    private final List<CocoImage> images = new ArrayList<>();
    private final List<CocoAnnotation> people = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    private final String teacher;

    private TeacherPoses(String teacher) {
        this.teacher = teacher;
    }

    /**
     * Looks at all photos that are not in the file yet.
     *
     * @param file that is read, if it is there, and written
     * @param log receives lines for people
     * @return the content of the file: one annotation for each photo that shows somebody
     * @throws BuyMeException if the file is no such file, or cannot be written
     */
    static CocoAnnotations look(List<PosePhotos.Photo> photos, PoseTeacher teacher, Path file, Consumer<String> log) {
        TeacherPoses poses = new TeacherPoses(teacher.name());
        if (Files.exists(file)) {
            poses.add(file, CocoAnnotations.read(file));
        }
        List<PosePhotos.Photo> left = photos.stream()
                .filter(photo -> !poses.seen.contains(photo.name()))
                .toList();
        for (int from = 0; from < left.size(); from += SAVE_EVERY) {
            List<PosePhotos.Photo> some = left.subList(from, Math.min(left.size(), from + SAVE_EVERY));
            List<Glance> glances = some.parallelStream()
                    .map(photo -> glance(photo, teacher.classifier()))
                    .toList();
            for (Glance glance : glances) {
                glance.seen().ifPresentOrElse(poses::add, () -> log.accept("skipped " + glance.problem()));
            }
            poses.save(file);
            log.accept("the teacher has seen %d of %d photos, people in %d"
                    .formatted(from + some.size(), left.size(), poses.people.size()));
        }
        return poses.content();
    }

    /** Returns the joints of a person, x, y and score of one after the other. */
    static List<Double> joints(CocoAnnotation person) {
        Object values = person.extra().get(KEYPOINTS);
        if (!(values instanceof List<?> list) || list.size() != 3 * Joints.COUNT) {
            throw new BuyMeException("want the %d numbers of '%s' in annotation %d, found %s"
                    .formatted(3 * Joints.COUNT, KEYPOINTS, person.id(), values));
        }
        return list.stream()
                .map(value -> value instanceof Number number ? number.doubleValue() : Double.NaN)
                .toList();
    }

    /** What came of looking at a photo: what was seen, or why it could not be looked at. */
    private record Glance(Optional<Seen> seen, String problem) {}

    private record Seen(String name, int width, int height, Pose pose) {}

    private static Glance glance(PosePhotos.Photo photo, PoseClassifier teacher) {
        try {
            BufferedImage image = ImageDecoder.standard().decode(photo.file());
            Seen seen = new Seen(photo.name(), image.getWidth(), image.getHeight(), teacher.classify(image));
            return new Glance(Optional.of(seen), "");
        } catch (BuyMeException e) {
            return new Glance(Optional.empty(), photo.name() + ": " + e.getMessage());
        }
    }

    private void add(Path file, CocoAnnotations saved) {
        if (!info().equals(saved.extra().get(INFO))) {
            throw new BuyMeException("'%s' has the answers of another teacher, %s; remove it to ask %s anew"
                    .formatted(file, saved.extra().get(INFO), teacher));
        }
        images.addAll(saved.images());
        people.addAll(saved.annotations());
        saved.images().forEach(image -> seen.add(image.fileName()));
    }

    private void add(Seen glance) {
        CocoImage image = CocoImage.of(images.size() + 1L, glance.name(), glance.width(), glance.height());
        images.add(image);
        List<Double> joints = joints(glance.pose());
        if (joints.isEmpty()) {
            return;
        }
        glance.pose().personBox().ifPresent(box -> people.add(person(image, box, glance.pose(), joints)));
    }

    private static CocoAnnotation person(CocoImage image, Box box, Pose pose, List<Double> joints) {
        Map<String, Object> extra = Map.of(KEYPOINTS, List.copyOf(joints));
        Optional<Mask> mask = pose.personMask().filter(found -> found.area() > 0);
        if (mask.isEmpty()) {
            return new CocoAnnotation(
                    image.id(), image.id(), PERSON.id(), box, box.area(), false, Optional.empty(), extra);
        }
        CocoAnnotation masked = CocoAnnotation.of(image.id(), image, PERSON.id(), mask.get());
        return new CocoAnnotation(
                image.id(), image.id(), PERSON.id(), box, masked.area(), false, masked.segmentation(), extra);
    }

    /** Returns the joints of a pose; none if the teacher is unsure of most, or has no such joints. */
    private static List<Double> joints(Pose pose) {
        List<Double> values = new ArrayList<>();
        int sure = 0;
        for (String name : Joints.NAMES) {
            Optional<Keypoint> point = pose.keypoint(name);
            values.add(point.map(found -> rounded(found.x())).orElse(0.0));
            values.add(point.map(found -> rounded(found.y())).orElse(0.0));
            values.add(point.map(found -> rounded(found.score())).orElse(0.0));
            sure += point.filter(found -> found.score() >= People.SURE).isPresent() ? 1 : 0;
        }
        return sure < SURE_JOINTS ? List.of() : values;
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }

    /** Replaces the file as a whole, so that a run that is stopped meanwhile leaves one that can be read. */
    private void save(Path file) {
        Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            content().write(temporary);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new BuyMeException("cannot write '" + file + "': " + e.getMessage(), e);
        }
    }

    private CocoAnnotations content() {
        return CocoAnnotations.of(images, List.of(PERSON), people, Map.of(INFO, info()));
    }

    private Map<String, Object> info() {
        return Map.of("description", "poses as seen by " + teacher);
    }
}
