package io.buyme.train.data;

import io.buyme.api.Box;
import io.buyme.api.BuyMeException;
import io.buyme.api.Mask;
import io.buyme.image.ImageDecoder;
import io.buyme.image.coco.CocoAnnotation;
import io.buyme.image.coco.CocoAnnotations;
import io.buyme.image.coco.CocoCategory;
import io.buyme.image.coco.CocoImage;
import io.buyme.image.coco.PhotoSplit;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Reads scenes from a COCO file and its photos. Where there are label masks beside them, as in Clothing Co-Parsing, hair
 * and skin are classes of their own: what is body is then not mistaken for an article of its color.
 */
public final class SceneReader {

    /** How much larger than its articles a person is taken to be if the data says no more. */
    private static final double UNSEEN = 0.08;

    private static final List<String> BODY = List.of("skin", "hair");

    private final CocoAnnotations annotations;
    private final Path images;
    private final PhotoSplit split;
    private final Optional<BodyMasks> masks;
    private final PixelClasses classes;
    private final List<Long> categoryIds;

    private SceneReader(Path coco, Path images) {
        Path folder = Objects.requireNonNullElse(coco.getParent(), Path.of(""));
        this.annotations = CocoAnnotations.read(coco);
        this.images = images;
        this.split = PhotoSplit.beside(coco);
        this.masks = Files.isRegularFile(folder.resolve("labels.txt"))
                ? Optional.of(new BodyMasks(folder, BODY))
                : Optional.empty();
        List<CocoCategory> categories = annotations.categories();
        this.categoryIds = categories.stream().map(CocoCategory::id).toList();
        this.classes = new PixelClasses(
                masks.isPresent() ? BODY : List.of(),
                categories.stream().map(CocoCategory::name).toList());
    }

    /**
     * Reads all photos that have been annotated.
     *
     * @throws BuyMeException if the file cannot be read or has too few photos; photos that cannot be read are left out
     */
    public static Scenes read(Path coco, Path images) {
        return read(coco, images, photo -> true);
    }

    /**
     * Reads some of the photos that have been annotated.
     *
     * @param wanted tells by the file name which
     * @throws BuyMeException if the file cannot be read or has too few photos; photos that cannot be read are left out
     */
    public static Scenes read(Path coco, Path images, Predicate<String> wanted) {
        return new SceneReader(coco, images).read(wanted);
    }

    private Scenes read(Predicate<String> wanted) {
        List<Scene> training = new ArrayList<>();
        List<Scene> checking = new ArrayList<>();
        List<String> skipped = new ArrayList<>();
        List<CocoImage> annotated = annotations.images().stream()
                // An unannotated photo shows articles, but none that anyone has named.
                .filter(image -> wanted.test(image.fileName())
                        && !image.flag("unannotated")
                        && !annotations.annotationsOf(image).isEmpty())
                .toList();
        for (Object result : annotated.parallelStream().map(this::readOrReason).toList()) {
            if (result instanceof Scene scene) {
                (split.isForChecking(scene.name()) ? checking : training).add(scene);
            } else {
                skipped.add((String) result);
            }
        }
        return new Scenes(classes, training, checking, skipped);
    }

    private Object readOrReason(CocoImage image) {
        try {
            return scene(image);
        } catch (BuyMeException e) {
            return image.fileName() + ": " + e.getMessage();
        }
    }

    private Scene scene(CocoImage image) {
        BufferedImage photo = ImageDecoder.standard().decode(images.resolve(image.fileName()));
        if (photo.getWidth() != image.width() || photo.getHeight() != image.height()) {
            throw new BuyMeException("the photo has %d x %d pixels, its annotations say %d x %d"
                    .formatted(photo.getWidth(), photo.getHeight(), image.width(), image.height()));
        }
        List<Scene.Thing> things = new ArrayList<>();
        for (CocoAnnotation annotation : annotations.annotationsOf(image)) {
            annotation.mask().flatMap(mask -> thing(annotation, mask)).ifPresent(things::add);
        }
        if (things.isEmpty()) {
            throw new BuyMeException("no annotation has a mask");
        }
        byte[] labels = new byte[image.width() * image.height()];
        Optional<Box> body = masks.flatMap(found -> found.paint(image, labels));
        // What is worn over something else is smaller, most of the time.
        things.stream()
                .sorted(Comparator.comparingInt(
                                (Scene.Thing thing) -> thing.mask().area())
                        .reversed())
                .forEach(thing -> paint(thing, image, labels));
        return Scene.of(image.fileName(), photo, labels, person(things, body, image), things);
    }

    private Optional<Scene.Thing> thing(CocoAnnotation annotation, Mask mask) {
        int category = categoryIds.indexOf(annotation.categoryId());
        return mask.bounds().map(box -> new Scene.Thing(category, box, mask));
    }

    private void paint(Scene.Thing thing, CocoImage image, byte[] labels) {
        Mask mask = thing.mask();
        byte label = (byte) (classes.firstCategory() + thing.category());
        for (int y = mask.y(); y < mask.y() + mask.height(); y++) {
            for (int x = mask.x(); x < mask.x() + mask.width(); x++) {
                if (mask.contains(x, y)) {
                    labels[y * image.width() + x] = label;
                }
            }
        }
    }

    private static Box person(List<Scene.Thing> things, Optional<Box> body, CocoImage image) {
        Box worn = things.stream().map(Scene.Thing::box).reduce(Box::union).orElseThrow();
        return body.map(worn::union).orElseGet(() -> worn.expand(UNSEEN).clip(image.width(), image.height()));
    }
}
