package io.buyme.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.buyme.api.Article;
import io.buyme.api.ArticleMatches;
import io.buyme.api.Attributes;
import io.buyme.api.Box;
import io.buyme.api.BuyMeException;
import io.buyme.api.DetectedBox;
import io.buyme.api.Explanation;
import io.buyme.api.LookResult;
import io.buyme.api.Match;
import io.buyme.api.Photo;
import io.buyme.api.Pose;
import io.buyme.api.Product;
import io.buyme.api.StageTimes;
import io.buyme.api.SuperCategory;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlReportTest {

    private static final Photo PHOTO = Photo.of("<look>.jpg", new BufferedImage(60, 90, BufferedImage.TYPE_INT_RGB));
    private static final Duration TIME = Duration.ofMillis(10);

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    @Test
    void hostileTextsOfACatalogStayTexts() throws IOException {
        String html = page(found(product("<script>alert(1)</script>", Optional.of("javascript:alert(2)"))));
        assertThat(html)
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .contains("&lt;look&gt;.jpg")
                .contains(">javascript:alert(2)<")
                .doesNotContain("<script", "href=\"javascript");
    }

    @Test
    void webLinksCanBeFollowed() throws IOException {
        assertThat(page(found(product("Tee", Optional.of("https://shop.example/?a=1&b=2")))))
                .contains("href=\"https://shop.example/?a=1&amp;b=2\"");
    }

    @Test
    void everyBoxThatWasConsideredIsAccountedFor() throws IOException {
        assertThat(page(found(product("Tee", Optional.empty()))))
                .contains("All 2 boxes that the detector considered")
                .contains("<b>kept</b> top 0.50 at 5,5, 20x20: alone")
                .contains("<b>dropped</b> top 0.50 at 5,5, 20x20: overlaps &lt;itself&gt;");
    }

    @Test
    void aProductWithoutPicturePriceAndLinkIsShownAllTheSame() throws IOException {
        assertThat(page(found(product("Tee", Optional.empty()))))
                .contains("no picture", "score 0.88")
                .doesNotContain("View product");
    }

    @Test
    void photosThatFailedOrWereRejectedSayWhy() throws IOException {
        Pose half = new Pose(
                Pose.Verdict.HALF_BODY,
                0.9,
                List.of("feet are cut off"),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of());
        assertThat(page(new LookResult.Rejected("half.jpg", half))).contains("half body", "feet are cut off");
        assertThat(page(new LookResult.Failed("bad.jpg", new BuyMeException("it is <damaged>"))))
                .contains("bad.jpg", "it is &lt;damaged&gt;");
    }

    @Test
    void aReportThatIsNotFinishedLeavesTheOldOneAlone() throws IOException {
        Path file = Files.writeString(folder.resolve("report.html"), "old");
        try (HtmlReport report = HtmlReport.open(file, "t", "s", ids -> Map.of())) {
            report.add(PHOTO, found(product("Tee", Optional.empty())));
        }
        assertThat(file).hasContent("old");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void aFolderThatIsNotThereIsAnErrorWithTheName() {
        Path file = folder.resolve("none").resolve("report.html");
        assertThatThrownBy(() -> HtmlReport.open(file, "t", "s", ids -> Map.of()))
                .isInstanceOf(BuyMeException.class)
                .hasMessageContaining(file.toString());
    }

    private String page(LookResult result) throws IOException {
        Path file = folder.resolve("page.html");
        try (HtmlReport report = HtmlReport.open(file, "title", "subtitle", ids -> Map.of())) {
            report.add(PHOTO, result);
            report.finish();
        }
        return Files.readString(file);
    }

    private static LookResult found(Product product) {
        Article article = new Article("top", SuperCategory.UPPER, 0.5, new Box(5, 5, 20, 20), Optional.empty());
        Match match = new Match(product, 0.875, new Explanation("alike", List.of(), List.of()));
        Pose pose = new Pose(
                Pose.Verdict.FULL_FRONT, 1, List.of(), List.of(), Optional.empty(), Optional.empty(), List.of());
        return new LookResult.Found(
                PHOTO.name(),
                pose,
                List.of(new ArticleMatches(article, Attributes.NONE, List.of(match))),
                List.of(DetectedBox.kept(article, "alone"), DetectedBox.dropped(article, "overlaps <itself>")),
                List.of("mind the <gap>"),
                new StageTimes(TIME, TIME, TIME, TIME, TIME));
    }

    private static Product product(String title, Optional<String> link) {
        return new Product(
                "1",
                title,
                Optional.empty(),
                Optional.empty(),
                link,
                "no such file \u0000.jpg",
                "t-shirt",
                SuperCategory.UPPER);
    }
}
