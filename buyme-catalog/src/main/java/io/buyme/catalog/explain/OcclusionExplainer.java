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

    /** Rows and columns: fewer tell little, more hide too little at a time to make a difference. */
    private static final int CELLS = 7;

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
            List<Double> drops = without.stream()
                    .map(rest -> similarity - rest.similarity(other))
                    .toList();
            return new SimilarityMap(CELLS, CELLS, area, drops);
        }
    }

    private Occluded occlude(Crop crop) {
        Crop small = PictureSize.reduce(crop);
        Box area = area(small);
        List<Box> cells = cells(area);
        List<Embedding> without = new ArrayList<>();
        for (int from = 0; from < cells.size(); from += BATCH) {
            without.addAll(embedder.embedAll(cells.subList(from, Math.min(cells.size(), from + BATCH)).stream()
                    .map(cell -> HiddenParts.hide(small, List.of(cell), Fill.BACKGROUND))
                    .toList()));
        }
        return new Occluded(embedder.embed(small), without, PictureSize.original(area, small, crop));
    }

    private static Box area(Crop crop) {
        Box picture = new Box(0, 0, crop.image().getWidth(), crop.image().getHeight());
        return crop.mask()
                .flatMap(Mask::bounds)
                .filter(bounds -> bounds.intersectionArea(picture) > 0)
                .orElse(picture);
    }

    private static List<Box> cells(Box area) {
        double width = area.width() / CELLS;
        double height = area.height() / CELLS;
        List<Box> cells = new ArrayList<>();
        for (int row = 0; row < CELLS; row++) {
            for (int column = 0; column < CELLS; column++) {
                cells.add(new Box(area.x() + column * width, area.y() + row * height, width, height));
            }
        }
        return cells;
    }
}
