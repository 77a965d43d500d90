package io.buyme.cli.evaluate;

import io.buyme.api.BuyMeException;
import io.buyme.api.Crop;
import io.buyme.api.Embedder;
import io.buyme.api.Embedding;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Embeds samples in batches and times it. A sample that cannot be read or embedded is noted down, and the others go on.
 * For one run, by one thread.
 */
final class SampleEmbedder {

    private static final int BATCH = 8;

    private final Embedder embedder;
    private final EmbedProgress progress;
    private final List<Failure> failures = new ArrayList<>();
    private boolean warm;
    private long timed;
    private long nanos;

    SampleEmbedder(Embedder embedder, EmbedProgress progress) {
        this.embedder = embedder;
        this.progress = progress;
    }

    /** Returns the samples that could be embedded, in order. */
    <S extends Sample> List<Embedded<S>> embedAll(String what, List<S> samples) {
        List<Embedded<S>> embedded = new ArrayList<>();
        for (int from = 0; from < samples.size(); from += BATCH) {
            int to = Math.min(samples.size(), from + BATCH);
            embedded.addAll(embedBatch(samples.subList(from, to)));
            progress.embedded(what, to, samples.size());
        }
        return embedded;
    }

    List<Failure> failures() {
        return List.copyOf(failures);
    }

    /** Returns the mean time of the embedder alone, without reading; null if nothing was embedded. */
    @Nullable
    Double msPerImage() {
        return Rounded.millisPer(timed, nanos);
    }

    /** Returns those of the samples that could be embedded, in order, as one batch for the embedder. */
    <S extends Sample> List<Embedded<S>> embedBatch(List<S> samples) {
        List<S> read = new ArrayList<>();
        List<Crop> crops = new ArrayList<>();
        for (S sample : samples) {
            try {
                crops.add(sample.crop());
                read.add(sample);
            } catch (BuyMeException e) {
                fail(sample, e);
            }
        }
        try {
            return crops.isEmpty() ? List.of() : paired(read, timed(crops));
        } catch (BuyMeException e) {
            return embedSingly(read, crops);
        }
    }

    private static <S extends Sample> List<Embedded<S>> paired(List<S> samples, List<Embedding> embeddings) {
        List<Embedded<S>> embedded = new ArrayList<>();
        for (int i = 0; i < samples.size(); i++) {
            embedded.add(new Embedded<>(samples.get(i), embeddings.get(i)));
        }
        return embedded;
    }

    /** Which one of a failed batch was bad only shows when each is tried alone. */
    private <S extends Sample> List<Embedded<S>> embedSingly(List<S> samples, List<Crop> crops) {
        List<Embedded<S>> embedded = new ArrayList<>();
        for (int i = 0; i < samples.size(); i++) {
            try {
                embedded.add(new Embedded<>(
                        samples.get(i), timed(List.of(crops.get(i))).get(0)));
            } catch (BuyMeException e) {
                fail(samples.get(i), e);
            }
        }
        return embedded;
    }

    /** The first crop pays for loading code; it is embedded once without being timed. */
    private List<Embedding> timed(List<Crop> crops) {
        if (!warm) {
            embedder.embed(crops.get(0));
            warm = true;
        }
        long start = System.nanoTime();
        List<Embedding> embeddings = embedder.embedAll(crops);
        nanos += System.nanoTime() - start;
        timed += crops.size();
        return embeddings;
    }

    private void fail(Sample sample, BuyMeException e) {
        failures.add(new Failure(sample.name(), String.valueOf(e.getMessage())));
    }
}
