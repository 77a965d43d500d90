package io.buyme.index;

import io.buyme.api.spi.VectorIndexProvider;
import io.buyme.testkit.VectorIndexTck;

/** As it comes: the few entries of the tests are searched exactly. */
class IvfFlatIndexTest extends VectorIndexTck {

    @Override
    protected VectorIndexProvider provider() {
        return new IvfFlatIndexProvider();
    }
}
