package io.buyme.catalog.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.buyme.api.SuperCategory;
import io.buyme.api.Taxonomy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CategoryWordsTest {

    private final CategoryWords words = new CategoryWords(Taxonomy.standard());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "T-Shirt | UPPER",
                "Women > Dresses > Maxi | ONE_PIECE",
                "Women / Shirts & Blouses | UPPER",
                "Apparel & Accessories > Clothing > Outerwear > Coats & Jackets | UPPER",
                "Men's Running Shoes | FOOTWEAR",
                "Clothing Accessories > Scarves & Shawls | ACCESSORY",
                "Jewelry > Watches | ACCESSORY",
                "Handbags, Wallets & Cases | BAG",
                "One-Pieces > Leotards & Unitards | ONE_PIECE"
            })
    void knowsTheMostSpecificWord(String path, SuperCategory superCategory) {
        assertThat(words.find(path.replace(" / ", "/")))
                .hasValueSatisfying(known -> assertThat(known.superCategory()).isEqualTo(superCategory));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ">",
                "Sale",
                "Apparel & Accessories",
                "Apparel & Accessories > Clothing > Activewear",
                "Outerwear > Snow Pants & Suits",
                "Shoes & Dresses"
            })
    void doesNotGuess(String path) {
        assertThat(words.find(path)).isEmpty();
    }

    @Test
    void knowsGooglesNumbers() {
        assertThat(GoogleCategories.path(212))
                .hasValueSatisfying(
                        path -> assertThat(path).containsExactly("Apparel & Accessories", "Clothing", "Shirts & Tops"));
        assertThat(GoogleCategories.path(543674))
                .hasValueSatisfying(path ->
                        assertThat(path).endsWith("Scarves & Shawls", "Shawls").hasSize(4));
        assertThat(GoogleCategories.path(100))
                .hasValueSatisfying(path -> assertThat(words.find(path)).isPresent());
        assertThat(GoogleCategories.path(536)).isEmpty();
    }
}
