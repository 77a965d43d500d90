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

    /** In the order of {@link BlockWeights}. */
    private static final List<FeatureBlock> BLOCKS = List.of(
            ColorBlock.fine(),
            new ColorBandsBlock(3, new ColorBlock(3, 6, 1)),
            new TextureBlock(),
            new SilhouetteBlock(),
            new LayoutBlock());

    private static final EmbeddingSpace SPACE = new EmbeddingSpace(
            AppearanceProvider.ID,
            "2",
            BLOCKS.stream().mapToInt(FeatureBlock::dimension).sum(),
            Metric.COSINE);

    private final ArticleFinder finder = new ArticleFinder(ArticleFinder.USUAL_SIZE);
    private volatile boolean closed;

    @Override
    public EmbeddingSpace space() {
        return SPACE;
    }

    @Override
    public List<Embedding> embedAll(List<Crop> crops) {
        requireOpen();
        return crops.stream().map(crop -> embedding(crop, finder.find(crop))).toList();
    }

    @Override
    public List<Described> describeAll(List<Crop> crops) {
        requireOpen();
        return crops.stream().map(crop -> describe(crop, finder.find(crop))).toList();
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

    private static Described describe(Crop crop, Raster article) {
        return new Described(
                embedding(crop, article), new Attributes(DominantColors.of(article), List.of(PatternTags.of(article))));
    }

    private static Embedding embedding(Crop crop, Raster article) {
        List<Double> weights = BlockWeights.of(crop.superCategory()).inOrder();
        JointVector vector = new JointVector(SPACE.dimension());
        for (int i = 0; i < BLOCKS.size(); i++) {
            FeatureBlock block = BLOCKS.get(i);
            if (weights.get(i) > 0) {
                vector.add(block.describe(article), weights.get(i));
            } else {
                vector.skip(block.dimension());
            }
        }
        return Embedding.of(SPACE, vector.toArray());
    }
}
