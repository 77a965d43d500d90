package io.buyme.testkit.lookbook;

import java.util.List;
import java.util.Optional;

/**
 * What one person wears.
 *
 * @param items all of it, in the order top, bottom or dress, footwear, outerwear, bag, hat, as far as worn
 */
record Outfit(List<CatalogItem> items) {

    Outfit {
        items = List.copyOf(items);
    }

    Optional<CatalogItem> find(List<Kind> kinds) {
        return items.stream()
                .filter(item -> kinds.contains(item.design().kind()))
                .findFirst();
    }
}
