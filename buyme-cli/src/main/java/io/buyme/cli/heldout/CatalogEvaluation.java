package io.buyme.cli.heldout;

import io.buyme.api.Embedder;
import io.buyme.api.Product;
import io.buyme.api.Ranker;
import io.buyme.catalog.Catalog;
import io.buyme.catalog.CatalogEntry;
import io.buyme.cli.bench.BenchCatalog;
import io.buyme.cli.evaluate.EvaluationException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Measures how well a catalogue finds its own products, as it is, and among more and more others. */
public final class CatalogEvaluation {

    private static final int PRODUCTS_PER_BATCH = 500;

    private final Catalog catalog;
    private final Embedder embedder;
    private final Ranker ranker;
    private final HeldOutProgress progress;

    /**
     * Creates an evaluation.
     *
     * @param catalog is read only
     * @param embedder of the catalogue's space
     * @param ranker whose recommendations are judged
     */
    public CatalogEvaluation(Catalog catalog, Embedder embedder, Ranker ranker, HeldOutProgress progress) {
        this.catalog = catalog;
        this.embedder = embedder;
        this.ranker = ranker;
        this.progress = progress;
    }

    /**
     * Runs it.
     *
     * @param queries how many products are looked for, at least 1
     * @param sizes of catalogues, ascending, that are made of this one's products and, beyond them, of the look book's
     * @param folder for these catalogues, empty
     */
    public CatalogScore run(int queries, List<Integer> sizes, long seed, Path folder) {
        HeldOutSample sample = HeldOutSample.draw(catalog, embedder, queries, seed, progress);
        if (sample.products().isEmpty()) {
            throw new EvaluationException(
                    "no picture of the catalogue's products can be read here, so there is nothing to look for");
        }
        progress.size(catalog.size());
        SizeScore own = new SizeTrial(catalog, ranker, sample.products()).run(0);
        return new CatalogScore(
                catalog.space().id(),
                sample.products().size(),
                sample.furtherPictures(),
                sample.unreadable(),
                seed,
                own,
                among(sample.products(), sizes, seed, folder));
    }

    private List<SizeScore> among(List<HeldOut> sample, List<Integer> sizes, long seed, Path folder) {
        List<SizeScore> scores = new ArrayList<>();
        List<String> ids = sampleFirst(sample, seed);
        try (Catalog trial = Catalog.open(folder, catalog.space())) {
            BenchCatalog distractors = new BenchCatalog(trial, embedder);
            int copied = 0;
            for (int size : sizes) {
                int wanted = Math.min(size, ids.size());
                copy(ids.subList(Math.min(copied, wanted), wanted), trial);
                copied = Math.max(copied, wanted);
                distractors.growTo(size - wanted);
                progress.size(size);
                scores.add(new SizeTrial(trial, ranker, sample).run(Math.max(0, size - wanted)));
            }
        }
        return scores;
    }

    /** Returns the ids of all products, those that are looked for before the others. */
    private List<String> sampleFirst(List<HeldOut> sample, long seed) {
        List<String> ids = new ArrayList<>();
        sample.forEach(heldOut -> ids.add(heldOut.product().id()));
        Set<String> first = new HashSet<>(ids);
        List<String> others = new ArrayList<>(catalog.products()
                .map(Product::id)
                .filter(id -> !first.contains(id))
                .toList());
        Collections.shuffle(others, new Random(seed));
        ids.addAll(others);
        return ids;
    }

    private void copy(List<String> ids, Catalog trial) {
        List<CatalogEntry> batch = new ArrayList<>();
        for (String id : ids) {
            catalog.find(id).ifPresent(batch::add);
            if (batch.size() == PRODUCTS_PER_BATCH) {
                trial.upsertAll(batch);
                batch.clear();
            }
        }
        trial.upsertAll(batch);
    }
}
