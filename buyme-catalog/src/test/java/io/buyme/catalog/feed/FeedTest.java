package io.buyme.catalog.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.buyme.api.Price;
import io.buyme.api.Product;
import io.buyme.api.SuperCategory;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedTest {

    private static final String HEADER = "id,title,brand,price,currency,link,image,category\n";

    private final Path parent;
    private final Path folder;

    FeedTest(@TempDir Path parent) {
        this.parent = parent;
        this.folder = parent.resolve("feed");
    }

    @BeforeEach
    void drawPictures() {
        Pictures.draw(folder.resolve("pictures/a.png"), 0xFF0000);
        Pictures.draw(folder.resolve("pictures/b.png"), 0x00FF00);
        Pictures.draw(parent.resolve("outside.png"), 0x0000FF);
    }

    private List<FeedEntry> read(String name, String text) throws IOException {
        return read(Feeds.of(Files.writeString(folder.resolve(name), text)));
    }

    private static List<FeedEntry> read(ProductFeed feed) {
        try (Stream<FeedEntry> rows = feed.rows()) {
            return rows.toList();
        }
    }

    private static Product product(FeedEntry entry) {
        assertThat(entry).isInstanceOf(ProductRow.class);
        return ((ProductRow) entry).draft().product().orElseThrow();
    }

    private static void assertUntold(FeedEntry entry, String location, Optional<String> word) {
        assertThat(entry).isInstanceOfSatisfying(ProductRow.class, row -> {
            assertThat(row.location()).isEqualTo(location);
            assertThat(row.draft().category()).isEqualTo(word);
            assertThat(row.draft().product()).as("the picture has to tell").isEmpty();
        });
    }

    private static void assertRejected(FeedEntry entry, String location, String field, String reason) {
        assertThat(entry).isInstanceOfSatisfying(Rejected.class, r -> {
            assertThat(r.location()).isEqualTo(location);
            assertThat(r.field()).isEqualTo(field);
            assertThat(r.reason()).contains(reason);
        });
    }

    @Test
    void readsAllColumnsOfACsv() throws IOException {
        List<FeedEntry> rows = read(
                "f.csv",
                HEADER
                        + "1,\"Shirt, blue\",Acme,12.90,EUR,https://shop.example/1,pictures/a.png,T-Shirt\r\n"
                        + "2,\"A \"\"fine\"\"\nshoe\",,,,,pictures/b.png,shoes\n");
        assertThat(product(rows.get(0)))
                .isEqualTo(new Product(
                        "1",
                        "Shirt, blue",
                        Optional.of("Acme"),
                        Optional.of(new Price(new BigDecimal("12.90"), "EUR")),
                        Optional.of("https://shop.example/1"),
                        folder.resolve("pictures/a.png").toString(),
                        "T-Shirt",
                        SuperCategory.UPPER));
        Product shoe = product(rows.get(1));
        assertThat(shoe.title()).isEqualTo("A \"fine\"\nshoe");
        assertThat(shoe.price()).isEmpty();
        assertThat(shoe.brand()).isEmpty();
        assertThat(shoe.superCategory()).isEqualTo(SuperCategory.FOOTWEAR);
        assertThat(rows).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void detectsTheSeparator(String separator) throws IOException {
        String text =
                "\uFEFFID|category|Image|price|unused\n1|shirt|pictures/a.png|12.99 EUR|x\n2|shirt|pictures/b.png\n";
        List<FeedEntry> rows = read("f.csv", text.replace("|", separator));
        assertThat(product(rows.get(0)).price()).contains(new Price(new BigDecimal("12.99"), "EUR"));
        assertThat(product(rows.get(0)).title())
                .as("the id, for want of a title")
                .isEqualTo("1");
        assertThat(product(rows.get(1)).price()).isEmpty();
    }

    @Test
    void rejectsEachBadRowOfACsvAndGoesOn() throws IOException {
        List<FeedEntry> rows = read(
                "f.csv",
                HEADER
                        + ",t,b,1,EUR,,pictures/a.png,shirt\n"
                        + "3,t,b,1,EUR,,,shirt\n"
                        + "4,t,b,cheap,EUR,,pictures/a.png,shirt\n"
                        + "5,t,b,-1,EUR,,pictures/a.png,shirt\n"
                        + "6,t,b,1,,,pictures/a.png,shirt\n"
                        + "7,t,b,1,EUR,,pictures/a.png,hovercraft\n"
                        + "8,t,b,1,EUR,,pictures/a.png,\n"
                        + "9,t,b,1,EUR,,pictures/missing.png,shirt\n"
                        + "10,t,b,1,EUR,,ftp://shop.example/a.png,shirt\n"
                        + "11,t,b,1,EUR,,pictures,shirt\n"
                        + "12,Shirt, blue,b,1,EUR,,pictures/a.png,shirt\n"
                        + "13,\"t\"x,b,1,EUR,,pictures/a.png,shirt\n"
                        + "\n"
                        + "15,5\" heel,b,1,EUR,,pictures/a.png,shoes\n"
                        + "16,\"never closed,b,1,EUR,,pictures/a.png,shirt\n"
                        + "17,good,b,1,EUR,,pictures/a.png,shirt\n");
        assertRejected(rows.get(0), "line 2", "id", "is missing");
        assertRejected(rows.get(1), "line 3", "image", "is missing");
        assertRejected(rows.get(2), "line 4", "price", "'cheap' is no price");
        assertRejected(rows.get(3), "line 5", "price", "not negative");
        assertRejected(rows.get(4), "line 6", "price", "no currency");
        assertUntold(rows.get(5), "line 7", Optional.of("hovercraft"));
        assertUntold(rows.get(6), "line 8", Optional.empty());
        assertRejected(rows.get(7), "line 9", "image", "no such file: pictures/missing.png");
        assertRejected(rows.get(8), "line 10", "image", "is no address that can be read");
        assertRejected(rows.get(9), "line 11", "image", "not a file");
        assertRejected(rows.get(10), "line 12", "row", "9 values for 8 columns");
        assertRejected(rows.get(11), "line 13", "row", "is no CSV");
        assertThat(product(rows.get(12)).title()).isEqualTo("5\" heel");
        assertRejected(rows.get(13), "line 16", "row", "not closed");
        assertThat(product(rows.get(14)).id()).isEqualTo("17");
        assertThat(rows).hasSize(15);
    }

    @Test
    void refusesACsvWithoutTheColumnsThatAreNeeded() throws IOException {
        for (String text : List.of("", "\n\n", "id,title\n1,a\n", "id,image,category,id\n", "\"id,image,category")) {
            assertThatExceptionOfType(FeedException.class)
                    .isThrownBy(() -> read("f.csv", text))
                    .withMessageContaining("[id, image]");
        }
    }

    @Test
    void rejectsWhatNotEveryDatabaseTakes() throws IOException {
        Path feed = folder.resolve("hostile.csv");
        Files.writeString(
                feed,
                HEADER + "1,a\0b,,,,,pictures/a.png,shirt\n" + "2".repeat(501) + ",tea,,,,,pictures/a.png,shirt\n");
        List<FeedEntry> rows = read(Feeds.of(feed));
        assertRejected(rows.get(0), "line 2", "title", "characters that no text has");
        assertRejected(rows.get(1), "line 3", "id", "longer than 500");
    }

    @Test
    void rejectsTextThatIsNotUtf8() throws IOException {
        Path feed = folder.resolve("latin1.csv");
        Files.write(
                feed,
                (HEADER + "1,caf\u00e9,,,,,pictures/a.png,shirt\n2,tea,,,,,pictures/a.png,shirt\n")
                        .getBytes(StandardCharsets.ISO_8859_1));
        List<FeedEntry> rows = read(Feeds.of(feed));
        assertRejected(rows.get(0), "line 2", "title", "not UTF-8");
        assertThat(product(rows.get(1)).id()).isEqualTo("2");
    }

    @Test
    void readsJsonLinesAndRejectsBadOnes() throws IOException {
        List<FeedEntry> rows = read("f.jsonl", """
                {"id": 1, "title": "Shirt \\u00fc", "price": 19.90, "currency": "eur", "image": "pictures/a.png", "category": "shirt", "more": [1]}
                {"id": "2", "image": "pictures/b.png", "category": "dress", "price": null}
                {"id": "3", "image": "pictures/b.png",

                ["4"]
                {"id": "5", "image": "pictures/b.png", "category": "dress", "price": {"amount": 1}}
                {"id": "6", "image": "pictures/b.png", "category": "dress"} and more
                {"id": "7", "image": "../outside.png", "category": "dress"}
                {"id": "8", "title": "%s", "image": "pictures/b.png", "category": "dress"}
                {"id": "9", "image": "pictures/b.png", "category": "dress"}""".formatted("x".repeat(TextLines.MAX_LENGTH)));
        assertThat(product(rows.get(0)).price()).contains(new Price(new BigDecimal("19.90"), "EUR"));
        assertThat(product(rows.get(0)).title()).isEqualTo("Shirt \u00fc");
        assertThat(product(rows.get(1)).price()).isEmpty();
        assertRejected(rows.get(2), "line 3", "row", "is no JSON");
        assertRejected(rows.get(3), "line 5", "row", "no JSON object");
        assertRejected(rows.get(4), "line 6", "price", "is no price");
        assertRejected(rows.get(5), "line 7", "row", "is no JSON");
        assertRejected(rows.get(6), "line 8", "image", "outside the feed's folder");
        assertRejected(rows.get(7), "line 9", "row", "is longer than");
        assertThat(product(rows.get(8)).id()).isEqualTo("9");
        assertThat(rows).hasSize(9);
    }

    @Test
    void readsNoPictureOutsideTheFeedsFolderUnlessAllowed() throws IOException {
        Files.createSymbolicLink(folder.resolve("link.png"), parent.resolve("outside.png"));
        List<String> escapes = List.of(
                "../outside.png",
                "pictures/../../outside.png",
                parent.resolve("outside.png") + "",
                "/etc/passwd",
                "../../../../../../../../etc/passwd",
                "link.png",
                "../missing.png");
        StringBuilder text = new StringBuilder("id,image,category\n");
        escapes.forEach(e -> text.append(e).append(',').append(e).append(",shirt\n"));
        Path feed = Files.writeString(folder.resolve("f.csv"), text);

        assertThat(read(Feeds.of(feed)))
                .hasSize(escapes.size())
                .allSatisfy(r -> assertRejected(r, r.location(), "image", "is outside the feed's folder"));

        List<FeedEntry> allowed = read(Feeds.of(feed, FeedOptions.standard().withImagesAnywhere(true)));
        assertThat(product(allowed.get(0)).image())
                .isEqualTo(parent.resolve("outside.png").toString());
        assertRejected(allowed.get(6), "line 8", "image", "no such file");
    }

    @Test
    void rejectsPathsThatAreNone() throws IOException {
        List<FeedEntry> rows = read("f.jsonl", "{\"id\":\"1\",\"category\":\"shirt\",\"image\":\"a\\u0000b.png\"}\n");
        assertRejected(rows.get(0), "line 1", "image", "characters that no text has");
    }

    @Test
    void readsAFolderWhoseFoldersAreCategories() throws IOException {
        Path root = parent.resolve("shop");
        Pictures.draw(root.resolve("shoes/summer/beach_walk-2.PNG"), 1);
        Pictures.draw(root.resolve("dress/07cddef1-1fc8-47e4-a28a-613e60912590.jpg"), 1);
        Pictures.draw(root.resolve("unsorted/x.png"), 1);
        Pictures.draw(root.resolve("loose.png"), 1);
        Files.writeString(root.resolve("dress/notes.txt"), "no picture");
        Files.writeString(root.resolve("dress/.hidden.png"), "no picture");

        ProductFeed feed = Feeds.of(root);
        assertThat(feed.size()).hasValue(4);
        List<FeedEntry> rows = read(feed);
        assertThat(rows)
                .extracting(FeedEntry::location)
                .containsExactly(
                        "dress/07cddef1-1fc8-47e4-a28a-613e60912590.jpg",
                        "loose.png",
                        "shoes/summer/beach_walk-2.PNG",
                        "unsorted/x.png");
        assertUntold(rows.get(1), "loose.png", Optional.empty());
        assertUntold(rows.get(3), "unsorted/x.png", Optional.empty());
        Product shoe = product(rows.get(2));
        assertThat(shoe.id()).isEqualTo("shoes/summer/beach_walk-2.PNG");
        assertThat(shoe.title()).isEqualTo("beach walk 2");
        assertThat(shoe.category()).isEqualTo("shoes");
        assertThat(product(rows.get(0)).title()).isEqualTo("dress 07cddef1");
        assertThat(shoe.superCategory()).isEqualTo(SuperCategory.FOOTWEAR);
        assertThat(shoe.price()).isEmpty();
    }

    @Test
    void aLinkInAFolderLeadsOutOfItOnlyIfAllowed() throws IOException {
        Path root = parent.resolve("shop");
        Pictures.draw(root.resolve("shoes/real.png"), 1);
        Files.createSymbolicLink(root.resolve("shoes/inside.png"), root.resolve("shoes/real.png"));
        Files.createSymbolicLink(root.resolve("shoes/outside.png"), Pictures.draw(parent.resolve("secret.png"), 1));

        List<FeedEntry> rows = read(Feeds.of(root));
        assertThat(product(rows.get(0)).id()).isEqualTo("shoes/inside.png");
        assertRejected(rows.get(1), "shoes/outside.png", "image", "outside the feed's folder");
        assertThat(product(rows.get(2)).id()).isEqualTo("shoes/real.png");

        List<FeedEntry> allowed = read(Feeds.of(root, FeedOptions.standard().withImagesAnywhere(true)));
        assertThat(product(allowed.get(1)).id()).isEqualTo("shoes/outside.png");
    }

    @Test
    void saysWhatIsNoFeed() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.txt"), "no feed");
        for (Path path : List.of(text, folder.resolve("missing.csv"))) {
            assertThatExceptionOfType(FeedException.class)
                    .isThrownBy(() -> Feeds.of(path))
                    .withMessageContaining(path.toString())
                    .withMessageContaining(".jsonl");
        }
    }
}
