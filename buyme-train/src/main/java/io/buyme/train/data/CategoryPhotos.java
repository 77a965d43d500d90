package io.buyme.train.data;

import io.buyme.api.BuyMeException;
import io.buyme.api.Crop;
import io.buyme.image.ImageDecoder;
import io.buyme.image.coco.CocoAnnotation;
import io.buyme.image.coco.CocoAnnotations;
import io.buyme.image.coco.CocoCategory;
import io.buyme.image.coco.CocoImage;
import io.buyme.image.coco.PhotoSplit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whole photos of which only the categories of the articles in them are known, not where the articles are. */
public final class CategoryPhotos {

    private static final String GROUP = "whole photo";

    private final Path folder;
    private final PhotoSplit split;
    private final List<Example> training = new ArrayList<>();
    private final List<Example> checking = new ArrayList<>();

    private CategoryPhotos(Path folder) {
        this.folder = folder;
        this.split = PhotoSplit.of(folder);
    }

    /**
     * Returns the categories of the annotations in a folder, in the order of the file.
     *
     * @param folder has {@code ccp.json} and {@code mapping.json}
     * @throws BuyMeException if one of them is missing or not of its format
     */
    public static Categories categories(Path folder) {
        List<String> names = CocoAnnotations.read(folder.resolve("ccp.json")).categories().stream()
                .map(CocoCategory::name)
                .toList();
        return Categories.read(names, folder.resolve("mapping.json"));
    }

    /**
     * Lists the annotated photos (of which no box and no mask is looked at) and the tagged ones. Nothing is decoded yet.
     *
     * @param folder has {@code ccp.json}, {@code tags.json}, {@code photos} and {@code tagged}
     * @throws BuyMeException if one of the files is missing or not of its format
     */
    public static AnnotatedPhotos.Split list(Path folder, Categories categories) {
        CategoryPhotos photos = new CategoryPhotos(folder);
        photos.addAnnotated(categories);
        photos.addTagged(categories);
        return new AnnotatedPhotos.Split(photos.training, photos.checking);
    }

    private void addAnnotated(Categories categories) {
        CocoAnnotations coco = CocoAnnotations.read(folder.resolve("ccp.json"));
        for (CocoImage image : coco.images()) {
            if (!image.flag("unannotated")) {
                List<CocoAnnotation> articles = coco.annotationsOf(image);
                add(
                        "photos",
                        image.fileName(),
                        categories.only(articles.stream()
                                .map(article -> coco.categoryOf(article).name())
                                .toList()));
            }
        }
    }

    private void addTagged(Categories categories) {
        Tags tags = Tags.read(folder);
        tags.training().forEach((name, labels) -> add("tagged", name, categories.knowledge(labels)));
        tags.checking().forEach((name, labels) -> add("tagged", name, categories.knowledge(labels)));
    }

    private void add(String subfolder, String name, TagKnowledge tags) {
        Path file = folder.resolve(subfolder).resolve(name);
        Example example = new Example(
                subfolder + "/" + name,
                () -> new Crop(ImageDecoder.standard().decode(file), Optional.empty(), Optional.empty()),
                GROUP,
                Optional.empty(),
                tags,
                Domain.STREET);
        (split.isForChecking(name) ? checking : training).add(example);
    }
}
