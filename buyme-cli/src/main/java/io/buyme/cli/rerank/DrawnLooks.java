package io.buyme.cli.rerank;

import io.buyme.api.Article;
import io.buyme.api.Crop;
import io.buyme.api.DescribingEmbedder.Described;
import io.buyme.api.Product;
import io.buyme.api.ProductSource.DescribedProduct;
import io.buyme.api.Ranker.Sought;
import io.buyme.testkit.lookbook.CatalogItem;
import io.buyme.testkit.lookbook.Look;
import io.buyme.testkit.lookbook.LookBook;
import io.buyme.testkit.lookbook.WornGarment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Drawn people and products, of which everything is known.
 *
 * @param book the people and products
 * @param products how many
 * @param looks people, who wear some of the products
 * @param label of a product; offers with that of the worn one are good matches
 * @param told whether the category of what is worn is known, as if the person had said it; else only the
 *     super-category, which is what a detector of body parts knows
 */
record DrawnLooks(LookBook book, int products, int looks, Function<CatalogItem, String> label, boolean told) {

    /** Products of one category, colour and pattern are good matches for each other. */
    static String twins(CatalogItem item) {
        return "%s %s %s"
                .formatted(
                        item.category(),
                        item.attributes().get("color"),
                        item.attributes().get("pattern"));
    }

    Trial trial(Describer describer) {
        List<Offer> offers = describer.describeAll(
                "drawn products",
                book.catalog(products),
                CatalogItem::id,
                item -> Crop.ofProduct(item.picture(), item.superCategory()),
                this::offer);
        List<Question> questions = new ArrayList<>();
        for (int i = 0; i < looks; i++) {
            Look look = book.look(i);
            questions.addAll(describer.describeAll(
                    "worn garments",
                    look.worn(),
                    worn -> look.name(),
                    worn -> Crop.of(look.photo(), article(worn)),
                    (worn, described) -> question(look, worn, described)));
        }
        return new Trial("look_book", offers, questions);
    }

    private Offer offer(CatalogItem item, Described described) {
        Product product = new Product(
                item.id(),
                item.title(),
                Optional.of(item.brand()),
                Optional.of(item.price()),
                Optional.empty(),
                item.id() + ".png",
                item.category(),
                item.superCategory());
        return new Offer(
                new DescribedProduct(product, described.attributes(), Optional.of(described.embedding())),
                label.apply(item),
                item.category());
    }

    private Question question(Look look, WornGarment worn, Described described) {
        return new Question(
                look.name() + "/" + worn.item().id(),
                new Sought(article(worn), described),
                Set.of(label.apply(worn.item())),
                Set.of(worn.item().category()),
                Optional.of(worn.item().id()));
    }

    private Article article(WornGarment worn) {
        CatalogItem item = worn.item();
        return new Article(
                told ? item.category() : item.superCategory().label(),
                item.superCategory(),
                1,
                worn.box(),
                Optional.of(worn.mask()));
    }
}
