package io.buyme.train.data;

import io.buyme.api.BuyMeException;
import io.buyme.api.Crop;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Examples with their pictures in memory, in the order of the examples.
 *
 * @param samples those that could be read
 * @param skipped a line for each that could not, with the reason
 */
public record SampleSet(List<Sample> samples, List<String> skipped) {

    /** Copies the lists. */
    public SampleSet {
        samples = List.copyOf(samples);
        skipped = List.copyOf(skipped);
    }

    /**
     * Reads the pictures, several at a time, and measures their colors and patterns. Broken pictures are left out.
     *
     * @param longestSide to which larger pictures are reduced, in pixels
     */
    public static SampleSet read(List<Example> examples, int longestSide) {
        try (PixelTags pixelTags = new PixelTags()) {
            return collect(examples, example -> {
                Crop crop = example.picture().read();
                return new Sample(example.knowing(pixelTags.of(crop)), Cutout.of(crop, longestSide));
            });
        }
    }

    /**
     * Reads the pictures, several at a time, as they are: nothing is measured. Broken pictures are left out.
     *
     * @param longestSide to which larger pictures are reduced, in pixels
     */
    public static SampleSet readPlain(List<Example> examples, int longestSide) {
        return collect(
                examples,
                example -> new Sample(example, Cutout.of(example.picture().read(), longestSide)));
    }

    private static SampleSet collect(List<Example> examples, Function<Example, Sample> reader) {
        List<Sample> samples = new ArrayList<>();
        List<String> skipped = new ArrayList<>();
        Function<Example, Object> read = example -> sampleOrReason(example, reader);
        for (Object result : examples.parallelStream().map(read).toList()) {
            if (result instanceof Sample sample) {
                samples.add(sample);
            } else {
                skipped.add((String) result);
            }
        }
        return new SampleSet(samples, skipped);
    }

    private static Object sampleOrReason(Example example, Function<Example, Sample> reader) {
        try {
            return reader.apply(example);
        } catch (BuyMeException e) {
            return example.id() + ": " + e.getMessage();
        }
    }
}
