package io.buyme.train.data;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * One article to learn from.
 *
 * @param id unique, and the same in every run: examples are drawn in its order
 * @param picture reads the picture
 * @param group examples of one group are drawn together, so that they can be told apart; the class where that is known
 * @param className the class, such as {@code t-shirt}
 * @param tags what is known of its tags
 * @param domain where the picture comes from
 */
public record Example(
        String id, PictureSource picture, String group, Optional<String> className, TagKnowledge tags, Domain domain) {

    /** Checks that nothing is missing. */
    public Example {
        requireNonNull(id, "id");
        requireNonNull(picture, "picture");
        requireNonNull(group, "group");
        requireNonNull(className, "className");
        requireNonNull(tags, "tags");
        requireNonNull(domain, "domain");
    }

    /** Returns this example with more known of its tags. */
    public Example knowing(TagKnowledge more) {
        return new Example(id, picture, group, className, tags.with(more), domain);
    }
}
