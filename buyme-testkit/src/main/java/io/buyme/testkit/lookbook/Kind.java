package io.buyme.testkit.lookbook;

import io.buyme.api.SuperCategory;
import io.buyme.api.Taxonomy;

/** The categories that the look book draws, in the words of the standard taxonomy. */
enum Kind {
    T_SHIRT("t-shirt", 19),
    LONGSLEEVE("longsleeve", 29),
    SHIRT("shirt", 45),
    SWEATER("sweater", 59),
    JACKET("jacket", 99),
    COAT("coat", 159),
    PANTS("pants", 59),
    SHORTS("shorts", 35),
    SKIRT("skirt", 45),
    DRESS("dress", 79),
    SNEAKERS("sneakers", 79),
    BOOTS("boots", 129),
    HEELS("heels", 89),
    BAG("bag", 69),
    HAT("hat", 29);

    private final String word;
    private final int typicalPrice;

    Kind(String word, int typicalPrice) {
        this.word = word;
        this.typicalPrice = typicalPrice;
    }

    String word() {
        return word;
    }

    int typicalPrice() {
        return typicalPrice;
    }

    SuperCategory superCategory() {
        return Taxonomy.standard().superCategoryOf(word);
    }

    boolean isOuter() {
        return this == JACKET || this == COAT;
    }
}
