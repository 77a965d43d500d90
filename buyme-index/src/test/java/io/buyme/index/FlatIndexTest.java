package io.buyme.index;

import io.buyme.api.spi.VectorIndexProvider;
import io.buyme.testkit.VectorIndexTck;

class FlatIndexTest extends VectorIndexTck {

    @Override
    protected VectorIndexProvider provider() {
        return new FlatIndexProvider();
    }
}
