package io.buyme.api.spi;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Settings for a provider, as text by name. Immutable. */
public final class Options {

    private static final Options NONE = new Options(Map.of());

    private final Map<String, String> values;

    private Options(Map<String, String> values) {
        this.values = new TreeMap<>(values);
    }

    /** Returns options without any setting. */
    public static Options none() {
        return NONE;
    }

    /** Returns options with these settings. */
    public static Options of(Map<String, String> values) {
        return new Options(values);
    }

    /**
     * Checks that no other settings than these are there. Providers call it first, so that a typing error does not pass
     * for a default.
     *
     * @return this
     * @throws IllegalArgumentException naming the unknown settings and the known ones
     */
    public Options only(String... known) {
        TreeSet<String> unknown = new TreeSet<>(values.keySet());
        Arrays.asList(known).forEach(unknown::remove);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    "unknown option " + unknown + "; known are " + new TreeSet<>(Arrays.asList(known)));
        }
        return this;
    }

    /** Returns a setting as text. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** Returns a setting as the path of a file. */
    public Optional<Path> file(String name) {
        return text(name).map(Path::of);
    }

    /**
     * Returns a setting as a whole number within bounds, or the default if it is not set.
     *
     * @throws IllegalArgumentException if it is no number, or out of bounds
     */
    public int integer(String name, int defaultValue, int min, int max) {
        return (int) number(name, defaultValue, min, max, true);
    }

    /**
     * Returns a setting as a number within bounds, or the default if it is not set.
     *
     * @throws IllegalArgumentException if it is no number, or out of bounds
     */
    public double decimal(String name, double defaultValue, double min, double max) {
        return number(name, defaultValue, min, max, false);
    }

    /**
     * Returns whether a setting is {@code true} rather than {@code false}, or the default if it is not set.
     *
     * @throws IllegalArgumentException if it is neither
     */
    public boolean flag(String name, boolean defaultValue) {
        String text = values.getOrDefault(name, Boolean.toString(defaultValue));
        return switch (text.strip()) {
            case "true" -> true;
            case "false" -> false;
            default ->
                throw new IllegalArgumentException("option %s must be true or false, got '%s'".formatted(name, text));
        };
    }

    private double number(String name, double defaultValue, double min, double max, boolean whole) {
        String text = values.get(name);
        if (text == null) {
            return defaultValue;
        }
        try {
            double value = whole ? Integer.parseInt(text.strip()) : Double.parseDouble(text.strip());
            if (value >= min && value <= max) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Falls through: a number out of bounds and a text that is no number get the same advice.
        }
        String bounds = whole ? (int) min + " to " + (int) max : min + " to " + max;
        throw new IllegalArgumentException("option %s must be a %s from %s, got '%s'"
                .formatted(name, whole ? "whole number" : "number", bounds, text));
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
