package io.buyme.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.buyme.api.ProductDetails.Availability;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProductFilterTest {

    private static final Product SHIRT = new Product(
                    "1",
                    "Striped shirt",
                    Optional.of("Acme & Sons"),
                    Optional.of(new Price(new BigDecimal("20.00"), "EUR")),
                    Optional.empty(),
                    "1.jpg",
                    "T-Shirt",
                    SuperCategory.UPPER)
            .with(ProductDetails.NONE
                    .withAvailability(Availability.IN_STOCK)
                    .withColor("Dark Blue")
                    .withGender("female")
                    .withSizes(List.of("S", "M"))
                    .withGroup("style-7")
                    .withTags(List.of("linen", "new in")));

    private static final Product BARE = new Product(
            "2",
            "Something",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            "2.jpg",
            "hat",
            SuperCategory.ACCESSORY);

    @ParameterizedTest
    @CsvSource({
        "brand=acme & sons, true",
        "brand=Other|ACME & SONS, true",
        "brand=Acme, false",
        "category=t shirt, true",
        "super category=upper, true",
        "super_category=lower|footwear, false",
        "color=dark_blue, true",
        "gender=female|unisex, true",
        "size=XL|m, true",
        "size=L, false",
        "tag=New-In, true",
        "group=style 7, true",
        "price=20..60 EUR, true",
        "price=..20 EUR, true",
        "price=20.01.. EUR, false",
        "price=..19.99 eur, false",
        "price=0..100 USD, false",
        "price=0..1 USD|10..30 EUR, true",
        "availability=in stock, true",
        "availability=preorder|out_of_stock, false"
    })
    void passesWhatFulfilsOneOfTheAlternatives(String clause, boolean passes) {
        assertThat(ProductFilter.ALL.and(clause).test(SHIRT)).isEqualTo(passes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"brand=Acme", "price=0.. EUR", "color=red", "gender=male", "size=M", "tag=linen", "group=style-7"
            })
    void doesNotPassWhatAProductDoesNotSay(String clause) {
        assertThat(ProductFilter.ALL.and(clause).test(BARE)).isFalse();
    }

    @Test
    void wantsAllClauses() {
        ProductFilter filter =
                ProductFilter.ALL.brand("Acme & Sons").price("EUR", 10, 30).available();
        assertThat(filter.test(SHIRT)).isTrue();
        assertThat(filter.and("size=L").test(SHIRT)).isFalse();
        assertThat(filter.clauses()).hasSize(3);
        assertThat(ProductFilter.ALL.test(BARE)).isTrue();
        assertThat(ProductFilter.ALL.available().test(BARE)).isTrue();
    }

    @Test
    void isEqualToOneOfTheSameConditions() {
        assertThat(ProductFilter.ALL.and("brand=ACME|b c"))
                .isEqualTo(ProductFilter.ALL.brand("acme", "b-c"))
                .hasSameHashCodeAs(ProductFilter.ALL.brand("acme", "b-c"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "brand",
                "=Acme",
                "brand=",
                "shape=round",
                "price=cheap",
                "price=5",
                "price=.. EUR",
                "price=9..5 EUR",
                "price=1..2",
                "availability=soon",
                "brand=|",
                "brand=Acme||Ajax",
                "brand= ",
                "price=1234567890123.. EUR"
            })
    void refusesWhatIsNoCondition(String clause) {
        assertThatIllegalArgumentException().isThrownBy(() -> ProductFilter.ALL.and(clause));
    }

    @Test
    void saysWhichFieldsThereAre() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProductFilter.ALL.and("shape=round"))
                .withMessageContaining("'shape'")
                .withMessageContaining("brand, category");
    }
}
