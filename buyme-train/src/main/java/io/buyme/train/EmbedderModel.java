package io.buyme.train;

import io.buyme.onnx.PictureFormat;
import io.buyme.train.augment.PixelScale;
import io.buyme.train.data.Sample;
import io.buyme.train.data.TagKnowledge.State;
import io.buyme.train.data.TagName;
import io.buyme.train.data.TagVocabulary;
import io.buyme.train.loop.EmbedderNetwork;
import io.buyme.train.loop.OnnxEmbedder;
import io.buyme.train.loop.PictureBatches;
import io.buyme.train.net.Backbone;
import io.buyme.train.onnx.ExportReport;
import io.buyme.train.onnx.OnnxExporter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes the model file: embedding, tags, patches, and what is to be known about them. */
final class EmbedderModel {

    private final EmbedderNetwork network;
    private final Backbone backbone;
    private final TagVocabulary vocabulary;
    private final int size;
    private final double color;

    /**
     * Creates a model.
     *
     * @param network for inference
     * @param color share of the cosine that is measured colour
     */
    EmbedderModel(EmbedderNetwork network, Backbone backbone, TagVocabulary vocabulary, int size, double color) {
        this.network = network;
        this.backbone = backbone;
        this.vocabulary = vocabulary;
        this.size = size;
        this.color = color;
    }

    /** Writes the file. */
    ExportReport write(Path file, List<TagScore> tags, boolean halfWeights) {
        OnnxExporter exporter = OnnxExporter.of(network.graph(), backbone.inputType(size))
                .input(EmbedderNetwork.IMAGE)
                .output(OnnxEmbedder.EMBEDDING, EmbedderNetwork.EMBEDDING)
                .output(OnnxEmbedder.PATCHES, network.features())
                .metadata("buyme.format", "1")
                .metadata("buyme.version", WeightsDigest.of(network.graph()))
                .metadata("buyme.color", Double.toString(color))
                .metadata(
                        "buyme.picture",
                        PictureFormat.mobileNetV2().withSize(size, size).toText());
        if (vocabulary.size() > 0) {
            exporter.output(OnnxEmbedder.TAGS, EmbedderNetwork.TAGS)
                    .metadata("buyme.tags", tags.stream().map(TagScore::toLine).collect(Collectors.joining("\n")));
        }
        if (halfWeights) {
            exporter.halfWeights();
        }
        return exporter.write(file);
    }

    /** Measures each tag of a model file on samples that were not learned from, and fits its probabilities. */
    List<TagScore> scoreTags(Path file, List<Sample> samples, int threads) {
        if (vocabulary.size() == 0) {
            return List.of();
        }
        List<float[]> logits;
        try (OnnxEmbedder embedder = OnnxEmbedder.open(file, size, threads)) {
            logits = new PictureBatches(PixelScale.MOBILE_NET, size)
                    .compute(samples, (pictures, count) -> embedder.run(pictures, count, OnnxEmbedder.TAGS));
        }
        List<TagScore> scores = new ArrayList<>();
        for (int i = 0; i < vocabulary.size(); i++) {
            TagName tag = vocabulary.tags().get(i);
            scores.add(TagScore.of(tag.group(), tag.name(), seen(tag, i, samples, logits)));
        }
        return scores;
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
