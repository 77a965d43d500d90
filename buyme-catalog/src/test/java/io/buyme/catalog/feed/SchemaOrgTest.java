package io.buyme.catalog.feed;

import static io.buyme.catalog.feed.FeedSample.assertRejected;
import static io.buyme.catalog.feed.FeedSample.draft;
import static io.buyme.catalog.feed.FeedSample.product;
import static org.assertj.core.api.Assertions.assertThat;

import io.buyme.api.Product;
import io.buyme.api.ProductDetails.Availability;
import io.buyme.api.SuperCategory;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaOrgTest {

    private static final String COAT = """
            {
              "@context": "https://schema.org/", "@type": "Product",
              "name": "Wool coat", "sku": "C-1", "mpn": 925872,
              "image": ["https://cdn.example/1.jpg", {"@type": "ImageObject", "contentUrl": "https://cdn.example/2.jpg"}],
              "brand": {"@type": "Brand", "name": "Acme"},
              "category": ["Sale", "Clothing > Coats & Jackets"],
              "color": "camel", "size": ["S", {"@type": "SizeSpecification", "name": "M"}],
              "audience": {"@type": "PeopleAudience", "suggestedGender": "https://schema.org/Female"},
              "keywords": "wool, Winter",
              "isVariantOf": {"@type": "ProductGroup", "productGroupID": "C"},
              "review": [{"reviewBody": "%s"}],
              "offers": {
                "@type": "Offer", "url": "https://shop.example/c-1", "availability": "https://schema.org/InStock",
                "price": 119.90, "priceCurrency": "EUR",
                "priceSpecification": {"@type": "UnitPriceSpecification", "priceType": "https://schema.org/ListPrice", "price": 199, "priceCurrency": "EUR"}
              }
            }""";

    private final FeedSample sample;

    SchemaOrgTest(@TempDir Path folder) {
        this.sample = new FeedSample(folder);
    }

    private static String simple(String id) {
        return "{\"@type\":\"Product\",\"sku\":\"%s\",\"category\":\"dress\",\"image\":\"https://cdn.example/%s.jpg\"}"
                .formatted(id, id);
    }

    @Test
    void readsAProduct() {
        for (String name : List.of("coat.json", "coat.jsonld", "coat")) {
            List<FeedEntry> rows = sample.read(name, COAT.formatted("x".repeat(300_000)));
            assertThat(rows).hasSize(1);
            Product coat = product(rows.get(0));
            assertThat(coat.id()).isEqualTo("C-1");
            assertThat(coat.title()).isEqualTo("Wool coat");
            assertThat(coat.brand()).contains("Acme");
            assertThat(coat.price()).map(Object::toString).contains("119.90 EUR");
            assertThat(coat.details().regularPrice()).map(Object::toString).contains("199 EUR");
            assertThat(coat.link()).contains("https://shop.example/c-1");
            assertThat(coat.image()).isEqualTo("https://cdn.example/1.jpg");
            assertThat(coat.superCategory()).isEqualTo(SuperCategory.UPPER);
            assertThat(coat.details().moreImages()).containsExactly("https://cdn.example/2.jpg");
            assertThat(coat.details().availability()).isEqualTo(Availability.IN_STOCK);
            assertThat(coat.details().sizes()).containsExactly("S", "M");
            assertThat(coat.details().gender()).contains("female");
            assertThat(coat.details().tags()).containsExactly("wool", "winter");
            assertThat(coat.details().group()).contains("C");
        }
    }

    @Test
    void readsProductsWhereverTheyAreListed() {
        assertThat(sample.read("a.json", "[" + simple("1") + "," + simple("2") + "]"))
                .hasSize(2);
        assertThat(sample.read("a.json", simple("1") + "\n" + simple("2"))).hasSize(2);
        assertThat(sample.read("a.jsonl", simple("1") + "\n" + simple("2"))).hasSize(2);
        assertThat(sample.read(
                        "a.json",
                        "{\"@graph\":[{\"@type\":\"WebPage\",\"name\":\"x\"}," + simple("1")
                                + "],\"@context\":\"https://schema.org\"}"))
                .hasSize(1);
        List<FeedEntry> list = sample.read(
                "a.json",
                "{\"@type\":\"ItemList\",\"name\":\"New\",\"itemListElement\":[{\"@type\":\"ListItem\",\"position\":1,\"item\":"
                        + simple("1") + "}," + simple("2") + "]}");
        assertThat(list).extracting(row -> draft(row).id()).containsExactly("1", "2");
    }

    @Test
    void readsTheOffersInAllTheirForms() {
        String product = "{\"@type\":[\"Product\",\"Thing\"],\"productID\":\"1\",\"category\":\"dress\","
                + "\"image\":{\"url\":\"https://cdn.example/1.jpg\"},\"offers\":%s}";
        for (String offers : List.of(
                "{\"price\":\"12.90\",\"priceCurrency\":\"EUR\",\"availability\":\"OutOfStock\"}",
                "[{\"price\":12.90,\"priceCurrency\":\"EUR\",\"availability\":\"http://schema.org/SoldOut\"},{\"price\":15}]",
                "{\"@type\":\"AggregateOffer\",\"lowPrice\":12.90,\"highPrice\":20,\"priceCurrency\":\"EUR\","
                        + "\"offers\":[{\"availability\":\"https://schema.org/OutOfStock\"}]}",
                "{\"priceSpecification\":[{\"price\":12.90,\"priceCurrency\":\"EUR\"}],\"availability\":\"Discontinued\"}")) {
            Product dress =
                    product(sample.read("a.json", product.formatted(offers)).get(0));
            assertThat(dress.price()).as(offers).map(Object::toString).contains("12.90 EUR");
            assertThat(dress.details().availability()).as(offers).isEqualTo(Availability.OUT_OF_STOCK);
        }
    }

    @Test
    void variantsHaveWhatTheirGroupSays() {
        List<FeedEntry> rows = sample.read("a.json", """
                {"@type": "ProductGroup", "productGroupID": "G", "name": "Slip dress", "brand": "Acme", "category": "dress",
                 "hasVariant": [
                  {"@type": "Product", "sku": "G-1", "image": "https://cdn.example/1.jpg", "color": "red"},
                  {"@type": "Product", "sku": "G-2", "image": "https://cdn.example/2.jpg", "name": "Slip dress, blue"}]}
                """);
        assertThat(rows).extracting(row -> product(row).title()).containsExactly("Slip dress", "Slip dress, blue");
        assertThat(rows)
                .allSatisfy(row -> assertThat(product(row).details().group()).contains("G"));
    }

    @Test
    void readsPlainObjectsToo() {
        List<FeedEntry> rows = sample.read("a.json", """
                {"products": [
                  {"id": 1, "image": "https://cdn.example/1.jpg", "category": "dress", "sizes": ["S", "M"], "price": 1.50, "currency": "EUR"},
                  {"id": 2, "image": "https://cdn.example/2.jpg", "price": {"amount": 1}}
                ], "title": "A shop"}
                """);
        assertThat(product(rows.get(0)).details().sizes()).containsExactly("S", "M");
        assertThat(product(rows.get(0)).price()).map(Object::toString).contains("1.50 EUR");
        assertRejected(rows.get(1), "line 3, column 3", "price", "is no price");
        assertThat(rows).hasSize(2);
    }

    @Test
    void keepsWhatCameBeforeABrokenEnd() {
        for (String end : List.of("{\"@type\": \"Pro", "{\"@type\": }", "]]", "{\"a\": \"\u0001\"}", "nul")) {
            List<FeedEntry> rows = sample.read("a.json", "[" + simple("1") + ",\n" + simple("2") + ",\n" + end);
            assertThat(rows).as(end).hasSize(3);
            assertThat(rows.get(2)).isInstanceOfSatisfying(Rejected.class, r -> {
                assertThat(r.location()).startsWith("line 3");
                assertThat(r.reason()).contains("the feed ends here");
            });
        }
    }

    @Test
    void rejectsWhatIsTooLargeOrNoObjectAndGoesOn() {
        String title = "\"name\":\"%s\",".formatted("x".repeat(1 << 20));
        String many = "\"offers\":[%s{}],".formatted("{\"price\":1},".repeat(500_000));
        List<FeedEntry> rows = sample.read(
                "a.json",
                "[" + simple("1").replace("\"sku\"", title + "\"sku\"") + ","
                        + simple("2").replace("\"sku\"", many + "\"sku\"") + ", 7, null, []," + simple("3") + "]");
        assertThat(((Rejected) rows.get(0)).reason()).contains("is longer than");
        assertThat(((Rejected) rows.get(1)).reason()).contains("is larger than");
        assertThat(((Rejected) rows.get(2)).reason()).contains("no JSON object");
        assertThat(draft(rows.get(rows.size() - 1)).id()).isEqualTo("3");
    }

    @Test
    void isNotBlownUpByDepthOrNumbers() {
        List<FeedEntry> deep = sample.read("a.json", "[" + simple("1") + "," + "[".repeat(100_000));
        assertThat(deep).hasSize(2).last().isInstanceOf(Rejected.class);
        List<FeedEntry> number = sample.read(
                "a.json",
                "["
                        + simple("1")
                                .replace(
                                        "\"sku\"",
                                        "\"offers\":{\"price\":1e999999999,\"priceCurrency\":\"EUR\"},\"sku\"")
                        + "," + simple("2") + "]");
        assertThat(((Rejected) number.get(0)).field()).isEqualTo("price");
        assertThat(draft(number.get(1)).id()).isEqualTo("2");
    }
}
