package io.buyme.api;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Maps category words to super-categories, so that detectors and shops may use words of their own.
 *
 * <p>The file format is that of {@link Properties} in UTF-8: a line {@code t-shirt = UPPER} per word. Words are compared
 * without regard to case, and with blanks, underscores and hyphens alike.
 */
public final class Taxonomy {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s_-]+");
    private static final String STANDARD = "taxonomy.properties";

    private final Map<String, SuperCategory> byWord;

    private Taxonomy(Map<String, SuperCategory> byWord) {
        this.byWord = byWord;
    }

    /**
     * Returns the built-in taxonomy: everyday words, the classes of CCP, and those 28 of iMaterialist 2019's 46 classes
     * that one wears; the others are parts such as collars and pockets, which nobody searches for.
     */
    public static Taxonomy standard() {
        return Standard.INSTANCE;
    }

    /**
     * Returns the built-in taxonomy with the words of a file added or changed.
     *
     * @throws BuyMeException if the file cannot be read or names an unknown super-category
     */
    public static Taxonomy load(Path file) {
        try (Reader reader = Files.newBufferedReader(file)) {
            Map<String, SuperCategory> words = new TreeMap<>(standard().byWord);
            words.putAll(parse(reader, file.toString()));
            return new Taxonomy(words);
        } catch (IOException e) {
            throw new BuyMeException("cannot read taxonomy " + file + ": " + e, e);
        }
    }

    /** Returns the super-category of a word, if the taxonomy has it. */
    public Optional<SuperCategory> find(String category) {
        return Optional.ofNullable(byWord.get(normalize(category)));
    }

    /**
     * Returns the super-category of a word.
     *
     * @throws BuyMeException if the taxonomy does not have it
     */
    public SuperCategory superCategoryOf(String category) {
        return find(category)
                .orElseThrow(() ->
                        new BuyMeException("unknown category '%s'; add a line '%s = %s' to a taxonomy file and load it"
                                .formatted(category, normalize(category), names().replace(", ", "|"))));
    }

    private static Map<String, SuperCategory> parse(Reader reader, String source) throws IOException {
        Properties lines = new Properties();
        lines.load(reader);
        Map<String, SuperCategory> words = new TreeMap<>();
        for (String word : lines.stringPropertyNames()) {
            words.put(normalize(word), parse(lines.getProperty(word), word, source));
        }
        return words;
    }

    private static SuperCategory parse(String value, String word, String source) {
        try {
            return SuperCategory.valueOf(value.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new BuyMeException(
                    "%s: '%s' maps to '%s', which is none of %s".formatted(source, word, value, names()), e);
        }
    }

    /** Returns a word as words are compared: in lower case, with hyphens for blanks and underscores. */
    public static String normalize(String word) {
        return BETWEEN_WORDS.matcher(word.strip().toLowerCase(Locale.ROOT)).replaceAll("-");
    }

    private static String names() {
        return Arrays.stream(SuperCategory.values()).map(Enum::name).collect(joining(", "));
    }

    private static final class Standard {

        static final Taxonomy INSTANCE = load();

        private static Taxonomy load() {
            try (InputStream in = Taxonomy.class.getResourceAsStream(STANDARD)) {
                if (in == null) {
                    throw new IllegalStateException(STANDARD + " is missing from the buyme-api jar");
                }
                byte[] text = in.readAllBytes();
                return new Taxonomy(parse(new StringReader(new String(text, StandardCharsets.UTF_8)), STANDARD));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
