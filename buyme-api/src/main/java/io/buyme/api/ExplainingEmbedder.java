package io.buyme.api;

import java.util.List;

/**
 * An embedder that can also say where: what it saw in each part of a picture, so that the parts in which two articles
 * are alike can be shown.
 */
public interface ExplainingEmbedder extends DescribingEmbedder {

    /** Returns, per crop and in order, what was seen in each cell of a grid. The grids of one embedder are alike. */
    List<PatchGrid> patchesAll(List<Crop> crops);

    /** Returns what was seen in each cell of one crop. */
    default PatchGrid patches(Crop crop) {
        return patchesAll(List.of(crop)).get(0);
    }
}
