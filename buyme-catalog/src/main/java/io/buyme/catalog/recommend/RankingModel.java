package io.buyme.catalog.recommend;

import static java.util.Objects.requireNonNull;

import io.buyme.api.BuyMeException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;

/**
 * What {@link Recommender} goes by, in a file of {@link Properties} that people may edit: {@code weight.similarity},
 * {@code weight.tags}, {@code weight.color} and {@code weight.category}, all of them, and of the calibration
 * {@code calibration.space}, {@code calibration.slope} and {@code calibration.offset}, all or none.
 *
 * @param weights of the signals
 * @param calibration that goes with them; without one there are no probabilities and no notices
 */
public record RankingModel(RankingWeights weights, Optional<Calibration> calibration) {

    private static final String STANDARD = "ranking.properties";
    private static final String WEIGHT = "weight.";
    private static final String SPACE = "calibration.space";
    private static final String SLOPE = "calibration.slope";
    private static final String OFFSET = "calibration.offset";

    /** Checks that nothing is missing. */
    public RankingModel {
        requireNonNull(weights, "weights");
        requireNonNull(calibration, "calibration");
    }

    /** Returns a model without probabilities. */
    public static RankingModel of(RankingWeights weights) {
        return new RankingModel(weights, Optional.empty());
    }

    /** Returns the built-in one; the file in the jar tells how it was made. */
    public static RankingModel standard() {
        return Standard.MODEL;
    }

    /**
     * Reads a model.
     *
     * @throws BuyMeException if the file cannot be read, or lacks a weight, or has a key or value that makes no sense
     */
    public static RankingModel load(Path file) {
        try (Reader reader = Files.newBufferedReader(file)) {
            return parse(reader, file.toString());
        } catch (NoSuchFileException e) {
            throw new BuyMeException("there is no file of ranking weights " + file, e);
        } catch (IOException e) {
            throw new BuyMeException("cannot read ranking weights " + file + ": " + e, e);
        }
    }

    /**
     * Writes the model; there is either the old file or the whole new one, whatever happens in between.
     *
     * @param comments lines that tell where it comes from
     * @throws BuyMeException if it cannot be written
     */
    public void save(Path file, List<String> comments) {
        List<String> lines = new ArrayList<>();
        comments.forEach(comment -> comment.lines().forEach(line -> lines.add("# " + line)));
        for (int i = 0; i < Signals.NAMES.size(); i++) {
            lines.add(WEIGHT + Signals.NAMES.get(i) + " = " + weights.values().get(i));
        }
        calibration.ifPresent(c -> {
            lines.add(SPACE + " = " + c.space());
            lines.add(SLOPE + " = " + c.slope());
            lines.add(OFFSET + " = " + c.offset());
        });
        Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
        try {
            Files.write(temporary, lines);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new BuyMeException("cannot write ranking weights " + file + ": " + e, e);
        }
    }

    static RankingModel parse(String text, String source) {
        try (Reader reader = new StringReader(text)) {
            return parse(reader, source);
        } catch (IOException e) {
            throw new BuyMeException("cannot read ranking weights " + source + ": " + e, e);
        }
    }

    private static RankingModel parse(Reader reader, String source) throws IOException {
        Properties lines = new Properties();
        try {
            lines.load(reader);
            Fields fields = new Fields(lines, source);
            fields.requireKnown();
            List<Double> weights = Signals.NAMES.stream()
                    .map(name -> fields.number(WEIGHT + name))
                    .toList();
            return new RankingModel(RankingWeights.of(weights), fields.calibration());
        } catch (IllegalArgumentException e) {
            throw new BuyMeException("%s makes no sense: %s".formatted(source, e.getMessage()), e);
        }
    }

    /** The lines of a file. */
    private record Fields(Properties lines, String source) {

        /** A misspelt weight shall not silently count as the standard one. */
        void requireKnown() {
            TreeSet<String> unknown = new TreeSet<>(lines.stringPropertyNames());
            Signals.NAMES.forEach(name -> unknown.remove(WEIGHT + name));
            unknown.removeAll(List.of(SPACE, SLOPE, OFFSET));
            if (!unknown.isEmpty()) {
                throw new BuyMeException("%s has the unknown keys %s; known are weight.%s and %s, %s, %s"
                        .formatted(source, unknown, String.join(", weight.", Signals.NAMES), SPACE, SLOPE, OFFSET));
            }
        }

        Optional<Calibration> calibration() {
            boolean none = List.of(SPACE, SLOPE, OFFSET).stream().noneMatch(lines::containsKey);
            return none ? Optional.empty() : Optional.of(new Calibration(text(SPACE), number(SLOPE), number(OFFSET)));
        }

        double number(String key) {
            try {
                return Double.parseDouble(text(key));
            } catch (NumberFormatException e) {
                throw new BuyMeException("%s: %s must be a number, got '%s'".formatted(source, key, text(key)), e);
            }
        }

        private String text(String key) {
            String value = lines.getProperty(key);
            if (value == null) {
                throw new BuyMeException("%s has no line '%s = ...'".formatted(source, key));
            }
            return value.strip();
        }
    }

    private static final class Standard {

        static final RankingModel MODEL = read();

        private static RankingModel read() {
            try (Reader reader = new InputStreamReader(
                    Objects.requireNonNull(RankingModel.class.getResourceAsStream(STANDARD), STANDARD),
                    StandardCharsets.UTF_8)) {
                return parse(reader, STANDARD);
            } catch (IOException e) {
                throw new BuyMeException("cannot read " + STANDARD + " out of the jar: " + e, e);
            }
        }
    }
}
