package io.buyme.embed;

import static org.assertj.core.api.Assertions.assertThat;

import io.buyme.api.Attributes.Tag;
import io.buyme.api.Crop;
import io.buyme.api.DescribingEmbedder;
import io.buyme.api.spi.Options;
import io.buyme.embed.Drawings.Cloth;
import java.awt.Color;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PatternTagsTest {

    private static final Color NAVY = new Color(0x24396B);
    private static final Color RED = new Color(0xC02030);
    private static final Color BEIGE = new Color(0xD8C8AB);
    private static final Color GREEN = new Color(0x2F6F43);

    @ParameterizedTest
    @ValueSource(ints = {0x24396B, 0xC02030, 0xF0F0F0, 0x90B8E0, 0xD8C8AB, 0x151515})
    void callsFoldedClothPlain(int rgb) {
        assertPattern("plain", Drawings.plain(new Color(rgb)));
    }

    @ParameterizedTest
    @CsvSource({"8, 0", "12, 0", "20, 0", "32, 0", "8, 90", "12, 90", "20, 90", "32, 90", "12, 30", "20, 45", "32, 60"})
    void findsStripesOfAnyWidthAndDirection(double period, double degrees) {
        assertPattern("striped", Drawings.stripes(NAVY, BEIGE, period, degrees));
    }

    @ParameterizedTest
    @ValueSource(doubles = {10, 16, 28, 44})
    void findsChecks(double period) {
        assertPattern("checked", Drawings.checks(RED, BEIGE, period));
    }

    @ParameterizedTest
    @ValueSource(doubles = {10, 16, 24, 36, 50})
    void findsDots(double period) {
        assertPattern("dotted", Drawings.dots(BEIGE, NAVY, period));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4})
    void callsOtherPrintsPatterned(long seed) {
        assertThat(tag(Drawings.worn(Drawings.blotches(BEIGE, GREEN, seed))).name())
                .isEqualTo("patterned");
    }

    @Test
    void theScoreIsAProbability() {
        // The likeliest of five has a fifth at the least.
        Tag tag = tag(Drawings.worn(Drawings.stripes(NAVY, BEIGE, 20, 0)));
        assertThat(tag.group()).isEqualTo("pattern");
        assertThat(tag.score()).isBetween(0.2, 1.0);
    }

    @Test
    void saysOneThingOfAnArticle() {
        try (DescribingEmbedder embedder = new AppearanceProvider().create(Options.none())) {
            Crop dots = Drawings.worn(Drawings.dots(BEIGE, NAVY, 24));
            assertThat(embedder.describeAll(List.of(dots)).get(0).attributes().tags())
                    .extracting(Tag::name)
                    .containsExactly("dotted");
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 90})
    void findsWideStripesOnWhatIsWorn(double degrees) {
        assertThat(tag(Drawings.worn(Drawings.stripes(NAVY, BEIGE, 48, degrees)))
                        .name())
                .isEqualTo("striped");
    }

    private static void assertPattern(String name, Cloth cloth) {
        assertThat(tag(Drawings.worn(cloth)).name()).as("worn").isEqualTo(name);
        assertThat(tag(Drawings.product(cloth)).name()).as("product").isEqualTo(name);
    }

    private static Tag tag(Crop crop) {
        return PatternTags.of(new ArticleFinder(ArticleFinder.USUAL_SIZE).find(crop));
    }
}
