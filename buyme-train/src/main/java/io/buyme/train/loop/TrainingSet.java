package io.buyme.train.loop;

import io.buyme.train.data.Sample;
import io.buyme.train.data.TagVocabulary;
import io.buyme.train.loop.TrainingException.Reason;
import java.util.List;

/** Samples to learn from with their labels as numbers. Immutable. */
public final class TrainingSet {

    private final List<Sample> samples;
    private final Labels labels;

    private TrainingSet(List<Sample> samples, Labels labels) {
        this.samples = samples;
        this.labels = labels;
    }

    /**
     * Returns the set of these samples.
     *
     * @param tagsFrom how many samples must have a tag for it to be learned
     * @throws TrainingException if there are fewer than two samples
     */
    public static TrainingSet of(List<Sample> samples, int tagsFrom) {
        if (samples.size() < 2) {
            throw new TrainingException(
                    Reason.TOO_LITTLE_DATA, "want at least two pictures to learn from, found " + samples.size(), null);
        }
        List<Sample> copy = List.copyOf(samples);
        return new TrainingSet(copy, Labels.of(copy, TagVocabulary.of(copy, tagsFrom)));
    }

    /** Returns the samples. */
    public List<Sample> samples() {
        return samples;
    }

    /** Returns the classes in the order of the class head. */
    public List<String> classes() {
        return labels.classes();
    }

    /** Returns the tags in the order of the tag head. */
    public TagVocabulary vocabulary() {
        return labels.vocabulary();
    }

    Labels labels() {
        return labels;
    }
}
