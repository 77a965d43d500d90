package io.buyme.train.data;

import com.fasterxml.jackson.databind.JsonNode;
import io.buyme.api.BuyMeException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The categories that a detector tells apart, and the labels of photos and classes of product pictures that are one. */
public final class Categories {

    private static final String GROUP = "category";

    private final List<String> names;
    private final Map<String, String> ofLabel;

    private Categories(List<String> names, Map<String, String> ofLabel) {
        this.names = List.copyOf(names);
        this.ofLabel = Map.copyOf(ofLabel);
    }

    /**
     * Reads which label is of which category.
     *
     * @param names of the categories, in the order of a model's outputs
     * @param mapping JSON file with {@code label_to_category}; labels of no category are null there
     * @throws BuyMeException if the file is missing, of another format, or names a category that is none
     */
    public static Categories read(List<String> names, Path mapping) {
        JsonNode labels = Json.read(mapping).path("label_to_category");
        if (!labels.isObject()) {
            throw new BuyMeException("want 'label_to_category' in '" + mapping + "', found none");
        }
        Map<String, String> ofLabel = new HashMap<>();
        for (Map.Entry<String, JsonNode> entry : labels.properties()) {
            if (entry.getValue().isNull()) {
                continue;
            }
            String category = entry.getValue().asText();
            if (!names.contains(category)) {
                throw new BuyMeException("'%s' maps '%s' to '%s', which is none of %s"
                        .formatted(mapping, entry.getKey(), category, names));
            }
            ofLabel.put(entry.getKey(), category);
        }
        return new Categories(names, ofLabel);
    }

    /** Returns the names in the order of a model's outputs. */
    public List<String> names() {
        return names;
    }

    /** Returns the categories as tags, in the same order. */
    public TagVocabulary vocabulary() {
        return new TagVocabulary(names.stream().map(Categories::tag).toList());
    }

    /** Returns what is known of a picture that shows these categories and no others. */
    TagKnowledge only(Collection<String> categories) {
        return new TagKnowledge(tags(categories), Set.of(), Set.of(GROUP));
    }

    /** Returns what is known of a picture with these labels and no others. */
    TagKnowledge knowledge(Collection<String> labels) {
        return only(ofLabels(labels));
    }

    /** Returns the categories of labels; some may have none. */
    public Set<String> ofLabels(Collection<String> labels) {
        Set<String> categories = new HashSet<>();
        for (String label : labels) {
            String category = ofLabel.get(label);
            if (category != null) {
                categories.add(category);
            }
        }
        return categories;
    }

    /**
     * Returns what is known of a product picture of a class: it shows one article and nothing else. Which it is may stay
     * open where the classes cut the world in other places than the categories.
     */
    public TagKnowledge ofClass(String className, GarmentVocabulary vocabulary) {
        Set<String> sure = ofLabels(vocabulary.labelsOf(className));
        Set<String> possible = new HashSet<>(sure);
        TagKnowledge articles = vocabulary.ofClass(className);
        possible.addAll(ofLabels(articles.possible().stream().map(TagName::name).toList()));
        if (possible.isEmpty()) {
            return TagKnowledge.NONE;
        }
        return new TagKnowledge(sure.size() == 1 ? tags(sure) : Set.of(), tags(possible), Set.of(GROUP));
    }

    private static Set<TagName> tags(Collection<String> categories) {
        Set<TagName> tags = new HashSet<>();
        categories.forEach(category -> tags.add(tag(category)));
        return tags;
    }

    private static TagName tag(String category) {
        return new TagName(GROUP, category);
    }
}
