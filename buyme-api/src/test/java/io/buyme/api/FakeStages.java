package io.buyme.api;

import io.buyme.api.ProductSource.DescribedProduct;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Stages that see a photo as one colour: a person in it wears a top of that colour, and black is nobody. */
final class FakeStages {

    static final EmbeddingSpace SPACE = new EmbeddingSpace("rgb", "1", 3, Metric.EUCLIDEAN);
    static final int POISON = 0xabcdef;
    static final int MISJUDGED = 0xfedcba;

    private FakeStages() {}

    static BufferedImage photo(int rgb) {
        BufferedImage image = new BufferedImage(40, 80, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setColor(new Color(rgb));
        g.fillRect(0, 0, 40, 80);
        g.dispose();
        return image;
    }

    /** Half of the photos that are not black are full front: those with an even blue value. */
    static final class Poses extends Fake implements PoseClassifier {

        @Override
        public List<Pose> classifyAll(List<BufferedImage> images) {
            return each(images, image -> {
                int rgb = rgb(image);
                if (rgb == 0) {
                    return Pose.nobody(0.9, "no person");
                }
                boolean front = rgb % 2 == 0;
                return new Pose(
                        front ? Pose.Verdict.FULL_FRONT : Pose.Verdict.HALF_BODY,
                        0.8,
                        front ? List.of() : List.of("feet are cut off"),
                        List.of(),
                        Optional.of(new Box(0, 0, 40, 80)),
                        Optional.empty(),
                        List.of());
            });
        }
    }

    static final class Detector extends Fake implements ArticleDetector {

        @Override
        public List<Detection> detectAll(List<DetectionInput> inputs) {
            return each(inputs, input -> {
                if (rgb(input.image()) == POISON) {
                    throw new IllegalArgumentException("poisoned");
                }
                if (input.pose().orElseThrow().personBox().isEmpty()) {
                    return Detection.none("no person to look at");
                }
                Box box = new Box(rgb(input.image()) == MISJUDGED ? 500 : 5, 5, 30, 30);
                Article top = new Article("top", SuperCategory.UPPER, 0.7, box, Optional.empty());
                return new Detection(List.of(top), List.of(DetectedBox.kept(top, "a top")), List.of());
            });
        }
    }

    static final class Colors extends Fake implements Embedder {

        @Override
        public EmbeddingSpace space() {
            return SPACE;
        }

        @Override
        public List<Embedding> embedAll(List<Crop> crops) {
            return each(crops, crop -> embedding(rgb(crop.image())));
        }
    }

    static Embedding embedding(int rgb) {
        return Embedding.of(SPACE, rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff);
    }

    /** Exact, and its own product source: every entry is a product of the same id. */
    static final class Index extends Fake implements VectorIndex, ProductSource {

        private final Map<String, IndexEntry> entries = new LinkedHashMap<>();
        final Set<String> deletedProducts = new HashSet<>();

        @Override
        public EmbeddingSpace space() {
            return SPACE;
        }

        @Override
        public void upsertAll(Collection<IndexEntry> added) {
            added.forEach(e -> entries.put(e.id(), e));
        }

        @Override
        public int removeAll(Collection<String> ids) {
            int before = entries.size();
            entries.keySet().removeAll(ids);
            return before - entries.size();
        }

        @Override
        public List<List<Neighbor>> searchAll(List<IndexQuery> queries) {
            return each(
                    queries,
                    q -> entries.values().stream()
                            .filter(e ->
                                    q.partitions().isEmpty() || q.partitions().contains(e.partition()))
                            .filter(e -> q.filter().map(f -> f.test(e.id())).orElse(true))
                            .map(e -> new Neighbor(e.id(), (float) e.embedding().similarity(q.embedding())))
                            .sorted(Neighbor.BEST_FIRST)
                            .limit(q.k())
                            .toList());
        }

        @Override
        public long size() {
            return entries.size();
        }

        @Override
        public boolean contains(String id) {
            return entries.containsKey(id);
        }

        @Override
        public Map<String, DescribedProduct> productsById(Collection<String> ids) {
            Map<String, DescribedProduct> found = new LinkedHashMap<>();
            for (String id : ids) {
                if (!deletedProducts.contains(id)) {
                    found.put(id, new DescribedProduct(product(id), Attributes.NONE));
                }
            }
            return found;
        }

        private static Product product(String id) {
            return new Product(
                    id,
                    "Top " + id,
                    Optional.of("Brand"),
                    Optional.of(new Price(new java.math.BigDecimal("9.99"), "EUR")),
                    Optional.of("https://shop.example/" + id),
                    id + ".jpg",
                    "top",
                    SuperCategory.UPPER);
        }
    }

    /** What the fakes share: batches, and whether they were closed. */
    abstract static class Fake implements Stage {

        final List<Integer> batchSizes = new ArrayList<>();
        boolean closed;

        <T, R> List<R> each(List<T> inputs, Function<T, R> step) {
            batchSizes.add(inputs.size());
            return inputs.stream().map(step).toList();
        }

        static int rgb(BufferedImage image) {
            return image.getRGB(image.getWidth() / 2, image.getHeight() / 2) & 0xffffff;
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
