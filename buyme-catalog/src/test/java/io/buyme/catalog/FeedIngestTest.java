package io.buyme.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.buyme.api.Product;
import io.buyme.api.ProductDetails.Availability;
import io.buyme.api.SuperCategory;
import io.buyme.catalog.IngestListener.Progress;
import io.buyme.catalog.feed.Feeds;
import io.buyme.catalog.feed.Rejected;
import io.buyme.catalog.fetch.FetchOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the feeds of shops ask of an ingest: pictures from the web, categories that only the picture tells, details. */
class FeedIngestTest {

    private static final IngestOptions ALLOWING = IngestOptions.standard()
            .withFetch(
                    FetchOptions.standard().withPrivateAddresses(true).withAttempts(1, Duration.ZERO, Duration.ZERO));

    private final Path folder;
    private final Catalog catalog;
    private final Namer embedder = new Namer();

    FeedIngestTest(@TempDir Path parent) {
        this.folder = parent.resolve("feed");
        this.catalog = Catalog.open(parent.resolve("catalog"), MeanColor.SPACE);
    }

    @AfterEach
    void closeCatalog() {
        catalog.close();
    }

    private IngestReport ingest(String name, String text, IngestOptions options) throws IOException {
        Files.createDirectories(folder);
        return catalog.ingest(
                Feeds.of(Files.writeString(folder.resolve(name), text)), embedder, options, IngestListener.SILENT);
    }

    private Product product(String id) {
        return catalog.find(id).orElseThrow().product();
    }

