package io.buyme.index;

import io.buyme.api.spi.Options;
import io.buyme.api.spi.VectorIndexProvider;
import io.buyme.testkit.VectorIndexTck;
import java.util.Map;

/** With a graph for every partition, and so few candidates that searches go through it. */
class HnswGraphedTest extends VectorIndexTck {

    @Override
    protected VectorIndexProvider provider() {
        return new HnswIndexProvider();
    }

    @Override
    protected Options options() {
        return Options.of(Map.of("exactBelow", "0", "m", "16", "efSearch", "48"));
    }

    @Override
    protected double recallFloor() {
        return 0.95;
    }
}
