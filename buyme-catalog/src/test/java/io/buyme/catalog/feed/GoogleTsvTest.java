package io.buyme.catalog.feed;

import static io.buyme.catalog.feed.FeedSample.assertRejected;
import static io.buyme.catalog.feed.FeedSample.product;
import static org.assertj.core.api.Assertions.assertThat;

import io.buyme.api.Product;
import io.buyme.api.ProductDetails.Availability;
import io.buyme.api.SuperCategory;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GoogleTsvTest {

    private static final String FEED = """
            ID\tTitle\tg:Image Link\tadditional image link\tPrice\tSALE_PRICE\tAvailability\tsizes\tTags\tgoogle product category\tcolour\tunknown
            1\t"Pants, 7/8\t""slim\"""\thttps://cdn.example/1,w_10.jpg\thttps://cdn.example/2,w_10.jpg,https://cdn.example/3.jpg\tEUR 49.95\t\tout_of_stock\tS, M, L\tSale;New In\t204\tcream\tx
            2\tNo picture\t\t\t1 EUR\t\tin_stock\t\t\t204\t\t
            3\tLamp\thttps://cdn.example/3.jpg\t\t1 EUR\t\tin_stock\t\t\t594\t\t
            """;

    private final FeedSample sample;

    GoogleTsvTest(@TempDir Path folder) {
        this.sample = new FeedSample(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"feed.tsv", "feed.txt", "feed"})
    void readsColumnsInAnyCaseWithAndWithoutPrefix(String name) {
        List<FeedEntry> rows = sample.read(name, "\uFEFF" + FEED.replace("\n", "\r\n"));
        Product pants = product(rows.get(0));
        assertThat(pants.title()).isEqualTo("Pants, 7/8\t\"slim\"");
        assertThat(pants.image()).isEqualTo("https://cdn.example/1,w_10.jpg");
        assertThat(pants.price()).map(Object::toString).contains("49.95 EUR");
        assertThat(pants.superCategory()).isEqualTo(SuperCategory.LOWER);
        assertThat(pants.details().moreImages())
                .containsExactly("https://cdn.example/2,w_10.jpg", "https://cdn.example/3.jpg");
        assertThat(pants.details().availability()).isEqualTo(Availability.OUT_OF_STOCK);
        assertThat(pants.details().sizes()).containsExactly("S", "M", "L");
        assertThat(pants.details().tags()).containsExactly("sale", "new in");
        assertThat(pants.details().color()).contains("cream");
        assertRejected(rows.get(1), "line 3", "g:image link", "is missing");
        assertRejected(rows.get(2), "line 4", "google product category", "nothing to wear");
        assertThat(rows).hasSize(3);
    }

    @Test
    void readsAPackedFeed() {
        assertThat(sample.read("feed.tsv.gz", FeedSample.packed(FEED))).hasSize(3);
    }
}
