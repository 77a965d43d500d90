package io.buyme.train.loop;

import io.buyme.train.data.Example;
import io.buyme.train.data.Sample;
import io.buyme.train.data.TagName;
import io.buyme.train.data.TagVocabulary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What is known of each sample, as the numbers that losses want. */
final class Labels {

    /** What articles are is told apart by their class; a look is what their other tags say. */
    private static final Set<String> LOOK = Set.of("color", "pattern");

    private final List<String> classes;
    private final TagVocabulary vocabulary;
    private final int[] classIds;
    private final int[] tagSets;
    private final float[][] tags;

    private Labels(List<String> classes, TagVocabulary vocabulary, int samples) {
        this.classes = classes;
        this.vocabulary = vocabulary;
        this.classIds = new int[samples];
        this.tagSets = new int[samples];
        this.tags = new float[samples][vocabulary.size()];
    }

    /** Returns the labels of all samples: classes in alphabetical order. */
    static Labels of(List<Sample> samples, TagVocabulary vocabulary) {
        TreeSet<String> names = new TreeSet<>();
        samples.forEach(sample -> sample.example().className().ifPresent(names::add));
        List<String> classes = List.copyOf(names);
        Labels labels = new Labels(classes, vocabulary, samples.size());
        Map<Set<TagName>, Integer> sets = new HashMap<>();
        for (int i = 0; i < samples.size(); i++) {
            Example example = samples.get(i).example();
            labels.classIds[i] = example.className().map(classes::indexOf).orElse(-1);
            Optional<Set<TagName>> look = look(example);
            labels.tagSets[i] = look.isPresent() ? sets.computeIfAbsent(look.get(), set -> sets.size()) : -1;
            vocabulary.write(example.tags(), labels.tags[i], 0);
        }
        return labels;
    }

    private static Optional<Set<TagName>> look(Example example) {
        Set<TagName> look = new TreeSet<>();
        example.tags().present().stream()
                .filter(tag -> LOOK.contains(tag.group()))
                .forEach(look::add);
        long groups = look.stream().map(TagName::group).distinct().count();
        return groups == LOOK.size() ? Optional.of(Set.copyOf(look)) : Optional.empty();
    }

    List<String> classes() {
        return classes;
    }

    TagVocabulary vocabulary() {
        return vocabulary;
    }

    /** Returns the number of a sample's class, or -1. */
    int classId(int sample) {
        return classIds[sample];
    }

    /** Returns a number that samples of the same colors and pattern share, or -1 if one of them is unknown. */
    int tagSet(int sample) {
        return tagSets[sample];
    }

    /** Copies what is known of a sample's tags. */
    void copyTags(int sample, float[] into, int offset) {
        System.arraycopy(tags[sample], 0, into, offset, tags[sample].length);
    }
}
