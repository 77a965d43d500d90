package io.buyme.catalog.recommend;

import java.util.List;

/**
 * Products that are one style to people, of which one is listed.
 *
 * @param best the one
 * @param others its variants, best first
 */
record Style(Scored best, List<Scored> others) {

    Style {
        others = List.copyOf(others);
    }
}
