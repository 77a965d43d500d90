package io.buyme.cli.rerank;

import io.buyme.api.Attributes;
import io.buyme.api.BuyMeException;
import io.buyme.api.Crop;
import io.buyme.api.DescribingEmbedder;
import io.buyme.api.DescribingEmbedder.Described;
import io.buyme.api.Embedder;
import io.buyme.cli.evaluate.EmbedProgress;
import io.buyme.cli.evaluate.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Describes pictures in batches; one that cannot be read is noted down, and the others go on. For one run, by one thread. */
final class Describer {

    private static final int BATCH = 8;

    private final Embedder embedder;
    private final EmbedProgress progress;
    private final List<Failure> failures = new ArrayList<>();

    Describer(Embedder embedder, EmbedProgress progress) {
        this.embedder = embedder;
        this.progress = progress;
    }

    List<Failure> failures() {
        return List.copyOf(failures);
    }

    String space() {
        return embedder.space().id();
    }

    /**
     * Returns what becomes of each sample that can be read, in order.
     *
     * @param what the samples are, for people
     * @param name of a sample, for people
     * @param crop reads a sample
     * @param result makes something of a sample and its description
     */
    <S, R> List<R> describeAll(
            String what,
            List<S> samples,
            Function<? super S, String> name,
            Function<? super S, Crop> crop,
            BiFunction<? super S, Described, R> result) {
        List<R> results = new ArrayList<>();
        for (int from = 0; from < samples.size(); from += BATCH) {
            int to = Math.min(samples.size(), from + BATCH);
            List<S> read = new ArrayList<>();
            List<Crop> crops = new ArrayList<>();
            for (S sample : samples.subList(from, to)) {
                try {
                    crops.add(crop.apply(sample));
                    read.add(sample);
                } catch (BuyMeException e) {
                    failures.add(new Failure(name.apply(sample), String.valueOf(e.getMessage())));
                }
            }
            List<Described> described = crops.isEmpty() ? List.of() : describe(crops);
            for (int i = 0; i < read.size(); i++) {
                results.add(result.apply(read.get(i), described.get(i)));
            }
            progress.embedded(what, to, samples.size());
        }
        return results;
    }

    private List<Described> describe(List<Crop> crops) {
        return embedder instanceof DescribingEmbedder describing
                ? describing.describeAll(crops)
                : embedder.embedAll(crops).stream()
                        .map(embedding -> new Described(embedding, Attributes.NONE))
                        .toList();
    }
}
