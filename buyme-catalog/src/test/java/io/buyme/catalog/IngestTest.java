package io.buyme.catalog;

import static io.buyme.catalog.Samples.nearest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.buyme.api.Product;
import io.buyme.api.SuperCategory;
import io.buyme.catalog.CatalogException.Reason;
import io.buyme.catalog.IngestListener.Progress;
import io.buyme.catalog.feed.FeedException;
import io.buyme.catalog.feed.Feeds;
import io.buyme.catalog.feed.ProductFeed;
import io.buyme.catalog.feed.Rejected;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestTest {

    private final Path parent;
    private final Path shop;
    private final Catalog catalog;
    private final MeanColor embedder = new MeanColor();

    IngestTest(@TempDir Path parent) {
        this.parent = parent;
        this.shop = parent.resolve("shop");
        this.catalog = Catalog.open(parent.resolve("catalog"), MeanColor.SPACE);
    }

    @AfterEach
    void closeCatalog() {
        catalog.close();
    }

    private void draw(int from, int to) {
        IntStream.range(from, to).forEach(i -> Samples.picture(shop.resolve("shirts/%03d.png".formatted(i)), i * 1000));
    }

    private IngestReport ingest() {
        return catalog.ingest(Feeds.of(shop), embedder, IngestListener.SILENT);
    }

    private IngestReport ingestCsv(String rows) throws IOException {
        Path feed = Files.writeString(shop.resolve("f.csv"), "id,title,price,image,category\n" + rows);
        return catalog.ingest(Feeds.of(feed), embedder, IngestListener.SILENT);
    }

    private static void assertCounts(IngestReport report, long added, long updated, long unchanged, long rejected) {
        assertThat(List.of(report.added(), report.updated(), report.unchanged(), report.rejectedCount()))
                .as("added, updated, unchanged and rejected, which are %s", report.rejected())
                .containsExactly(added, updated, unchanged, rejected);
    }

    @Test
    void embedsEveryPictureOnceAndFindsIt() {
        draw(0, 100);
        assertCounts(ingest(), 100, 0, 0, 0);
        assertThat(embedder.embedded()).isEqualTo(100);
        assertThat(nearest(catalog, 42_000, 1)).containsExactly("shirts/042.png");
        CatalogEntry entry = catalog.find("shirts/042.png").orElseThrow();
        assertThat(entry.embedding()).isEqualTo(MeanColor.of(42_000));
        assertThat(entry.attributes().colors()).extracting("rgb").containsExactly(42_000);

        assertCounts(ingest(), 0, 0, 100, 0);
        assertThat(embedder.embedded()).isEqualTo(100);
    }

    @Test
    void embedsOnlyChangedPicturesAgain() {
        draw(0, 20);
        ingest();
        Samples.picture(shop.resolve("shirts/007.png"), 0xFFFFFF);
        draw(20, 23);

        assertCounts(ingest(), 3, 1, 19, 0);
        assertThat(embedder.embedded()).isEqualTo(24);
        assertThat(nearest(catalog, 0xFFFFFF, 1)).containsExactly("shirts/007.png");
    }

    @Test
    void updatesFieldsWithoutEmbedding() throws IOException {
        draw(0, 2);
        ingestCsv("1,One,5 EUR,shirts/000.png,shirt\n2,Two,5 EUR,shirts/001.png,shirt\n");
        assertCounts(ingestCsv("1,One,4 EUR,shirts/000.png,shirt\n2,Two,5 EUR,shirts/001.png,shirt\n"), 0, 1, 1, 0);

        assertThat(embedder.embedded()).isEqualTo(2);
        assertThat(catalog.find("1").orElseThrow().product().price())
                .map(Object::toString)
                .contains("4 EUR");
        assertThat(nearest(catalog, 0, 1)).containsExactly("1");
    }

    @Test
    void embedsAgainWhenTheSuperCategoryChanges() throws IOException {
        draw(0, 1);
        ingestCsv("1,One,,shirts/000.png,shirt\n");
        assertCounts(ingestCsv("1,One,,shirts/000.png,shoes\n"), 0, 1, 0, 0);
        assertThat(embedder.embedded()).isEqualTo(2);
        assertThat(catalog.find("1").orElseThrow().product().superCategory()).isEqualTo(SuperCategory.FOOTWEAR);
    }

    @Test
    void rejectsBadRowsAndKeepsTheGoodOnes() throws IOException {
        draw(0, 3);
        Files.writeString(shop.resolve("shirts/text.jpg"), "not a picture at all");
        byte[] whole = Files.readAllBytes(shop.resolve("shirts/000.png"));
        Files.write(shop.resolve("shirts/cut.png"), java.util.Arrays.copyOf(whole, 40));
        Files.write(shop.resolve("shirts/empty.png"), new byte[0]);
        Samples.picture(shop.resolve("shirts/magenta.png"), MeanColor.REFUSED);

        IngestReport report = ingestCsv("""
                1,One,,shirts/000.png,shirt
                2,Text,,shirts/text.jpg,shirt
                3,Cut,,shirts/cut.png,shirt
                4,Empty,,shirts/empty.png,shirt
                5,Refused,,shirts/magenta.png,shirt
                1,Again,,shirts/001.png,shirt
                6,No image,,,shirt
                7,No price,,shirts/001.png,shirt
                8,Address,,http://127.0.0.1/1.png,shirt
                9,Last,9 EUR,shirts/002.png,shirt
                """);

        assertCounts(report, 3, 0, 0, 7);
        assertThat(catalog.products().map(Product::title)).containsExactly("One", "No price", "Last");
        assertThat(report.rejected())
                .extracting(Rejected::location)
                .containsExactlyInAnyOrder("line 3", "line 4", "line 5", "line 6", "line 7", "line 8", "line 10");
        assertThat(report.rejected())
                .filteredOn(r -> r.location().equals("line 7"))
                .singleElement()
                .satisfies(r -> assertThat(r.reason()).isEqualTo("is the same as at line 2"));
        assertThat(report.rejected())
                .filteredOn(r -> r.location().equals("line 6"))
                .singleElement()
                .satisfies(r -> assertThat(r.reason()).contains("magenta is not for embedding"));
    }

    @Test
    void leavesAProductAsItWasWhenItsRowGoesBad() throws IOException {
        draw(0, 1);
        ingestCsv("1,One,5 EUR,shirts/000.png,shirt\n");
        assertCounts(ingestCsv("1,One,minus five,shirts/000.png,shirt\n"), 0, 0, 0, 1);
        assertThat(catalog.find("1").orElseThrow().product().price())
                .map(Object::toString)
                .contains("5 EUR");
    }

    @Test
    void removesVanishedProductsOnlyOnRequest() throws IOException {
        draw(0, 10);
        ingest();
        for (int i = 0; i < 4; i++) {
            Files.delete(shop.resolve("shirts/%03d.png".formatted(i)));
        }
        Files.writeString(shop.resolve("shirts/005.png"), "unreadable for now");
        assertCounts(ingest(), 0, 0, 5, 1);
        assertThat(catalog.size()).isEqualTo(10);

        IngestReport report = catalog.sync(Feeds.of(shop), embedder, IngestListener.SILENT);
        assertThat(report.removed()).isEqualTo(4);
        assertThat(catalog.size()).isEqualTo(6);
        assertThat(nearest(catalog, 0, 10))
                .hasSize(6)
                .doesNotContain("shirts/000.png")
                .contains("shirts/005.png");
    }

    @Test
    void removesNothingWhileAnyProductMayBeThatOfAnUnreadableRow() throws IOException {
        Samples.picture(shop.resolve("a.png"), 1);
        String a = "{\"id\":\"a\",\"image\":\"a.png\",\"category\":\"shirt\"}\n";
        Path feed = Files.writeString(shop.resolve("f.jsonl"), a + a.replace("\"a\"", "\"b\""));
        catalog.sync(Feeds.of(feed), embedder, IngestListener.SILENT);
        assertThat(catalog.size()).isEqualTo(2);

        Files.writeString(feed, a + "{\"id\":\"b\", oh\n");
        IngestReport unsure = catalog.sync(Feeds.of(feed), embedder, IngestListener.SILENT);
        assertThat(unsure.rejectedCount()).isEqualTo(1);
        assertThat(unsure.removed()).isZero();
        assertThat(catalog.find("b")).isPresent();

        Files.writeString(feed, a + "{\"title\":\"of no id, so of no product\"}\n");
        assertThat(catalog.sync(Feeds.of(feed), embedder, IngestListener.SILENT).removed())
                .isEqualTo(1);
    }

    @Test
    void removesNothingForAnEmptyFeed() {
        draw(0, 3);
        ingest();
        ProductFeed empty = Stream::empty;
        assertThat(catalog.sync(empty, embedder, IngestListener.SILENT).removed())
                .isZero();
        assertThat(catalog.size()).isEqualTo(3);
    }

    @Test
    void tellsItsListenerWhatIsOnDisk() throws IOException {
        draw(0, 60);
        Files.writeString(shop.resolve("shirts/bad.png"), "bad");
        List<Progress> told = new ArrayList<>();
        List<Rejected> bad = new ArrayList<>();
        catalog.ingest(Feeds.of(shop), embedder, new IngestListener() {
            @Override
            public void progress(Progress progress) {
                told.add(progress);
                assertThat(catalog.size()).isGreaterThanOrEqualTo(progress.done() - 1);
            }

            @Override
            public void rejected(Rejected row) {
                bad.add(row);
            }
        });
        assertThat(told).hasSizeGreaterThan(2).isSortedAccordingTo(Comparator.comparing(Progress::done));
        assertThat(told.get(told.size() - 1).done()).isEqualTo(61);
        assertThat(told).extracting(Progress::total).containsOnly(OptionalLong.of(61));
        assertThat(bad).extracting(Rejected::location).containsExactly("shirts/bad.png");
    }

    @Test
    void keepsWhatWasCommittedWhenTheFeedBreaksOff() {
        draw(0, 100);
        ProductFeed broken = () -> Feeds.of(shop).rows().peek(row -> {
            if (row.location().contains("090")) {
                throw new FeedException("the network drive is gone");
            }
        });
        assertThatExceptionOfType(FeedException.class)
                .isThrownBy(() -> catalog.sync(broken, embedder, IngestListener.SILENT));
        long committed = catalog.size();
        assertThat(committed).isBetween(16L, 90L);
        assertThat(catalog.index().size()).isEqualTo(committed);
        assertCounts(ingest(), 100 - committed, 0, committed, 0);
    }

    @Test
    void stopsWhenInterruptedAndCanGoOn() {
        draw(0, 20);
        Thread.currentThread().interrupt();
        assertThatExceptionOfType(CatalogException.class)
                .isThrownBy(this::ingest)
                .returns(Reason.INTERRUPTED, CatalogException::reason);
        assertThat(Thread.interrupted()).isTrue();
        ingest();
        assertThat(catalog.size()).isEqualTo(20);
    }

    @Test
    void refusesAnEmbedderOfAnotherSpace() {
        try (Catalog other = Catalog.open(
                parent.resolve("other"),
                new io.buyme.api.EmbeddingSpace("clip", "1", 512, io.buyme.api.Metric.COSINE))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> other.ingest(Stream::empty, embedder, IngestListener.SILENT))
                    .withMessageContaining("clip/1/512/cosine")
                    .withMessageContaining("mean-color/1/3/euclidean");
        }
    }

    @Test
    void embedsPicturesLargerThanItKeepsInMemory() throws IOException {
        java.awt.image.BufferedImage wide =
                new java.awt.image.BufferedImage(5000, 3, java.awt.image.BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 15_000; i++) {
            wide.setRGB(i % 5000, i / 5000, 0x204060);
        }
        Files.createDirectories(shop.resolve("shirts"));
        javax.imageio.ImageIO.write(wide, "png", shop.resolve("shirts/wide.png").toFile());
        assertCounts(ingest(), 1, 0, 0, 0);
        assertThat(catalog.find("shirts/wide.png").orElseThrow().embedding()).isEqualTo(MeanColor.of(0x204060));
    }
}
