package io.buyme.api;

import io.buyme.api.Progress.Ended;
import io.buyme.api.Progress.Going;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Takes a few photos through the stages together. A stage that fails on the batch is asked again photo by photo, so
 * that only the photo at fault fails.
 */
final class LookBatch {

    private final List<Photo> photos;
    private final Map<StageKind, Long> nanos = new EnumMap<>(StageKind.class);
    private long decodeNanos;

    LookBatch(List<Photo> photos) {
        this.photos = photos;
    }

    /** Reads the photos, one after the other. */
    List<Progress<BufferedImage>> decode() {
        long start = System.nanoTime();
        List<Progress<BufferedImage>> images = new ArrayList<>();
        for (int i = 0; i < photos.size(); i++) {
            images.add(attempt(i, photos.get(i)::read, "cannot be read"));
        }
        decodeNanos = System.nanoTime() - start;
        return images;
    }

    /** Runs a stage on all photos that have come so far, and counts its time. */
    <T, R> List<Progress<R>> run(StageKind stage, List<Progress<T>> inputs, Function<List<T>, List<R>> batch) {
        long start = System.nanoTime();
        List<Progress<R>> results = together(stage, inputs, batch).orElseGet(() -> apart(stage, inputs, batch));
        nanos.put(stage, System.nanoTime() - start);
        return results;
    }

    /** Does something with what a stage returned, photo by photo. Where that fails, the stage is at fault. */
    <T, R> List<Progress<R>> each(StageKind stage, List<Progress<T>> inputs, Function<T, R> step) {
        List<Progress<R>> results = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            int photo = i;
            results.add(inputs.get(i)
                    .then(value -> attempt(photo, () -> step.apply(value), "failed in stage " + stage.label())));
        }
        return results;
    }

    /** Returns where the time went: that of the batch, shared evenly among its photos. */
    StageTimes times() {
        return new StageTimes(
                share(decodeNanos),
                share(StageKind.POSE),
                share(StageKind.DETECT),
                share(StageKind.EMBED),
                share(StageKind.INDEX));
    }

    private static <T, R> Optional<List<Progress<R>>> together(
            StageKind stage, List<Progress<T>> inputs, Function<List<T>, List<R>> batch) {
        List<T> going = inputs.stream().flatMap(Progress::stream).toList();
        try {
            Iterator<R> outputs =
                    sameSize(batch.apply(going), going.size(), stage).iterator();
            return Optional.of(inputs.stream()
                    .map(input -> input.<R>map(value -> outputs.next()))
                    .toList());
        } catch (RuntimeException failedTogether) {
            // Asked again one by one, the photo at fault fails with this very exception.
            return Optional.empty();
        }
    }

    private <T, R> List<Progress<R>> apart(
            StageKind stage, List<Progress<T>> inputs, Function<List<T>, List<R>> batch) {
        return each(
                stage,
                inputs,
                value -> sameSize(batch.apply(List.of(value)), 1, stage).get(0));
    }

    private <R> Progress<R> attempt(int photo, Supplier<R> step, String what) {
        String name = photos.get(photo).name();
        try {
            return new Going<>(step.get());
        } catch (BuyMeException e) {
            return new Ended<>(new LookResult.Failed(name, e));
        } catch (RuntimeException e) {
            BuyMeException failure = new BuyMeException("%s %s: %s".formatted(name, what, e), e);
            return new Ended<>(new LookResult.Failed(name, failure));
        }
    }

    /**
     * Returns what a stage returned for so many inputs.
     *
     * @throws BuyMeException if there is not one result per input
     */
    static <R> List<R> sameSize(List<R> outputs, int size, StageKind stage) {
        if (outputs.size() != size) {
            throw new BuyMeException("the %s stage returned %d results for %d inputs; it breaks its contract"
                    .formatted(stage.label(), outputs.size(), size));
        }
        return outputs;
    }

    private Duration share(StageKind stage) {
        return share(nanos.getOrDefault(stage, 0L));
    }

    private Duration share(long nanosOfBatch) {
        return Duration.ofNanos(nanosOfBatch / photos.size());
    }
}
