package io.buyme.index;

import io.buyme.api.spi.Options;
import io.buyme.api.spi.VectorIndexProvider;
import io.buyme.testkit.VectorIndexTck;
import java.util.Map;

/** With a graph for every partition, however small, which follows behind the writes while the tests run. */
class HnswlibGraphedTest extends VectorIndexTck {

    @Override
    protected VectorIndexProvider provider() {
        return new HnswlibIndexProvider();
    }

    @Override
    protected Options options() {
        return Options.of(Map.of("exactBelow", "0"));
    }

    @Override
    protected double recallFloor() {
        return 0.95;
    }
}
