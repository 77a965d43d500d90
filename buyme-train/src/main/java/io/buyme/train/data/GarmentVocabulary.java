package io.buyme.train.data;

import io.buyme.api.BuyMeException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Translates between the classes of product pictures and the labels of annotated photos, which cut the world of clothes
 * in different places. Read from a small text: a line is {@code class = labels that are it | labels that may be it}.
 */
public final class GarmentVocabulary {

    private static final String GROUP = "article";
    private static final String RESOURCE = "garments.txt";

    private final Map<String, TagKnowledge> ofClass;
    private final Map<String, String> classOf;

    private GarmentVocabulary(Map<String, TagKnowledge> ofClass, Map<String, String> classOf) {
        this.ofClass = ofClass;
        this.classOf = classOf;
    }

    /** Returns the vocabulary that joins the Clothing dataset and Clothing Co-Parsing. */
    public static GarmentVocabulary standard() {
        try (InputStream in = GarmentVocabulary.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks " + RESOURCE);
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Parses a vocabulary.
     *
     * @throws BuyMeException if a line is not of the form {@code class = labels | labels}
     */
    public static GarmentVocabulary parse(String text) {
        Map<String, TagKnowledge> ofClass = new LinkedHashMap<>();
        Map<String, String> classOf = new LinkedHashMap<>();
        for (String line : text.lines().map(String::strip).toList()) {
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            List<String> parts = List.of(line.split("[=|]", -1));
            if (parts.size() != 3) {
                throw new BuyMeException("want 'class = labels | labels' in a vocabulary, found '" + line + "'");
            }
            String className = parts.get(0).strip();
            List<String> sure = words(parts.get(1));
            sure.forEach(label -> classOf.put(label, className));
            Set<TagName> present = sure.size() == 1 ? tags(sure) : Set.of();
            Set<TagName> possible = new HashSet<>(tags(words(parts.get(2))));
            possible.addAll(sure.size() == 1 ? Set.of() : tags(sure));
            ofClass.put(className, new TagKnowledge(present, possible, Set.of(GROUP)));
        }
        return new GarmentVocabulary(ofClass, classOf);
    }

    /** Returns what the class of a product picture says of its tags: nothing, if the class is not in the vocabulary. */
    TagKnowledge ofClass(String className) {
        return ofClass.getOrDefault(className, TagKnowledge.NONE);
    }

    /** Returns the class of a label, if the vocabulary names one. */
    Optional<String> classOf(String label) {
        return Optional.ofNullable(classOf.get(label));
    }

    /** Returns the labels that are a class: one of them is true of every picture of it. */
    List<String> labelsOf(String className) {
        return classOf.entrySet().stream()
                .filter(entry -> entry.getValue().equals(className))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Returns what the labels of a picture say of its tags: all other labels are not there. */
    static TagKnowledge ofLabels(List<String> labels) {
        return new TagKnowledge(tags(labels), Set.of(), Set.of(GROUP));
    }

    private static Set<TagName> tags(List<String> names) {
        Set<TagName> tags = new HashSet<>();
        names.forEach(name -> tags.add(new TagName(GROUP, name)));
        return tags;
    }

    private static List<String> words(String text) {
        return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
    }
}