    @Test
    void fetchesPicturesFromTheWeb() throws IOException {
        byte[] red = Files.readAllBytes(Samples.picture(folder.resolve("red.png"), 0xFE0000));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newFixedThreadPool(4));
        server.createContext("/", exchange -> {
            boolean there = exchange.getRequestURI().getPath().startsWith("/p");
            exchange.sendResponseHeaders(there ? 200 : 404, there ? red.length : -1);
            if (there) {
                exchange.getResponseBody().write(red);
            }
            exchange.close();
        });
        server.start();
        try {
            String host = "http://localhost:" + server.getAddress().getPort();
            StringBuilder rows = new StringBuilder("id,image_link,category\n");
            for (int i = 0; i < 60; i++) {
                rows.append("%d,%s/p%d.png,shirt\n".formatted(i, host, i));
            }
            rows.append("60,").append(host).append("/gone.png,shirt\n61,red.png,shirt\n");

            IngestReport refused = ingest("f.csv", rows.toString(), IngestOptions.standard());
            assertThat(refused.added()).isEqualTo(1);
            assertThat(refused.rejected())
                    .hasSize(61)
                    .allSatisfy(r -> assertThat(r.reason()).contains("private address"));

            IngestReport report = ingest("f.csv", rows.toString(), ALLOWING);
            assertThat(report.added()).isEqualTo(60);
            assertThat(report.rejected()).extracting(Rejected::location).containsExactly("line 62");
            assertThat(report.rejected().get(0).reason()).contains("answers 404");
            assertThat(product("7").image()).isEqualTo(host + "/p7.png");
            assertThat(ingest("f.csv", rows.toString(), ALLOWING).unchanged()).isEqualTo(61);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void asksThePictureForTheCategoryThatTheFeedDoesNotTell() throws IOException {
        Samples.picture(folder.resolve("red.png"), 0xFE0000);
        Samples.picture(folder.resolve("blue.png"), 0x0000FE);
        Samples.picture(folder.resolve("gray.png"), 0x808080);
        String feed = """
                id,title,image,category
                1,Told by the feed,gray.png,shirt
                2,Not known,red.png,Summer Love
                3,Not told,red.png,
                4,Not sure,blue.png,
                5,No idea,gray.png,hovercraft
                """;
        IngestReport report = ingest("f.csv", feed, IngestOptions.standard());
        assertThat(report.added()).isEqualTo(3);
        assertThat(report.rejected()).extracting(Rejected::location).containsExactly("line 5", "line 6");
        assertThat(report.rejected()).extracting(Rejected::field).containsOnly("category");
        assertThat(report.rejected().get(0).reason()).startsWith("is missing, and the picture does not tell");
        assertThat(report.rejected().get(1).reason()).startsWith("'hovercraft' is unknown, and the picture");
        for (String id : List.of("2", "3")) {
            assertThat(product(id).category()).isEqualTo("dress");
            assertThat(product(id).superCategory()).isEqualTo(SuperCategory.ONE_PIECE);
        }
        assertThat(embedder.seen())
                .as("described without a super-category, then embedded with it")
                .containsSubsequence(Optional.empty(), Optional.of(SuperCategory.ONE_PIECE))
                .contains(Optional.of(SuperCategory.UPPER))
                .doesNotContain(Optional.of(SuperCategory.BAG));

        IngestReport lenient = ingest("f.csv", feed, IngestOptions.standard().withMinCategoryScore(0.3));
        assertThat(lenient.added()).isEqualTo(1);
        assertThat(product("4").superCategory()).isEqualTo(SuperCategory.BAG);
    }

    @Test
    void keepsHowSureTheCategoryIs() throws IOException {
        Samples.picture(folder.resolve("red.png"), 0xFE0000);
        String feed = "id,image,category\n1,red.png,\n2,red.png,dress\n";
        ingest("f.csv", feed, IngestOptions.standard());
        assertThat(product("1").details().categoryScore()).isEqualTo(0.8);
        assertThat(product("2").details().categoryScore()).isEqualTo(1);

        int embedded = embedder.seen().size();
        assertThat(ingest("f.csv", feed, IngestOptions.standard()).unchanged()).isEqualTo(2);
        assertThat(embedder.seen()).hasSize(embedded);
    }

    @Test
    void aChangedAvailabilityIsAnUpdateWithoutEmbedding() throws IOException {
        Samples.picture(folder.resolve("red.png"), 0xFE0000);
        String feed =
                "id,image,category,availability,color\n1,red.png,dress,in_stock,red\n2,red.png,dress,in_stock,red\n";
        ingest("f.csv", feed, IngestOptions.standard());
        assertThat(product("1").details().availability()).isEqualTo(Availability.IN_STOCK);
        assertThat(ingest("f.csv", feed, IngestOptions.standard()).unchanged()).isEqualTo(2);

        int embedded = embedder.seen().size();
        IngestReport report = ingest("f.csv", feed.replaceFirst("in_stock", "out_of_stock"), IngestOptions.standard());
        assertThat(report.updated()).isEqualTo(1);
        assertThat(report.unchanged()).isEqualTo(1);
        assertThat(product("1").details().availability()).isEqualTo(Availability.OUT_OF_STOCK);
        assertThat(embedder.seen()).hasSize(embedded);
    }

    @Test
    void reckonsTheNumberOfRowsByWhatWasReadOfTheFile() throws IOException {
        Samples.picture(folder.resolve("red.png"), 0xFE0000);
        String title = "x".repeat(5000);
        StringBuilder feed = new StringBuilder("id,title,image,category\n");
        for (int i = 0; i < 300; i++) {
            feed.append(i).append(',').append(title).append(",red.png,dress\n");
        }
        List<Progress> told = new ArrayList<>();
        catalog.ingest(
                Feeds.of(Files.writeString(folder.resolve("f.csv"), feed)),
                embedder,
                IngestOptions.standard(),
                new IngestListener() {
                    @Override
                    public void progress(Progress progress) {
                        told.add(progress);
                    }
                });
        assertThat(told)
                .filteredOn(p -> p.total().isPresent())
                .hasSizeGreaterThan(5)
                .allSatisfy(p -> {
                    assertThat(p.total().getAsLong()).isBetween(200L, 301L).isGreaterThanOrEqualTo(p.done());
                    assertThat(p.remaining()).isPresent();
                });
        assertThat(new Progress(10, OptionalLong.of(30), 4).remaining()).contains(Duration.ofSeconds(5));
        assertThat(new Progress(10, OptionalLong.empty(), 4).remaining()).isEmpty();
    }

    @Test
    void removesNothingAfterAFeedThatBreaksOff() throws IOException {
        Samples.picture(folder.resolve("red.png"), 0xFE0000);
        String item = "{\"id\":\"%s\",\"image\":\"red.png\",\"category\":\"dress\"}";
        ingest("f.json", "[" + item.formatted("1") + "," + item.formatted("2") + "]", IngestOptions.standard());
        IngestOptions sync = IngestOptions.standard().withRemovingVanished(true);
        assertThat(ingest("f.json", "[" + item.formatted("1") + ",{\"id\":", sync)
                        .removed())
                .isZero();
        assertThat(ingest("f.json", "[" + item.formatted("1") + "]", sync).removed())
                .isEqualTo(1);
        try (Stream<Product> products = catalog.products()) {
            assertThat(products.map(Product::id)).containsExactly("1");
        }
    }
}
