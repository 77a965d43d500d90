package io.buyme.index;

import io.buyme.api.spi.Options;
import io.buyme.api.spi.VectorIndexProvider;
import io.buyme.testkit.VectorIndexTck;
import java.util.Map;

/** With lists in every partition, however few entries they are made from. */
class IvfFlatListedTest extends VectorIndexTck {

    @Override
    protected VectorIndexProvider provider() {
        return new IvfFlatIndexProvider();
    }

    @Override
    protected Options options() {
        return Options.of(Map.of("exactBelow", "0", "nprobe", "16"));
    }

    @Override
    protected double recallFloor() {
        return 0.9;
    }
}
