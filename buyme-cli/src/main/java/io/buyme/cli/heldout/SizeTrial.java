package io.buyme.cli.heldout;

import io.buyme.api.ArticleMatches;
import io.buyme.api.Embedding;
import io.buyme.api.IndexEntry;
import io.buyme.api.IndexQuery;
import io.buyme.api.LookRequest;
import io.buyme.api.Match;
import io.buyme.api.Neighbor;
import io.buyme.api.ProductSearch;
import io.buyme.api.ProductSource.DescribedProduct;
import io.buyme.api.Ranker;
import io.buyme.api.Ranker.Sought;
import io.buyme.api.VectorIndex;
import io.buyme.api.spi.Options;
import io.buyme.api.spi.Providers;
import io.buyme.api.spi.VectorIndexProvider;
import io.buyme.catalog.Catalog;
import io.buyme.cli.bench.Percentiles;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks for all products of a sample in one catalogue. */
final class SizeTrial {

    private static final int TOP = 10;
    private static final int WARM_UP = 20;
    private static final LookRequest REQUEST = LookRequest.of(TOP);

    private final Catalog catalog;
    private final ProductSearch search;
    private final GradedShelf shelf;
    private final List<HeldOut> sample;
    private final List<Duration> times = new ArrayList<>();
    private final Set<String> recommended = new HashSet<>();
    private double diversity;
    private int noGoodMatch;

    SizeTrial(Catalog catalog, Ranker ranker, List<HeldOut> sample) {
        this.catalog = catalog;
        this.search = new ProductSearch(catalog.index(), catalog, ranker);
        this.shelf = GradedShelf.of(catalog);
        this.sample = sample;
    }

    SizeScore run(long distractors) {
        sample.stream().limit(WARM_UP).forEach(heldOut -> find(heldOut.otherPicture(), REQUEST));
        List<Integer> ranks = sample.stream().map(this::rankWithOtherPicture).toList();
        double gain = 0;
        double ofCategory = 0;
        for (HeldOut heldOut : sample) {
            List<Integer> grades = gradesOfStandIns(heldOut);
            gain += shelf.gain(heldOut, grades);
            ofCategory +=
                    grades.isEmpty() ? 0 : grades.stream().filter(g -> g > 0).count() / (double) grades.size();
        }
        long possible = Math.min(catalog.size(), (long) TOP * sample.size());
        return new SizeScore(
                catalog.size(),
                distractors,
                recall(ranks, 1),
                recall(ranks, 5),
                recall(ranks, TOP),
                rounded(ranks.stream()
                        .mapToDouble(rank -> rank > TOP ? 0 : 1.0 / rank)
                        .average()
                        .orElse(0)),
                rounded(gain / sample.size()),
                rounded(ofCategory / sample.size()),
                rounded((double) recommended.size() / possible),
                rounded(diversity / sample.size()),
                rounded((double) noGoodMatch / sample.size()),
                rounded(indexRecall()),
                Percentiles.of(times));
    }

    /** Returns the place of the very product, from 1; beyond the list if it is not in it. */
    private int rankWithOtherPicture(HeldOut heldOut) {
        long start = System.nanoTime();
        ArticleMatches found = find(heldOut.otherPicture(), REQUEST);
        times.add(Duration.ofNanos(System.nanoTime() - start));
        noGoodMatch += found.notice().isPresent() ? 1 : 0;
        diversity += diversity(found.matches());
        found.matches().forEach(match -> recommended.add(match.product().id()));
        String id = heldOut.product().id();
        for (int place = 0; place < found.matches().size(); place++) {
            Match match = found.matches().get(place);
            boolean variant = match.variants().stream().anyMatch(v -> v.id().equals(id));
            if (variant || match.product().id().equals(id)) {
                return place + 1;
            }
        }
        return TOP + 1;
    }

    private List<Integer> gradesOfStandIns(HeldOut heldOut) {
        LookRequest others = REQUEST.without(Set.of(heldOut.product().id()));
        List<Match> matches = find(heldOut.ownPicture(), others).matches();
        Map<String, DescribedProduct> described = catalog.productsById(
                matches.stream().map(match -> match.product().id()).toList());
        return matches.stream()
                .map(match -> described.get(match.product().id()))
                .map(product -> GradedShelf.grade(heldOut, product.product(), product.attributes()))
                .toList();
    }

    private ArticleMatches find(Sought sought, LookRequest request) {
        return search.findAll(List.of(sought), request).get(0);
    }

    private double diversity(List<Match> matches) {
        List<Embedding> embeddings =
                catalog
                        .productsById(matches.stream()
                                .map(match -> match.product().id())
                                .toList())
                        .values()
                        .stream()
                        .flatMap(product -> product.embedding().stream())
                        .toList();
        double sum = 0;
        int pairs = 0;
        for (int i = 0; i < embeddings.size(); i++) {
            for (int j = i + 1; j < embeddings.size(); j++) {
                sum += 1 - embeddings.get(i).similarity(embeddings.get(j));
                pairs++;
            }
        }
        return pairs == 0 ? 0 : sum / pairs;
    }

    /** Compares the index with one that looks at every entry. */
    private double indexRecall() {
        VectorIndexProvider flat = Providers.discover(VectorIndexProvider.class).select("flat");
        try (VectorIndex exact = flat.create(catalog.space(), Options.none())) {
            copyTo(exact);
            int found = 0;
            int wanted = 0;
            for (HeldOut heldOut : sample) {
                IndexQuery query = IndexQuery.of(heldOut.seen().embedding(), TOP)
                        .in(heldOut.product().superCategory().name());
                Set<String> right = ids(exact.search(query));
                wanted += right.size();
                right.retainAll(ids(catalog.index().search(query)));
                found += right.size();
            }
            return wanted == 0 ? 1 : (double) found / wanted;
        }
    }

    private void copyTo(VectorIndex exact) {
        List<String> page = new ArrayList<>();
        catalog.products().forEach(product -> {
            page.add(product.id());
            if (page.size() == 500) {
                exact.upsertAll(entries(page));
                page.clear();
            }
        });
        exact.upsertAll(entries(page));
    }

    private List<IndexEntry> entries(List<String> ids) {
        return catalog.productsById(ids).values().stream()
                .map(p -> new IndexEntry(
                        p.product().id(),
                        p.product().superCategory().name(),
                        p.embedding().orElseThrow()))
                .toList();
    }

    private static Set<String> ids(List<Neighbor> neighbors) {
        Set<String> ids = new HashSet<>();
        neighbors.forEach(neighbor -> ids.add(neighbor.id()));
        return ids;
    }

    private static double recall(List<Integer> ranks, int k) {
        return rounded(ranks.stream().filter(rank -> rank <= k).count() / (double) ranks.size());
    }

    private static double rounded(double value) {
        return Math.round(value * 1e4) / 1e4;
    }
}
