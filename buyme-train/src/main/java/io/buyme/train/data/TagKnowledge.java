package io.buyme.train.data;

import java.util.HashSet;
import java.util.Set;

/**
 * What is known of the tags of a picture. A tag is either there, or not there, or unknown.
 *
 * @param present the tags that are there
 * @param possible the tags of which it is unknown whether they are there
 * @param groups the groups in which all other tags are known not to be there; of other groups nothing else is known
 */
public record TagKnowledge(Set<TagName> present, Set<TagName> possible, Set<String> groups) {

    /** Nothing known. */
    public static final TagKnowledge NONE = new TagKnowledge(Set.of(), Set.of(), Set.of());

    /** Copies the sets. */
    public TagKnowledge {
        present = Set.copyOf(present);
        possible = Set.copyOf(possible);
        groups = Set.copyOf(groups);
    }

    /** Whether a tag is there. */
    public enum State {
        /** It is there. */
        PRESENT,
        /** It is not there. */
        ABSENT,
        /** Nobody said. */
        UNKNOWN
    }

    /** Returns what is known of one tag. */
    public State state(TagName tag) {
        if (present.contains(tag)) {
            return State.PRESENT;
        }
        return possible.contains(tag) || !groups.contains(tag.group()) ? State.UNKNOWN : State.ABSENT;
    }

    /** Returns what both know together. */
    public TagKnowledge with(TagKnowledge other) {
        return new TagKnowledge(
                union(present, other.present), union(possible, other.possible), union(groups, other.groups));
    }

    private static <T> Set<T> union(Set<T> first, Set<T> second) {
        Set<T> union = new HashSet<>(first);
        union.addAll(second);
        return union;
    }
}
