package io.buyme.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** index, list and remove. */
class CatalogCommandsTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Fixture shop;

    @BeforeEach
    void makeShop() throws IOException {
        shop = Fixture.in(folder, 0);
    }

    @Test
    void indexingAgainChangesNothing() {
        CommandRun run = CommandRun.of("index", shop.feed(), "--catalog", shop.catalog());
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("0 added, 0 updated, 16 unchanged, 0 rejected");
    }

    @Test
    void badRowsAreReportedAndTheRestIsIndexed() throws IOException {
        StringBuilder feed = new StringBuilder("id,category,image,price\n");
        feed.append("good,t-shirt,%s,9.99 EUR\n".formatted(Fixture.picture(0)));
        for (int i = 0; i < 12; i++) {
            feed.append("bad-").append(i).append(",t-shirt,products/none.jpg,\n");
        }
        Path csv = Files.writeString(folder.resolve("bad.csv"), feed);
        Path rejects = folder.resolve("rejects.tsv");
        CommandRun run = CommandRun.of("index", csv, "--catalog", folder.resolve("c"), "--rejects", rejects);
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("1 added, 0 updated, 0 unchanged, 12 rejected");
        assertThat(run.err().lines().filter(line -> line.startsWith("rejected: ")))
                .hasSize(10);
        assertThat(run.err())
                .contains("bad-0", "none.jpg", "and 2 more rejected")
                .doesNotContain("bad-11");
        assertThat(Files.readAllLines(rejects)).hasSize(13).first().isEqualTo("location\tid\tfield\treason");
    }

    @Test
    void ownWordsAndPicturesElsewhereAreForThoseWhoAskForThem() throws IOException {
        Path feeds = Files.createDirectories(folder.resolve("feeds"));
        Path taxonomy = Files.writeString(folder.resolve("own.properties"), "dirndl = ONE_PIECE\n");
        Path csv = Files.writeString(
                feeds.resolve("own.csv"), "id,category,image\n1,dirndl,../%s\n".formatted(Fixture.picture(4)));
        Path catalog = folder.resolve("own");
        assertThat(CommandRun.of("index", csv, "--catalog", catalog, "--taxonomy", taxonomy)
                        .err())
                .contains("outside the feed's folder");
        CommandRun run = CommandRun.of("index", csv, "--catalog", catalog, "--taxonomy", taxonomy, "--images-anywhere");
        assertThat(run.out()).startsWith("1 added");
        assertThat(run.exitCode()).isZero();
        assertThat(CommandRun.of("list", "--catalog", catalog).out()).contains("dirndl");
    }

    @Test
    void nothingUsableIsAFailure() throws IOException {
        Path csv = Files.writeString(folder.resolve("bad.csv"), "id,category,image\n1,t-shirt,none.jpg\n");
        CommandRun run = CommandRun.of("index", csv, "--catalog", folder.resolve("c"));
        assertThat(run.exitCode()).isEqualTo(ExitCodes.INPUT);
    }

    @Test
    void listShowsOneProductALine() {
        CommandRun run = CommandRun.of("list", "--catalog", shop.catalog());
        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines()).hasSize(Fixture.PRODUCTS).allMatch(line -> line.split("\t").length == 7);
        assertThat(run.err()).contains("16 products");
    }

    @Test
    void removeTakesOutWhatIsThereAndNamesWhatIsNot() {
        CommandRun run = CommandRun.of("remove", "item-000003", "nobody", "--catalog", shop.catalog());
        assertThat(run.exitCode()).isEqualTo(ExitCodes.INPUT);
        assertThat(run.err()).contains("no product 'nobody'");
        assertThat(run.out()).contains("1 removed; 15 products left");
        assertThat(CommandRun.of("list", "--catalog", shop.catalog()).out()).doesNotContain("item-000003\t");
    }

    @Test
    void syncRemovesWhatTheFeedNoLongerMentions() throws IOException {
        Path csv = Files.writeString(
                folder.resolve("less.csv"),
                "id,category,image\nitem-000000,t-shirt,%s\n".formatted(Fixture.picture(0)));
        CommandRun run = CommandRun.of("index", csv, "--catalog", shop.catalog(), "--sync");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("15 removed").contains("1 products in");
    }

    @Test
    void syncMakesTheCatalogWhatTheFeedSays() throws IOException {
        Path xml = Files.writeString(folder.resolve("shop.xml"), """
                <rss version="2.0" xmlns:g="http://base.google.com/ns/1.0"><channel>
                <item><g:id>item-000000</g:id><g:image_link>%s</g:image_link><g:product_type>T-Shirts</g:product_type></item>
                <item><g:id>new</g:id><g:image_link>%s</g:image_link><g:google_product_category>212</g:google_product_category></item>
                <item><g:id>far</g:id><g:image_link>http://127.0.0.1:1/a.png</g:image_link></item>
                </channel></rss>
                """.formatted(Fixture.picture(0), Fixture.picture(1)));
        Path rejects = folder.resolve("rejects.tsv");
        CommandRun kept = CommandRun.of(
                "sync", xml, "--catalog", shop.catalog(), "--keep-vanished", "--rejects", rejects, "--currency", "EUR");
        assertThat(kept.exitCode()).as(kept.err()).isZero();
        assertThat(kept.out()).contains("1 added", "1 rejected", "17 products in");
        assertThat(Files.readString(rejects)).contains("line 4\tfar\timage\t", "private address");

        CommandRun run = CommandRun.of("sync", xml, "--catalog", shop.catalog());
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("15 removed").contains("2 products in");
    }

    @Test
    void whatIsNoFeedIsBadInputAndAWrongOptionIsUsage() throws IOException {
        Path csv = Files.writeString(folder.resolve("no.csv"), "name,colour\nx,y\n");
        assertThat(CommandRun.of("sync", csv, "--catalog", shop.catalog()).exitCode())
                .isEqualTo(ExitCodes.INPUT);
        CommandRun wrong = CommandRun.of("sync", csv, "--catalog", shop.catalog(), "--currency", "euros");
        assertThat(wrong.exitCode()).isEqualTo(ExitCodes.USAGE);
        assertThat(wrong.err()).contains("--currency", "ISO 4217");
    }
}
