package io.buyme.train.cam;

import io.buyme.train.PlattScaling;
import io.buyme.train.TagScore;
import io.buyme.train.augment.PixelScale;
import io.buyme.train.data.Sample;
import io.buyme.train.data.TagKnowledge.State;
import io.buyme.train.data.TagName;
import io.buyme.train.data.TagVocabulary;
import io.buyme.train.loop.PictureBatches;
import io.buyme.train.loop.Trunk;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;

/** Says how well categories are told from whole pictures. */
final class CamMeasure {

    private final CamNetwork network;
    private final TagVocabulary vocabulary;

    CamMeasure(CamNetwork network, TagVocabulary vocabulary) {
        this.network = network;
        this.vocabulary = vocabulary;
    }

    /** Returns the mean over the categories that at least five pictures have. */
    static double meanPrecision(List<TagScore> scores) {
        return scores.stream()
                .filter(score -> score.present() >= 5)
                .mapToDouble(TagScore::averagePrecision)
                .average()
                .orElse(0);
    }

    /** Scores each category with a network that is made for pictures of the size. */
    List<TagScore> scores(ComputationGraph graph, List<Sample> samples, int size) {
        List<float[]> logits;
        try (Trunk maps = Trunk.of(graph, network.inputType(size), List.of(CamNetwork.MAPS))) {
            logits = new PictureBatches(PixelScale.MOBILE_NET, size)
                    .compute(samples, (pictures, count) -> logits(maps, pictures, count, size));
        }
        List<TagScore> scores = new ArrayList<>();
        for (int i = 0; i < vocabulary.size(); i++) {
            TagName tag = vocabulary.tags().get(i);
            scores.add(TagScore.of(tag.group(), tag.name(), seen(tag, i, samples, logits)));
        }
        return scores;
    }

    private List<float[]> logits(Trunk trunk, float[] pictures, int count, int size) {
        int cells = CamNetwork.mapSize(size) * CamNetwork.mapSize(size);
        float[] given = Arrays.copyOf(pictures, count * 3 * size * size);
        float[] maps = new float[count * vocabulary.size() * cells];
        trunk.run(given, count, List.of(maps));
        List<float[]> rows = new ArrayList<>();
        for (int row = 0; row < count; row++) {
            float[] pooled = new float[vocabulary.size()];
            for (int i = 0; i < pooled.length; i++) {
                pooled[i] = (float) pool(maps, (row * pooled.length + i) * cells, cells);
            }
            rows.add(pooled);
        }
        return rows;
    }

    private double pool(float[] maps, int from, int cells) {
        double sharpness = network.sharpness();
        double mean = 0;
        double exponentials = 0;
        for (int i = from; i < from + cells; i++) {
            mean += maps[i] / cells;
            exponentials += Math.exp(sharpness * maps[i]) / cells;
        }
        return sharpness == 0 ? mean : Math.log(exponentials) / sharpness;
    }

    private static List<PlattScaling.Seen> seen(TagName tag, int index, List<Sample> samples, List<float[]> logits) {
        List<PlattScaling.Seen> seen = new ArrayList<>();
        for (int i = 0; i < samples.size(); i++) {
            State state = samples.get(i).example().tags().state(tag);
            if (state != State.UNKNOWN) {
                seen.add(new PlattScaling.Seen(logits.get(i)[index], state == State.PRESENT));
            }
        }
        return seen;
    }
}
