package io.buyme.catalog.explain;

import static java.util.Objects.requireNonNull;

import io.buyme.api.Box;
import io.buyme.api.Crop;
import io.buyme.api.Embedder;
import io.buyme.api.Embedding;
import io.buyme.api.Mask;
import java.util.ArrayList;
import java.util.List;

/** Hides one cell after the other, and takes how much less similar the rest is. */
final class OcclusionExplainer implements SimilarityExplainer {

    private static final int CELLS = Integer.getInteger("x.cells", 7);
    private static final int WINDOW = Integer.getInteger("x.window", 1);

    /** Copies of a picture in memory at once. */
    private static final int BATCH = 16;

    private final Embedder embedder;

    OcclusionExplainer(Embedder embedder) {
        this.embedder = requireNonNull(embedder, "embedder");
    }

    @Override
    public List<SimilarityMaps> explainAll(Crop article, List<Crop> products) {
        Occluded seen = occlude(article);
        List<SimilarityMaps> maps = new ArrayList<>();
        for (Crop product : products) {
            Occluded offered = occlude(product);
            maps.add(new SimilarityMaps(
                    seen.whole().similarity(offered.whole()), seen.map(offered.whole()), offered.map(seen.whole())));
        }
        return maps;
    }

    /**
     * A picture as the embedder sees it without one cell or another.
     *
     * @param area of the cells, in pixels of the picture
     */
    private record Occluded(Embedding whole, List<Embedding> without, Box area) {

        SimilarityMap map(Embedding other) {
            double similarity = whole.similarity(other);
            int windows = CELLS - WINDOW + 1;
            double[] sum = new double[CELLS * CELLS];
            int[] count = new int[CELLS * CELLS];
            for (int w = 0; w < without.size(); w++) {
                double drop = similarity - without.get(w).similarity(other);
                for (int r = 0; r < WINDOW; r++) {
                    for (int c = 0; c < WINDOW; c++) {
                        int i = (w / windows + r) * CELLS + w % windows + c;
                        sum[i] += drop;
                        count[i]++;
                    }
                }
            }
            List<Double> values = new ArrayList<>();
            for (int i = 0; i < sum.length; i++) {
                values.add(sum[i] / count[i]);
            }
            return new SimilarityMap(CELLS, CELLS, area, values);
        }
    }

    private Occluded occlude(Crop crop) {
        Crop small = PictureSize.reduce(crop);
        Box whole = new Box(0, 0, small.image().getWidth(), small.image().getHeight());
        Box area = small.mask().flatMap(Mask::bounds).filter(b -> b.intersectionArea(whole) > 0).orElse(whole);
        List<Box> windows = new ArrayList<>();
        double width = area.width() / CELLS;
        double height = area.height() / CELLS;
        for (int row = 0; row + WINDOW <= CELLS; row++) {
            for (int column = 0; column + WINDOW <= CELLS; column++) {
                windows.add(new Box(
                        area.x() + column * width, area.y() + row * height, WINDOW * width, WINDOW * height));
            }
        }
        List<Embedding> without = new ArrayList<>();
        for (int from = 0; from < windows.size(); from += BATCH) {
            without.addAll(embedder.embedAll(windows.subList(from, Math.min(windows.size(), from + BATCH)).stream()
                    .map(window -> HiddenParts.hide(small, List.of(window), Fill.BACKGROUND))
                    .toList()));
        }
        return new Occluded(embedder.embed(small), without, PictureSize.original(area, small, crop));
    }
}
