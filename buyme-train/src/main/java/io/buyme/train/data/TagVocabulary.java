package io.buyme.train.data;

import io.buyme.train.data.TagKnowledge.State;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The tags that a model learns, in the order of its outputs.
 *
 * @param tags each once
 */
public record TagVocabulary(List<TagName> tags) {

    /** Copies the list. */
    public TagVocabulary {
        tags = List.copyOf(tags);
    }

    /** Returns the tags that are there in at least this many samples, sorted. */
    public static TagVocabulary of(List<Sample> samples, int atLeast) {
        Map<TagName, Integer> counts = new HashMap<>();
        for (Sample sample : samples) {
            sample.example().tags().present().forEach(tag -> counts.merge(tag, 1, Integer::sum));
        }
        TreeSet<TagName> tags = new TreeSet<>();
        counts.forEach((tag, count) -> {
            if (count >= atLeast) {
                tags.add(tag);
            }
        });
        return new TagVocabulary(List.copyOf(tags));
    }

    /** Returns the number of tags. */
    public int size() {
        return tags.size();
    }

    /** Writes what is known of each tag: 1 present, 0 absent, -1 unknown. */
    public void write(TagKnowledge knowledge, float[] into, int offset) {
        for (int i = 0; i < tags.size(); i++) {
            State state = knowledge.state(tags.get(i));
            into[offset + i] = state == State.PRESENT ? 1 : state == State.ABSENT ? 0 : -1;
        }
    }
}
