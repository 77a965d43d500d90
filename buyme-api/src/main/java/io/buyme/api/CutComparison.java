package io.buyme.api;

import java.util.ArrayList;
import java.util.List;

/**
 * What the cuts of an article and of a product have in common, as far as words name them.
 *
 * @param shared such as {@code long sleeves}
 * @param differing such as {@code sleeves are shorter}
 * @param alike whether the words for both say the same in two features or more, and nothing else
 */
record CutComparison(List<String> shared, List<String> differing, boolean alike) {

    static CutComparison of(Cut article, Cut product) {
        List<String> shared = new ArrayList<>();
        List<String> differing = new ArrayList<>();
        for (CutFeature feature : CutFeature.values()) {
            Integer worn = article.levels().get(feature);
            Integer offered = product.levels().get(feature);
            if (worn == null || offered == null) {
                continue;
            }
            if (worn.equals(offered)) {
                shared.add(feature.phrase(worn));
            } else {
                differing.add(feature.difference(worn, offered));
            }
        }
        boolean alike = shared.size() >= 2 && article.equals(product);
        return new CutComparison(shared, differing, alike);
    }
}
