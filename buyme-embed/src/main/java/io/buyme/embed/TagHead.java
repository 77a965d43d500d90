package io.buyme.embed;

import io.buyme.api.Attributes.Tag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns a network's logits into tags, of which those are told that are likelier than not. Groups are of alternatives, of
 * which only the likeliest is told; but the tags of the group {@value #LABELS} do not exclude one another. Of the group
 * {@value #COLORS} nothing is told: a network learns from it, but colours that are measured are surer.
 *
 * @param tags one for each logit, in order
 */
record TagHead(List<CalibratedTag> tags) {

    static final TagHead NONE = new TagHead(List.of());

    private static final String LABELS = "label";
    private static final String COLORS = "color";

    TagHead {
        tags = List.copyOf(tags);
    }

    /**
     * A tag whose logit is a probability after Platt scaling (Platt 1999): {@code 1 / (1 + exp(-(scale * logit +
     * offset)))}.
     */
    record CalibratedTag(String group, String name, double scale, double offset) {

        static CalibratedTag parse(String line) {
            String[] parts = line.split("\t", -1);
            if (parts.length != 4) {
                throw new IllegalArgumentException(
                        "a tag is group, name and two numbers, parted by tabs; got '" + line + "'");
            }
            return new CalibratedTag(parts[0], parts[1], Double.parseDouble(parts[2]), Double.parseDouble(parts[3]));
        }

        Tag of(double logit) {
            return new Tag(group, name, 1 / (1 + Math.exp(-(scale * logit + offset))));
        }
    }

    /**
     * Reads a line a tag: group, name, scale and offset, parted by tabs.
     *
     * @throws IllegalArgumentException if a line is anything else
     */
    static TagHead parse(String lines) {
        return new TagHead(lines.lines()
                .filter(line -> !line.isBlank())
                .map(CalibratedTag::parse)
                .toList());
    }

    /** Returns what is told of an article, surest first. */
    List<Tag> read(float[] logits) {
        List<Tag> told = new ArrayList<>();
        Map<String, Tag> likeliest = new LinkedHashMap<>();
        for (int i = 0; i < logits.length; i++) {
            Tag tag = tags.get(i).of(logits[i]);
            if (tag.score() <= 0.5 || tag.group().equals(COLORS)) {
                continue;
            }
            if (tag.group().equals(LABELS)) {
                told.add(tag);
            } else {
                likeliest.merge(tag.group(), tag, (a, b) -> b.score() > a.score() ? b : a);
            }
        }
        told.addAll(likeliest.values());
        told.sort(Comparator.comparingDouble(Tag::score).reversed().thenComparing(Tag::group));
        return told;
    }
}
