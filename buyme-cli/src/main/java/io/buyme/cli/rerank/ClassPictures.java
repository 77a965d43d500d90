package io.buyme.cli.rerank;

import io.buyme.api.Article;
import io.buyme.api.Box;
import io.buyme.api.Crop;
import io.buyme.api.DescribingEmbedder.Described;
import io.buyme.api.Product;
import io.buyme.api.ProductSource.DescribedProduct;
import io.buyme.api.Ranker.Sought;
import io.buyme.api.SuperCategory;
import io.buyme.api.Taxonomy;
import io.buyme.cli.evaluate.PictureFiles;
import io.buyme.image.ImageDecoder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Product pictures in folders named after their category.
 *
 * @param files by class, then name
 */
record ClassPictures(List<ClassFile> files) {

    ClassPictures {
        files = List.copyOf(files);
    }

    /** A picture, and its class. */
    private record ClassFile(Path file, String className) {

        String name() {
            return className + "/" + file.getFileName();
        }

        SuperCategory superCategory() {
            return Taxonomy.standard().superCategoryOf(className);
        }

        /** As a catalogue embeds a product. */
        Crop crop() {
            return Crop.ofProduct(ImageDecoder.standard().decode(file), superCategory());
        }
    }

    /** Finds the pictures of a part, at most so many of each class, evenly spread. */
    static ClassPictures in(Path folder, SamplePart part, int limitPerClass) {
        Map<String, List<ClassFile>> byClass = new LinkedHashMap<>();
        for (Path file : PictureFiles.below(folder)) {
            String className = classOf(file);
            ClassFile found = new ClassFile(file, className);
            if (part.has(found.name())) {
                byClass.computeIfAbsent(className, name -> new ArrayList<>()).add(found);
            }
        }
        return new ClassPictures(byClass.values().stream()
                .flatMap(files -> PictureFiles.spread(files, limitPerClass).stream())
                .toList());
    }

    /** A file always lies in a folder; that of the last but one name is it. */
    private static String classOf(Path file) {
        Path whole = file.toAbsolutePath();
        return whole.getName(Math.max(0, whole.getNameCount() - 2)).toString();
    }

    List<Offer> offers(Describer describer) {
        return describer.describeAll("products", files, ClassFile::name, ClassFile::crop, ClassPictures::offer);
    }

    /**
     * Returns a question for each picture: products of its class are good. Of its category no more is told than the
     * super-category, which is what a catalogue is searched by.
     */
    List<Question> questions(Describer describer) {
        return describer.describeAll("queries", files, ClassFile::name, ClassFile::crop, ClassPictures::question);
    }

    private static Offer offer(ClassFile file, Described described) {
        Product product = new Product(
                file.name(),
                file.name(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                file.file().toString(),
                file.className(),
                file.superCategory());
        return new Offer(
                new DescribedProduct(product, described.attributes(), Optional.of(described.embedding())),
                file.className(),
                file.className());
    }

    private static Question question(ClassFile file, Described described) {
        Article article = new Article(
                file.superCategory().label(), file.superCategory(), 1, new Box(0, 0, 1, 1), Optional.empty());
        Set<String> good = Set.of(file.className());
        return new Question(file.name(), new Sought(article, described), good, good, Optional.empty());
    }
}
