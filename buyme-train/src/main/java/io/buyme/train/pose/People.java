package io.buyme.train.pose;

import io.buyme.api.Box;
import io.buyme.api.BuyMeException;
import io.buyme.api.Crop;
import io.buyme.image.ImageDecoder;
import io.buyme.image.coco.CocoAnnotation;
import io.buyme.image.coco.CocoAnnotations;
import io.buyme.train.data.Cutout;
import io.buyme.train.data.Joints;
import io.buyme.train.data.PosedPerson;
import io.buyme.train.data.PosedPerson.Joint;
import io.buyme.train.data.PosedPerson.Sight;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The people of a run, in memory.
 *
 * @param training to learn from
 * @param checking never learned from
 */
public record People(List<PosedPerson> training, List<PosedPerson> checking) {

    /** From this score on the teacher is believed. */
    static final double SURE = 0.5;

    /** Joints so far beyond an edge, as a share of the photo's height, are certainly not to be seen. */
    private static final double BEYOND = 0.01;

    /** Sharp enough for half a person in the network's input. */
    private static final int LONGEST_SIDE = 512;

    /** Copies the lists. */
    public People {
        training = List.copyOf(training);
        checking = List.copyOf(checking);
    }

    /**
     * Reads photos, and lets a teacher look at those that it has not seen yet.
     *
     * @param folders of photos
     * @param teacher of joints with COCO's names
     * @param file where its answers are kept
     * @param log receives lines for people
     * @throws BuyMeException if a folder or the file cannot be read or written, or has the answers of another teacher
     */
    public static People read(List<Path> folders, PoseTeacher teacher, Path file, Consumer<String> log) {
        List<PosePhotos.Photo> photos = PosePhotos.list(folders);
        CocoAnnotations poses = TeacherPoses.look(photos, teacher, file, log);
        Map<String, CocoAnnotation> byName = new HashMap<>();
        poses.annotations().forEach(person -> byName.put(poses.imageOf(person).fileName(), person));
        List<PosedPerson> training = new ArrayList<>();
        List<PosedPerson> checking = new ArrayList<>();
        photos.parallelStream()
                .map(photo -> Optional.ofNullable(byName.get(photo.name()))
                        .map(annotation -> new Read(photo.checking(), person(photo, annotation))))
                .flatMap(Optional::stream)
                .toList()
                .forEach(read -> (read.checking() ? checking : training).add(read.person()));
        return new People(training, checking);
    }

    private record Read(boolean checking, PosedPerson person) {}

    private static PosedPerson person(PosePhotos.Photo photo, CocoAnnotation annotation) {
        BufferedImage image = ImageDecoder.standard().decode(photo.file());
        Cutout picture = Cutout.of(new Crop(image, annotation.mask(), Optional.empty()), LONGEST_SIDE);
        double scale = (double) picture.width() / image.getWidth();
        Box box = annotation.box();
        List<Double> values = TeacherPoses.joints(annotation);
        List<Joint> joints = new ArrayList<>();
        for (int i = 0; i < Joints.COUNT; i++) {
            double x = values.get(3 * i);
            double y = values.get(3 * i + 1);
            Sight sight = sight(x, y, values.get(3 * i + 2), image.getWidth(), image.getHeight());
            joints.add(new Joint(x * scale, y * scale, sight));
        }
        return new PosedPerson(
                photo.name(),
                picture,
                new Box(box.x() * scale, box.y() * scale, box.width() * scale, box.height() * scale),
                joints);
    }

    private static Sight sight(double x, double y, double score, int width, int height) {
        double margin = BEYOND * height;
        if (x < -margin || y < -margin || x > width + margin || y > height + margin) {
            return Sight.OUTSIDE;
        }
        return score >= SURE && x >= 0 && y >= 0 && x < width && y < height ? Sight.SEEN : Sight.UNKNOWN;
    }
}
