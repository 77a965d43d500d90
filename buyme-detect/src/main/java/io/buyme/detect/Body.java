package io.buyme.detect;

import io.buyme.api.Box;
import io.buyme.api.Keypoint;
import io.buyme.api.LabColor;
import io.buyme.api.Mask;
import io.buyme.api.Mask.PixelTest;
import io.buyme.api.Pose;
import io.buyme.api.Pose.Verdict;
import java.awt.image.BufferedImage;
import java.util.Optional;

/**
 * What is known of the person before garments are cut.
 *
 * @param photo the whole photo
 * @param skeleton its bones
 * @param person tells which photo pixels belong to the person
 * @param raster the person's colors
 * @param map the part and station of each cell
 * @param skin if the face shows it
 */
record Body(
        Box photo, Skeleton skeleton, PixelTest person, PersonRaster raster, BodyMap map, Optional<SkinColor> skin) {

    /** Returns the body, unless no pixel of it lies in the photo. */
    static Optional<Body> of(BufferedImage image, Pose pose, Skeleton skeleton) {
        Box photo = new Box(0, 0, image.getWidth(), image.getHeight());
        PixelTest shape = shape(pose, skeleton);
        PixelTest person = (x, y) -> photo.contains(x, y) && shape.test(x, y);
        return bounds(pose, skeleton)
                .filter(box -> box.intersectionArea(photo) > 0)
                .map(box -> Grid.over(box.clip(image.getWidth(), image.getHeight())))
                .map(grid -> PersonRaster.of(image, grid, person))
                .map(raster -> new Body(
                        photo,
                        skeleton,
                        person,
                        raster,
                        BodyMap.of(raster, skeleton.bones()),
                        pose.verdict() == Verdict.BACK ? Optional.empty() : SkinColor.of(raster, skeleton)));
    }

    Grid grid() {
        return raster.grid();
    }

    boolean is(int cell, BodyPart part) {
        return map.part(cell) == part;
    }

    boolean isSkin(int cell) {
        LabColor color = raster.color(cell);
        return color != null && skin.isPresent() && skin.get().matches(color);
    }

    /** The mask, if the pose has one; else the bones with flesh on them. */
    private static PixelTest shape(Pose pose, Skeleton skeleton) {
        Optional<Mask> mask = pose.personMask();
        return mask.isPresent()
                ? mask.get()::contains
                : (x, y) -> skeleton.bones().stream().anyMatch(bone -> bone.squaredDistance(x, y) < 1);
    }

    private static Optional<Box> bounds(Pose pose, Skeleton skeleton) {
        if (pose.personMask().isPresent()) {
            return pose.personMask().get().bounds();
        }
        double margin = 0.4 * skeleton.unit();
        return pose.keypoints().stream()
                .filter(k -> Double.isFinite(k.x() + k.y()))
                .map((Keypoint k) -> new Box(k.x() - margin, k.y() - margin, 2 * margin, 2 * margin))
                .reduce(Box::union);
    }
}
