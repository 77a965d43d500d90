package io.buyme.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.InputStream;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class CutTest {

    @Test
    void everyWordOfTheTableCanBeRead() throws Exception {
        Properties table = new Properties();
        try (InputStream in = Cut.class.getResourceAsStream("cuts.properties")) {
            table.load(in);
        }
        assertThat(table.stringPropertyNames())
                .hasSizeGreaterThan(40)
                .allSatisfy(word -> assertThat(Cut.of(word).levels()).isNotEmpty())
                .allSatisfy(word -> assertThat(Taxonomy.normalize(word)).isEqualTo(word));
    }

    @Test
    void wordsAreReadAsTheTaxonomyReadsThem() {
        assertThat(Cut.of("Tank Tops")).isEqualTo(Cut.of("tank-top"));
        assertThat(Cut.of("shorts")).isNotEqualTo(Cut.of("shirt"));
        assertThat(Cut.of("spacesuit")).isEqualTo(Cut.UNKNOWN);
    }

    @Test
    void differencesAreToldFromTheProductsSide() {
        assertThat(differences("trousers", "shorts")).containsExactly("legs are shorter");
        assertThat(differences("shorts", "jeans")).containsExactly("legs are longer");
        assertThat(differences("skirt", "jeans")).containsExactly("with long legs");
        assertThat(differences("t-shirt", "polo")).containsExactly("with a collar");
        assertThat(differences("polo", "tank top")).containsExactly("without sleeves", "without a collar");
        assertThat(differences("jacket", "coat")).containsExactly("longer");
        assertThat(differences("loafers", "pumps")).containsExactly("with heels");
    }

    @Test
    void oneFeatureInCommonIsNotTheSameCut() {
        assertThat(CutComparison.of(Cut.of("jeans"), Cut.of("pants")).alike()).isFalse();
        assertThat(CutComparison.of(Cut.of("tee"), Cut.of("t-shirt")).alike()).isTrue();
        assertThat(CutComparison.of(Cut.of("jacket"), Cut.of("blazer")).alike()).isFalse();
    }

    @Test
    void anUnknownPhraseIsNamedWithTheKnownOnes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CutFeature.parse("puffy sleeves"))
                .withMessageContaining("puffy sleeves")
                .withMessageContaining("long sleeves");
    }

    private static List<String> differences(String article, String product) {
        return CutComparison.of(Cut.of(article), Cut.of(product)).differing();
    }
}
