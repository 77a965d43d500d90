package io.buyme.train.rcnn;

import java.util.List;
import java.util.Map;

/**
 * What the networks before a head make of a picture.
 *
 * @param maps levels of the pyramid
 * @param regions proposed ones; none if proposals are still to be learned
 */
record Features(Map<Level, FeatureMap> maps, List<Rect> regions) {

    Features {
        maps = Map.copyOf(maps);
        regions = List.copyOf(regions);
    }
}
