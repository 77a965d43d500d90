package io.buyme.train.cam;

import io.buyme.train.augment.PixelScale;
import io.buyme.train.data.Sample;
import io.buyme.train.loop.PictureBatches;
import io.buyme.train.loop.Trunk;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;

/** What a network says of whole pictures: a logit for each category. */
final class TagLogits {

    private final CamNetwork network;
    private final int size;
    private final int cells;

    TagLogits(CamNetwork network, int size) {
        this.network = network;
        this.size = size;
        this.cells = CamNetwork.mapSize(size) * CamNetwork.mapSize(size);
    }

    /** Returns the logits of each sample, in order. */
    List<float[]> of(ComputationGraph trained, List<Sample> samples) {
        try (Trunk maps = Trunk.of(trained, CamNetwork.inputType(size), List.of(CamNetwork.MAPS))) {
            return new PictureBatches(PixelScale.MOBILE_NET, size)
                    .compute(samples, (pictures, count) -> rows(maps, pictures, count));
        }
    }

    private List<float[]> rows(Trunk trunk, float[] pictures, int count) {
        float[] given = Arrays.copyOf(pictures, count * 3 * size * size);
        float[] maps = new float[count * network.categories() * cells];
        trunk.run(given, count, List.of(maps));
        List<float[]> rows = new ArrayList<>();
        for (int row = 0; row < count; row++) {
            float[] pooled = new float[network.categories()];
            for (int i = 0; i < pooled.length; i++) {
                pooled[i] = (float) pool(maps, (row * pooled.length + i) * cells);
            }
            rows.add(pooled);
        }
        return rows;
    }

    private double pool(float[] maps, int from) {
        double sharpness = network.sharpness();
        double mean = 0;
        double exponentials = 0;
        for (int i = from; i < from + cells; i++) {
            mean += maps[i] / cells;
            exponentials += Math.exp(sharpness * maps[i]) / cells;
        }
        return sharpness == 0 ? mean : Math.log(exponentials) / sharpness;
    }
}
