package io.buyme.train.data;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;

/**
 * A word that can be said of an article, out of a group of such words.
 *
 * @param group such as {@code article}, {@code color} or {@code pattern}
 * @param name such as {@code t-shirt}
 */
public record TagName(String group, String name) implements Comparable<TagName> {

    private static final Comparator<TagName> ORDER =
            Comparator.comparing(TagName::group).thenComparing(TagName::name);

    /** Checks that nothing is missing. */
    public TagName {
        requireNonNull(group, "group");
        requireNonNull(name, "name");
    }

    @Override
    public int compareTo(TagName other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return group + ':' + name;
    }
}
