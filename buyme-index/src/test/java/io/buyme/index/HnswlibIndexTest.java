package io.buyme.index;

import io.buyme.api.spi.VectorIndexProvider;
import io.buyme.testkit.VectorIndexTck;

/** With its defaults, under which small partitions are searched exactly. */
class HnswlibIndexTest extends VectorIndexTck {

    @Override
    protected VectorIndexProvider provider() {
        return new HnswlibIndexProvider();
    }
}
