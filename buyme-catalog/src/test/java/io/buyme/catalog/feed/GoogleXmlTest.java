package io.buyme.catalog.feed;

import static io.buyme.catalog.feed.FeedSample.assertRejected;
import static io.buyme.catalog.feed.FeedSample.draft;
import static io.buyme.catalog.feed.FeedSample.product;
import static org.assertj.core.api.Assertions.assertThat;

import io.buyme.api.Product;
import io.buyme.api.ProductDetails.Availability;
import io.buyme.api.SuperCategory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoogleXmlTest {

    private static final String RSS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0" xmlns:g="http://base.google.com/ns/1.0" xmlns:media="http://search.yahoo.com/mrss/">
            <channel><title>A shop</title><link>https://shop.example</link>
            %s
            </channel></rss>
            """;

    private static final String IMAGE = "<g:image_link>https://cdn.example/a.jpg</g:image_link>";

    private final FeedSample sample;

    GoogleXmlTest(@TempDir Path folder) {
        this.sample = new FeedSample(folder);
    }

    private List<FeedEntry> items(String items) {
        return sample.read("feed.xml", RSS.formatted(items));
    }

    private static String item(String id, String more) {
        return "<item><g:id>" + id + "</g:id>" + IMAGE + "<g:product_type>Dresses</g:product_type>" + more
                + "</item>\n";
    }

    @Test
    void readsRss() {
        Product shirt = product(items("""
                <item>
                  <g:id>TS-1</g:id>
                  <title>The channel's title</title>
                  <g:title><![CDATA[Tee & "Co" <Größe M>]]></g:title>
                  <media:title>not this</media:title>
                  <description>&lt;p&gt;long&lt;/p&gt;</description>
                  <link>https://shop.example/ts-1?a=1&amp;b=2</link>
                  <g:image_link> https://cdn.example/ts 1 größe.jpg?w=10 </g:image_link>
                  <g:additional_image_link>https://cdn.example/2.jpg</g:additional_image_link>
                  <g:additional_image_link>//cdn.example/3.jpg</g:additional_image_link>
                  <g:price>24.90 EUR</g:price>
                  <g:sale_price>12,99 EUR</g:sale_price>
                  <g:availability>in stock</g:availability>
                  <g:brand>Acme&#8482;</g:brand>
                  <g:color>Navy/White</g:color>
                  <g:gender>Female</g:gender>
                  <g:size>M</g:size>
                  <g:item_group_id>TS</g:item_group_id>
                  <g:product_type>Women &gt; Sale</g:product_type>
                  <g:google_product_category>Apparel &amp; Accessories &gt; Clothing &gt; Shirts &amp; Tops</g:google_product_category>
                  <g:shipping><g:country>DE</g:country><g:price>4.90 EUR</g:price></g:shipping>
                </item>
                """).get(0));
        assertThat(shirt.title()).isEqualTo("Tee & \"Co\" <Größe M>");
        assertThat(shirt.image()).isEqualTo("https://cdn.example/ts%201%20gr%C3%B6%C3%9Fe.jpg?w=10");
        assertThat(shirt.link()).contains("https://shop.example/ts-1?a=1&b=2");
        assertThat(shirt.price()).map(Object::toString).contains("12.99 EUR");
        assertThat(shirt.brand()).contains("Acme™");
        assertThat(shirt.category()).isEqualTo("Shirts");
        assertThat(shirt.superCategory()).isEqualTo(SuperCategory.UPPER);
        assertThat(shirt.details().regularPrice()).map(Object::toString).contains("24.90 EUR");
        assertThat(shirt.details().availability()).isEqualTo(Availability.IN_STOCK);
        assertThat(shirt.details().color()).contains("Navy/White");
        assertThat(shirt.details().gender()).contains("female");
        assertThat(shirt.details().sizes()).containsExactly("M");
        assertThat(shirt.details().group()).contains("TS");
        assertThat(shirt.details().moreImages())
                .containsExactly("https://cdn.example/2.jpg", "https://cdn.example/3.jpg");
        assertThat(shirt.details().categoryScore()).isEqualTo(1);
    }

    @Test
    void readsAtomWithAnotherPrefixAByteOrderMarkAndPackedByGzip() {
        String atom = """
                \uFEFF<?xml version="1.0"?>
                <feed xmlns="http://www.w3.org/2005/Atom" xmlns:goo="http://base.google.com/ns/1.0">
                  <title>A shop</title><id>tag:shop.example,2026:feed</id>
                  <entry>
                    <id>tag:shop.example,2026:1</id>
                    <title type="html">Boots</title>
                    <link rel="self" href="https://shop.example/api/1"/>
                    <link href="https://shop.example/1"/>
                    <goo:id>1</goo:id>
                    <goo:image_link>https://cdn.example/1.jpg</goo:image_link>
                    <goo:google_product_category>187</goo:google_product_category>
                  </entry>
                </feed>
                """;
        for (byte[] bytes : List.of(atom.getBytes(StandardCharsets.UTF_8), FeedSample.packed(atom))) {
            List<FeedEntry> rows = sample.read("feed", bytes);
            assertThat(rows).hasSize(1);
            Product boots = product(rows.get(0));
            assertThat(boots.id()).isEqualTo("1");
            assertThat(boots.title()).isEqualTo("Boots");
            assertThat(boots.link()).contains("https://shop.example/1");
            assertThat(boots.superCategory()).isEqualTo(SuperCategory.FOOTWEAR);
        }
    }

    @Test
    void rejectsEachBadItemWithItsLineAndGoesOn() {
        List<FeedEntry> rows = items(item("1", "<g:price>-5 EUR</g:price>")
                + item("2", "<g:price>12.99</g:price>")
                + item("3", "<g:price>12.99 EUR</g:price><g:sale_price>10 USD</g:sale_price>")
                + item("4", "<g:price>12.99 EUR</g:price><g:sale_price>20 EUR</g:sale_price>")
                + item("5", "<g:availability>maybe</g:availability>")
                + "<item><g:id>6</g:id></item>\n"
                + "<item>" + IMAGE + "</item>\n"
                + "<item><g:id>8</g:id><g:image_link>javascript:alert(1)</g:image_link></item>\n"
                + "<item><g:id>9</g:id>" + IMAGE + "<g:google_product_category>536</g:google_product_category></item>\n"
                + "<item><g:id>10</g:id>" + IMAGE
                + "<g:google_product_category>Home &amp; Garden &gt; Lighting</g:google_product_category></item>\n"
                + item("11", "<g:title>" + "x".repeat(1 << 20) + "</g:title>")
                + item("12", "<g:title>a\u0001b</g:title>")
                + item("13", "<g:title>good&nbsp;one</g:title>"));
        assertRejected(rows.get(0), "line 4", "price", "not negative");
        assertRejected(rows.get(1), "line 5", "price", "no currency");
        assertRejected(rows.get(2), "line 6", "sale_price", "another currency");
        assertRejected(rows.get(3), "line 7", "sale_price", "more than the price");
        assertRejected(rows.get(4), "line 8", "availability", "'maybe' is unknown");
        assertRejected(rows.get(5), "line 9", "image_link", "is missing");
        assertRejected(rows.get(6), "line 10", "id", "is missing");
        assertRejected(rows.get(7), "line 11", "image_link", "no address that can be read");
        assertRejected(rows.get(8), "line 12", "google_product_category", "nothing to wear");
        assertRejected(rows.get(9), "line 13", "google_product_category", "nothing to wear");
        assertRejected(rows.get(10), "line 14", "title", "is longer than");
        assertRejected(rows.get(11), "line 15", "title", "not UTF-8");
        assertThat(product(rows.get(12)).title()).isEqualTo("good\u00a0one");
        assertThat(rows).hasSize(13);
    }

    @Test
    void keepsWhatCameBeforeABrokenEnd() {
        String feed = RSS.formatted(item("1", "") + item("2", "") + item("3", "<g:title>cut o"));
        List<FeedEntry> rows = sample.read("feed.xml", feed.substring(0, feed.indexOf("cut o") + 5));
        assertThat(rows).hasSize(3);
        assertThat(product(rows.get(1)).id()).isEqualTo("2");
        assertRejected(rows.get(2), "line 6", Rejected.ROW, "the feed ends here");
    }

    @Test
    void readsNoEntityOfTheFeedsOwn(@TempDir Path other) {
        String secret = other.resolve("secret.txt").toUri().toString();
        String xxe = """
                <?xml version="1.0"?>
                <!DOCTYPE rss [<!ENTITY xxe SYSTEM "%s"><!ENTITY %% far SYSTEM "http://127.0.0.1:1/evil.dtd"> %%far;]>
                <rss xmlns:g="http://base.google.com/ns/1.0"><channel>
                %s%s</channel></rss>
                """.formatted(secret, item("1", "<g:title>&xxe;</g:title>"), item("2", ""));
        List<FeedEntry> rows = sample.read("feed.xml", xxe);
        assertRejected(rows.get(0), "line 4", "title", "uses the entity &xxe;");
        assertThat(draft(rows.get(1)).id()).isEqualTo("2");
    }

    @Test
    void isNotBlownUpByNestedEntities() {
        StringBuilder bomb = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY l0 \"lol\">");
        for (int i = 1; i < 30; i++) {
            bomb.append(
                    "<!ENTITY l%d \"%s\">".formatted(i, "&l%d;".formatted(i - 1).repeat(10)));
        }
        bomb.append("]><rss xmlns:g=\"http://base.google.com/ns/1.0\"><channel>\n")
                .append(item("1", "<g:title>&l29;</g:title>"))
                .append("</channel></rss>");
        assertThat(org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
                        Duration.ofSeconds(20), () -> sample.read("feed.xml", bomb.toString())))
                .singleElement()
                .isInstanceOf(Rejected.class);
    }

    @Test
    void endsAtATextWithoutEnd() {
        String endless = RSS.formatted(item("1", "") + "<item><g:title><![CDATA[" + "x".repeat(20 << 20) + "]]>");
        List<FeedEntry> rows = sample.read("feed.xml", endless);
        assertThat(rows).hasSize(2);
        assertRejected(rows.get(1), ((Rejected) rows.get(1)).location(), Rejected.ROW, "longer than");
    }

    @Test
    void readsTheEncodingThatIsDeclared() {
        String latin = "<?xml version='1.0' encoding='ISO-8859-1'?>"
                + RSS.substring(RSS.indexOf("<rss")).formatted(item("1", "<g:title>Bluse mit \u00c4rmeln</g:title>"));
        assertThat(product(sample.read("feed.xml", latin.getBytes(StandardCharsets.ISO_8859_1))
                                .get(0))
                        .title())
                .isEqualTo("Bluse mit \u00c4rmeln");
        String wide = RSS.replace("UTF-8", "UTF-16").formatted(item("1", "<g:title>\u65b0</g:title>"));
        assertThat(product(sample.read("feed", wide.getBytes(StandardCharsets.UTF_16))
                                .get(0))
                        .title())
                .isEqualTo("\u65b0");
        String broken = RSS.formatted(item("1", "<g:title>\u00c4</g:title>") + item("2", ""));
        List<FeedEntry> rows = sample.read("feed.xml", broken.getBytes(StandardCharsets.ISO_8859_1));
        assertRejected(rows.get(0), "line 4", "title", "not UTF-8");
        assertThat(draft(rows.get(1)).id()).isEqualTo("2");
    }

    @Test
    void honorsTheDatesOfASale() {
        List<FeedEntry> rows = items(item(
                        "1",
                        "<g:price>20 EUR</g:price><g:sale_price>10 EUR</g:sale_price>"
                                + "<g:sale_price_effective_date>2001-02-24T13:00-0800/2001-02-29T15:30-0800</g:sale_price_effective_date>")
                + item(
                        "2",
                        "<g:price>20 EUR</g:price><g:sale_price>10 EUR</g:sale_price>"
                                + "<g:sale_price_effective_date>2001-02-24T13:00-0800/2001-03-01T15:30-0800</g:sale_price_effective_date>")
                + item(
                        "3",
                        "<g:price>20 EUR</g:price><g:sale_price>10 EUR</g:sale_price>"
                                + "<g:sale_price_effective_date>2001-02-24/2999-03-01</g:sale_price_effective_date>"));
        assertRejected(rows.get(0), "line 4", "sale_price_effective_date", "no interval");
        assertThat(product(rows.get(1)).price()).map(Object::toString).contains("20 EUR");
        assertThat(product(rows.get(1)).details().regularPrice()).isEmpty();
        assertThat(product(rows.get(2)).price()).map(Object::toString).contains("10 EUR");
        assertThat(product(rows.get(2)).details().regularPrice())
                .map(Object::toString)
                .contains("20 EUR");
    }
}
