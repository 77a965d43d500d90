package io.buyme.detect;

import io.buyme.api.BuyMeException;
import io.buyme.api.SuperCategory;
import io.buyme.api.Taxonomy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The categories of a network in the order of its numbers, as a text with one line each: the name, optionally followed
 * by scale and offset of its score, parted by tabs. A line that is empty, {@code background}, or starts with {@code -}
 * is no article.
 */
final class Labels {

    private static final Set<String> BACKGROUND = Set.of("background", "__background__", "bg");

    private final List<Label> labels;

    private Labels(List<Label> labels) {
        this.labels = List.copyOf(labels);
    }

    /**
     * Reads a file.
     *
     * @throws BuyMeException if it cannot be read, or is not as it should be
     */
    static Labels load(Path file, Taxonomy taxonomy) {
        try {
            return parse(Files.readString(file), taxonomy, file.toString());
        } catch (IOException e) {
            throw new BuyMeException(
                    "cannot read label file %s (one label a line, in the order of the model's numbers): %s"
                            .formatted(file, e),
                    e);
        }
    }

    /**
     * Reads a text.
     *
     * @param source for messages
     * @throws BuyMeException if a line is malformed, or the taxonomy lacks a label
     */
    static Labels parse(String text, Taxonomy taxonomy, String source) {
        List<Label> labels = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (String line : text.stripTrailing().lines().toList()) {
            Label label = label(line.strip().replace("\uFEFF", ""), taxonomy, source);
            labels.add(label);
            if (label.superCategory().isEmpty() && !isNoArticle(label.name())) {
                unknown.add(label.name());
            }
        }
        if (!unknown.isEmpty()) {
            throw new BuyMeException(("%s: the taxonomy lacks %s; add lines such as '%s = UPPER' to a taxonomy file and"
                            + " name it in the option taxonomy, or put '-' before what is no article")
                    .formatted(source, unknown, unknown.get(0)));
        }
        if (labels.stream().allMatch(label -> label.superCategory().isEmpty())) {
            throw new BuyMeException(source + ": no line names an article");
        }
        return new Labels(labels);
    }

    /** Returns the number of lines. */
    int size() {
        return labels.size();
    }

    /** Returns the label in a line, counted from 0, if there is such a line. */
    Optional<Label> at(int line) {
        return line >= 0 && line < labels.size() ? Optional.of(labels.get(line)) : Optional.empty();
    }

    /** Tells whether the first line is the background, to which networks give the number 0. */
    boolean startWithBackground() {
        return BACKGROUND.contains(labels.get(0).name());
    }

    private static boolean isNoArticle(String name) {
        return name.isEmpty() || name.startsWith("-") || BACKGROUND.contains(name);
    }

    private static Label label(String line, Taxonomy taxonomy, String source) {
        String[] parts = line.split("\t", -1);
        String name = parts[0].strip();
        if (parts.length != 1 && parts.length != 3) {
            throw malformed(source, line);
        }
        Optional<SuperCategory> superCategory = isNoArticle(name) ? Optional.empty() : taxonomy.find(name);
        try {
            return parts.length == 1
                    ? new Label(name, superCategory, 1, 0)
                    : new Label(name, superCategory, Double.parseDouble(parts[1]), Double.parseDouble(parts[2]));
        } catch (NumberFormatException e) {
            throw malformed(source, line);
        }
    }

    private static BuyMeException malformed(String source, String line) {
        return new BuyMeException(
                "%s: a line is a name, or a name and two numbers parted by tabs; got '%s'".formatted(source, line));
    }
}
