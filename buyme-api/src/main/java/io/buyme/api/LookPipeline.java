package io.buyme.api;

import static java.util.Objects.requireNonNull;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * From a photo to the products like what the person in it wears: pose, articles, embeddings, nearest products.
 *
 * <pre>{@code
 * try (Embedder embedder = Stages.embedder();
 *         Catalog catalog = Catalog.open(directory, embedder.space());
 *         LookPipeline pipeline = LookPipeline.builder()
 *                 .embedder(embedder)
 *                 .index(catalog.index())
 *                 .products(catalog)
 *                 .build()) {
 *     LookResult result = pipeline.look(photo);
 * }
 * }</pre>
 *
 * Safe for concurrent use. Closes the stages that its builder made, not those that it was given.
 */
public final class LookPipeline implements AutoCloseable {

    /** Photos that pass the stages together: enough to fill a batch, few enough to fit into memory. */
    private static final int BATCH = 8;

    private final LookSteps steps;
    private final LookRequest standard;
    private final List<Stage> owned;
    private final AtomicBoolean closed = new AtomicBoolean();

    private LookPipeline(LookSteps steps, LookRequest standard, List<Stage> owned) {
        this.steps = steps;
        this.standard = standard;
        this.owned = List.copyOf(owned);
    }

    /** Returns a builder. It needs an index and its products; the other stages default to what is on the classpath. */
    public static Builder builder() {
        return new Builder();
    }

    /** Looks at one decoded picture: upright, sRGB, only read. */
    public LookResult look(BufferedImage photo) {
        return look(Photo.of("photo", photo));
    }

    /** Looks at one photo. */
    public LookResult look(Photo photo) {
        return lookAll(List.of(photo)).get(0);
    }

    /**
     * Looks at photos in batches, for what the builder was told to look for.
     *
     * @return one result per photo, in order; a photo that fails does so alone, as {@link LookResult.Failed}
     * @throws IllegalStateException if the pipeline is closed
     */
    public List<LookResult> lookAll(Collection<? extends Photo> photos) {
        return lookAll(photos, standard);
    }

    /**
     * Looks at photos in batches.
     *
     * @param request how many products are wanted, and which
     * @return one result per photo, in order; a photo that fails does so alone, as {@link LookResult.Failed}
     * @throws IllegalStateException if the pipeline is closed
     */
    public List<LookResult> lookAll(Collection<? extends Photo> photos, LookRequest request) {
        if (closed.get()) {
            throw new IllegalStateException("the pipeline is closed");
        }
        List<Photo> all = List.copyOf(photos);
        List<LookResult> results = new ArrayList<>(all.size());
        for (int from = 0; from < all.size(); from += BATCH) {
            results.addAll(steps.lookAll(all.subList(from, Math.min(all.size(), from + BATCH)), request));
        }
        return results;
    }

    /**
     * Looks at several photos of one look, all of them in memory at once. What is alike and of one super-category in
     * different photos is taken for one article, for which is searched once, with what all of them show of it: each of its
     * sightings has the same matches.
     *
     * @param request how many products are wanted, and which
     * @return one result per photo, in order; a photo that fails does so alone, as {@link LookResult.Failed}
     * @throws IllegalStateException if the pipeline is closed
     */
    public List<LookResult> lookTogether(Collection<? extends Photo> photos, LookRequest request) {
        if (closed.get()) {
            throw new IllegalStateException("the pipeline is closed");
        }
        return steps.lookTogether(List.copyOf(photos), request);
    }

    /** Closes the stages that the builder made. Closing twice does nothing. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            closeInReverse(owned).ifPresent(failure -> {
                throw failure;
            });
        }
    }

    /** Closes all stages, last made first, whatever happens. Returns what went wrong, the first failure first. */
    private static Optional<RuntimeException> closeInReverse(List<Stage> stages) {
        List<RuntimeException> failures = new ArrayList<>();
        for (int i = stages.size() - 1; i >= 0; i--) {
            try {
                stages.get(i).close();
            } catch (RuntimeException e) {
                failures.add(e);
            }
        }
        Optional<RuntimeException> first = failures.stream().findFirst();
        first.ifPresent(f -> failures.stream().skip(1).forEach(f::addSuppressed));
        return first;
    }

