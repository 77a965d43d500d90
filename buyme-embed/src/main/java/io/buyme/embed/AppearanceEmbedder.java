package io.buyme.embed;

import io.buyme.api.Attributes;
import io.buyme.api.Crop;
import io.buyme.api.DescribingEmbedder;
import io.buyme.api.Embedding;
import io.buyme.api.EmbeddingSpace;
import io.buyme.api.Metric;
import java.util.List;

/** Describes articles by measuring them. Holds no state but whether it is closed. */
final class AppearanceEmbedder implements DescribingEmbedder {

    static final int WORKING_SIZE = 128;

    /**
     * The weights are a compromise between two tasks, on pictures set aside for it: to find the flat-lay of a worn article
     * (colour decides, the outline misleads) and to tell kinds of article apart (the outline decides).
     */
    private static final List<WeightedBlock> BLOCKS = List.of(
            new WeightedBlock(new ColorBlock(6, 12, 2), 0.2),
            new WeightedBlock(new ColorBandsBlock(3, new ColorBlock(3, 6, 1)), 0.2),
            new WeightedBlock(new TextureBlock(), 0.2),
            new WeightedBlock(new SilhouetteBlock(), 0.2),
            new WeightedBlock(new LayoutBlock(), 0.2));

    private static final EmbeddingSpace SPACE = new EmbeddingSpace(
            AppearanceProvider.ID,
            "1",
            BLOCKS.stream().mapToInt(b -> b.block().dimension()).sum(),
            Metric.COSINE);

    private final ArticleFinder finder = new ArticleFinder(WORKING_SIZE);
    private volatile boolean closed;

    /**
     * A block and its say in the vector.
     *
     * @param block that makes the values
     * @param weight share of the block in the cosine of two vectors; the weights add up to 1
     */
    private record WeightedBlock(FeatureBlock block, double weight) {}

    @Override
    public EmbeddingSpace space() {
        return SPACE;
    }

    @Override
    public List<Embedding> embedAll(List<Crop> crops) {
        requireOpen();
        return crops.stream()
                .map(finder::find)
                .map(AppearanceEmbedder::embedding)
                .toList();
    }

    @Override
    public List<Described> describeAll(List<Crop> crops) {
        requireOpen();
        return crops.stream()
                .map(finder::find)
                .map(AppearanceEmbedder::describe)
                .toList();
    }

    @Override
    public void close() {
        closed = true;
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("this embedder is closed");
        }
    }

    private static Described describe(Raster article) {
        return new Described(embedding(article), new Attributes(DominantColors.of(article), List.of(PatternTags.of(article))));
    }

    private static Embedding embedding(Raster article) {
        float[] vector = new float[SPACE.dimension()];
        int offset = 0;
        for (WeightedBlock weighted : BLOCKS) {
            float[] values = weighted.block().describe(article);
            Vectors.scaleTo((float) Math.sqrt(weighted.weight()), values);
            System.arraycopy(values, 0, vector, offset, values.length);
            offset += values.length;
        }
        // Blocks that have nothing to say, such as the texture of one pixel, leave their share to the others.
        Vectors.scaleTo(1, vector);
        return Embedding.of(SPACE, vector);
    }
}
