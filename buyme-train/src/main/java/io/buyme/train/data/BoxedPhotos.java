package io.buyme.train.data;

import io.buyme.api.Box;
import io.buyme.api.BuyMeException;
import io.buyme.image.coco.CocoAnnotation;
import io.buyme.image.coco.CocoAnnotations;
import io.buyme.image.coco.CocoImage;
import io.buyme.image.coco.PhotoSplit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Photos with a box around each category that is in them. */
public final class BoxedPhotos {

    private BoxedPhotos() {}

    /**
     * A photo.
     *
     * @param file with the picture
     * @param boxes by category, around all of its articles in the photo
     */
    public record BoxedPhoto(Path file, Map<String, Box> boxes) {

        /** Copies the map. */
        public BoxedPhoto {
            boxes = Map.copyOf(boxes);
        }
    }

    /**
     * Lists the photos to learn from. Nothing is decoded yet.
     *
     * @param folder has {@code ccp.json} and {@code photos}
     * @throws BuyMeException if one of them is missing or not of its format
     */
    public static List<BoxedPhoto> training(Path folder) {
        PhotoSplit split = PhotoSplit.of(folder);
        CocoAnnotations coco = CocoAnnotations.read(folder.resolve("ccp.json"));
        List<BoxedPhoto> photos = new ArrayList<>();
        for (CocoImage image : coco.images()) {
            if (image.flag("unannotated") || split.isForChecking(image.fileName())) {
                continue;
            }
            Map<String, Box> boxes = new LinkedHashMap<>();
            for (CocoAnnotation article : coco.annotationsOf(image)) {
                boxes.merge(coco.categoryOf(article).name(), article.box(), Box::union);
            }
            photos.add(new BoxedPhoto(folder.resolve("photos").resolve(image.fileName()), boxes));
        }
        return List.copyOf(photos);
    }
}