    /** Collects the stages. Not thread-safe. */
    public static final class Builder {

        private Optional<PoseClassifier> pose = Optional.empty();
        private Optional<ArticleDetector> detector = Optional.empty();
        private Optional<Embedder> embedder = Optional.empty();
        private Optional<VectorIndex> index = Optional.empty();
        private Optional<ProductSource> products = Optional.empty();
        private Ranker ranker = new NearestFirst(Explainer.standard());
        private GatePolicy gate = GatePolicy.DEGRADE;
        private LookRequest standard = LookRequest.of(5);

        private Builder() {}

        /** Uses this pose classifier, which the caller closes. */
        public Builder pose(PoseClassifier classifier) {
            this.pose = Optional.of(classifier);
            return this;
        }

        /** Uses this detector, which the caller closes. */
        public Builder detector(ArticleDetector articleDetector) {
            this.detector = Optional.of(articleDetector);
            return this;
        }

        /** Uses this embedder, which the caller closes. */
        public Builder embedder(Embedder anEmbedder) {
            this.embedder = Optional.of(anEmbedder);
            return this;
        }

        /** Searches this index, which the caller closes. Its partitions are named after {@link SuperCategory}. */
        public Builder index(VectorIndex vectorIndex) {
            this.index = Optional.of(vectorIndex);
            return this;
        }

        /** Looks up products here. */
        public Builder products(ProductSource source) {
            this.products = Optional.of(source);
            return this;
        }

        /** Recommends what is nearest, and explains it in this way instead of by shared colours and attributes. */
        public Builder explainer(Explainer anExplainer) {
            return ranker(new NearestFirst(requireNonNull(anExplainer, "explainer")));
        }

        /** Makes recommendations in this way, instead of what is nearest first. */
        public Builder ranker(Ranker aRanker) {
            this.ranker = requireNonNull(aRanker, "ranker");
            return this;
        }

        /** Treats photos that are no full-front shots in this way; {@link GatePolicy#DEGRADE} by default. */
        public Builder gate(GatePolicy policy) {
            this.gate = requireNonNull(policy, "gate");
            return this;
        }

        /** Returns up to this many products per article; 5 by default. */
        public Builder matchesPerArticle(int count) {
            this.standard = standard.top(count);
            return this;
        }

        /** Returns only products that pass, where a look has no request of its own. */
        public Builder filter(ProductFilter filter) {
            this.standard = standard.where(filter);
            return this;
        }

        /**
         * Returns the pipeline. Stages that were not given are made by {@link Stages}. If one cannot be made, those
         * made before are closed.
         *
         * @throws IllegalStateException if the index or the products are missing
         * @throws BuyMeException if a stage cannot be made, or embedder and index work in different spaces
         */
        public LookPipeline build() {
            VectorIndex searched = index.orElseThrow(() -> missing("index(VectorIndex)"));
            ProductSource source = products.orElseThrow(() -> missing("products(ProductSource)"));
            List<Stage> made = new ArrayList<>();
            try {
                Embedder embeds = embedder.orElseGet(() -> own(Stages.embedder(), made));
                requireSameSpace(embeds.space(), searched.space());
                LookSteps steps = new LookSteps(
                        pose.orElseGet(() -> own(Stages.poseClassifier(), made)),
                        detector.orElseGet(() -> own(Stages.articleDetector(), made)),
                        embeds,
                        new ProductSearch(searched, source, ranker),
                        gate);
                return new LookPipeline(steps, standard, made);
            } catch (RuntimeException | Error e) {
                closeInReverse(made).ifPresent(e::addSuppressed);
                throw e;
            }
        }

        private static <S extends Stage> S own(S stage, List<Stage> made) {
            made.add(stage);
            return stage;
        }

        private static void requireSameSpace(EmbeddingSpace embeds, EmbeddingSpace searched) {
            if (!embeds.equals(searched)) {
                throw new BuyMeException(
                        "the embedder makes vectors of %s, the index holds %s; index the catalogue again with this"
                                        .formatted(embeds.id(), searched.id())
                                + " embedder, or choose the one it was indexed with");
            }
        }

        private static IllegalStateException missing(String what) {
            return new IllegalStateException("call " + what + " before build()");
        }
    }
}
