package io.buyme.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaxonomyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "t-shirt | UPPER",
                "T Shirt | UPPER",
                "longsleeve | UPPER",
                "outwear | UPPER",
                "pants | LOWER",
                "dress | ONE_PIECE",
                "shoes | FOOTWEAR",
                "hat | ACCESSORY",
                "wallet | BAG",
                "bag, wallet | BAG",
                "tights, stockings | ACCESSORY"
            })
    void knowsEverydayWordsInAnySpelling(String word, SuperCategory expected) {
        assertThat(Taxonomy.standard().superCategoryOf(word)).isEqualTo(expected);
    }

    /** The 46 classes of iMaterialist 2019, in the order of their ids: 28 things that one wears, then their parts. */
    private static final List<String> IMATERIALIST = List.of(
            "shirt, blouse",
            "top, t-shirt, sweatshirt",
            "sweater",
            "cardigan",
            "jacket",
            "vest",
            "pants",
            "shorts",
            "skirt",
            "coat",
            "dress",
            "jumpsuit",
            "cape",
            "glasses",
            "hat",
            "headband, head covering, hair accessory",
            "tie",
            "glove",
            "watch",
            "belt",
            "leg warmer",
            "tights, stockings",
            "sock",
            "shoe",
            "bag, wallet",
            "scarf",
            "umbrella",
            "hood",
            "collar",
            "lapel",
            "epaulette",
            "sleeve",
            "pocket",
            "neckline",
            "buckle",
            "zipper",
            "applique",
            "bead",
            "bow",
            "flower",
            "fringe",
            "ribbon",
            "rivet",
            "ruffle",
            "sequin",
            "tassel");

    @Test
    void knowsWhatOneWearsOfImaterialistAndNoParts() {
        assertThat(IMATERIALIST.subList(0, 28))
                .allSatisfy(name ->
                        assertThat(Taxonomy.standard().find(name)).as(name).isPresent());
        assertThat(IMATERIALIST.subList(28, 46))
                .allSatisfy(name ->
                        assertThat(Taxonomy.standard().find(name)).as(name).isEmpty());
    }

    @Test
    void saysWhatToDoAboutAnUnknownWord() {
        assertThatExceptionOfType(BuyMeException.class)
                .isThrownBy(() -> Taxonomy.standard().superCategoryOf("Flying Carpet"))
                .withMessageContaining("unknown category 'Flying Carpet'")
                .withMessageContaining("add a line 'flying-carpet = UPPER|LOWER");
    }

    @Test
    void aFileAddsAndChangesWords(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("mine.properties"), "dirndl = ONE_PIECE\nsuit = one_piece\n");
        Taxonomy taxonomy = Taxonomy.load(file);
        assertThat(taxonomy.superCategoryOf("Dirndl")).isEqualTo(SuperCategory.ONE_PIECE);
        assertThat(taxonomy.superCategoryOf("suit")).isEqualTo(SuperCategory.ONE_PIECE);
        assertThat(taxonomy.superCategoryOf("jeans")).isEqualTo(SuperCategory.LOWER);
        assertThat(Taxonomy.standard().find("dirndl")).isEmpty();
    }

    @Test
    void refusesAFileWithAnUnknownSuperCategory(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("bad.properties"), "dirndl = GOWNS\n");
        assertThatExceptionOfType(BuyMeException.class)
                .isThrownBy(() -> Taxonomy.load(file))
                .withMessageContaining("'dirndl' maps to 'GOWNS'")
                .withMessageContaining("ONE_PIECE");
        assertThatExceptionOfType(BuyMeException.class)
                .isThrownBy(() -> Taxonomy.load(folder.resolve("missing")))
                .withMessageContaining("cannot read taxonomy");
    }
}
