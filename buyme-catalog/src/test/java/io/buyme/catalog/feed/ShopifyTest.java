package io.buyme.catalog.feed;

import static io.buyme.catalog.feed.FeedSample.assertRejected;
import static io.buyme.catalog.feed.FeedSample.draft;
import static io.buyme.catalog.feed.FeedSample.product;
import static org.assertj.core.api.Assertions.assertThat;

import io.buyme.api.Product;
import io.buyme.api.ProductDetails.Availability;
import io.buyme.api.SuperCategory;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShopifyTest {

    private static final String HEADER =
            "Handle,Title,Body (HTML),Vendor,Product Category,Type,Tags,Published,Option1 Name,"
                    + "Option1 Value,Option2 Name,Option2 Value,Variant SKU,Variant Inventory Tracker,Variant Inventory Qty,"
                    + "Variant Inventory Policy,Variant Price,Variant Compare At Price,Image Src,Image Position,"
                    + "Google Shopping / Gender,Variant Image,Status\n";

    private static final String ROWS = """
            linen-shirt,Linen Shirt,"<p>Soft,
            ""light"".</p>",Acme,Apparel & Accessories > Clothing > Shirts & Tops,,"Summer, linen",true,Size,S,Color,White,LS-1,shopify,0,deny,39.90,59.90,https://cdn.example/b.jpg,2,female,,active
            linen-shirt,,,,,,,,,M,,White,LS-2,shopify,3,deny,39.90,59.90,https://cdn.example/a.jpg,1,,,
            linen-shirt,,,,,,,,,M,,Sand,LS-3,shopify,0,deny,44.90,,,,,https://cdn.example/sand.jpg,
            linen-shirt,,,,,,,,,,,,,,,,,,https://cdn.example/c.jpg,3,,,
            old-bag,Old Bag,,Acme,,Bags,,true,Title,Default Title,,,B-1,shopify,0,deny,10.00,0.00,https://cdn.example/bag.jpg,1,,,draft
            hidden,Hidden,,Acme,,Bags,,FALSE,Title,Default Title,,,B-2,,,,10.00,,https://cdn.example/h.jpg,1,,,active
            no-picture,No Picture,,Acme,,Bags,,true,Title,Default Title,,,B-3,,,,10.00,,,,,,active
            sold-out,Sold Out,,Acme,,Bags,,true,Title,Default Title,,,B-4,shopify,-1,deny,10.00,10.00,https://cdn.example/s.jpg,1,,,active
            bad,"quoted"x,,Acme,,Bags,,true
            on-order,On Order,,Acme,,Bags,,true,Title,Default Title,,,B-5,shopify,0,continue,10.00,,https://cdn.example/o.jpg,1,,,active
            linen-shirt,Again,,,,,,,,,,,,,,,,,https://cdn.example/z.jpg,9,,,
            """;

    private final FeedSample sample;

    ShopifyTest(@TempDir Path folder) {
        this.sample = new FeedSample(folder)
                .with(FeedOptions.standard().withCurrency("eur").withShop(URI.create("https://shop.example")));
    }

    @Test
    void makesOneProductOfTheRowsOfAHandle() {
        Product shirt = product(sample.read("products.csv", HEADER + ROWS).get(0));
        assertThat(shirt.id()).isEqualTo("linen-shirt");
        assertThat(shirt.title()).isEqualTo("Linen Shirt");
        assertThat(shirt.brand()).contains("Acme");
        assertThat(shirt.link()).contains("https://shop.example/products/linen-shirt");
        assertThat(shirt.image()).isEqualTo("https://cdn.example/a.jpg");
        assertThat(shirt.superCategory()).isEqualTo(SuperCategory.UPPER);
        assertThat(shirt.price()).map(Object::toString).contains("39.90 EUR");
        assertThat(shirt.details().regularPrice()).map(Object::toString).contains("59.90 EUR");
        assertThat(shirt.details().moreImages())
                .containsExactly(
                        "https://cdn.example/b.jpg", "https://cdn.example/c.jpg", "https://cdn.example/sand.jpg");
        assertThat(shirt.details().sizes()).containsExactly("S", "M");
        assertThat(shirt.details().color()).contains("White/Sand");
        assertThat(shirt.details().tags()).containsExactly("summer", "linen");
        assertThat(shirt.details().gender()).contains("female");
        assertThat(shirt.details().availability()).isEqualTo(Availability.IN_STOCK);
    }

    @Test
    void leavesOutWhatIsNotForSaleAndRejectsWhatIsBad() {
        List<FeedEntry> rows = sample.read("products.csv", HEADER + ROWS);
        assertRejected(rows.get(1), "line 7", "status", "'old-bag' is draft");
        assertThat(((Rejected) rows.get(1)).id())
                .as("as if the feed did not mention it")
                .isEmpty();
        assertRejected(rows.get(2), "line 8", "published", "not for sale");
        assertRejected(rows.get(3), "line 9", "image src", "is missing");
        assertThat(product(rows.get(4)).details().availability()).isEqualTo(Availability.OUT_OF_STOCK);
        assertThat(product(rows.get(4)).details().regularPrice()).isEmpty();
        assertThat(product(rows.get(4)).details().sizes()).isEmpty();
        assertRejected(rows.get(5), "line 11", Rejected.ROW, "is no CSV");
        assertThat(product(rows.get(6)).details().availability()).isEqualTo(Availability.IN_STOCK);
        assertThat(draft(rows.get(7)).id()).as("told apart by the ingest").isEqualTo("linen-shirt");
        assertThat(rows).hasSize(8);
    }

    @Test
    void asksForTheCurrencyThatTheExportDoesNotHave() {
        List<FeedEntry> rows = sample.with(FeedOptions.standard()).read("products.csv", HEADER + ROWS);
        assertRejected(rows.get(0), "line 2", "variant compare at price", "no currency");
        assertThat(((Rejected) rows.get(0)).id()).isEqualTo(Optional.of("linen-shirt"));
    }
}
