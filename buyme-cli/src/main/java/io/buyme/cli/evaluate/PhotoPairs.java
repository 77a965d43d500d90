package io.buyme.cli.evaluate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Photos of the same outfit, two by two.
 *
 * @param pairs in the file's order
 */
record PhotoPairs(List<Pair> pairs) {

    private static final ObjectMapper JSON = new ObjectMapper();

    PhotoPairs {
        pairs = List.copyOf(pairs);
    }

    /**
     * Two photos of the same outfit.
     *
     * @param one file name
     * @param other file name
     */
    record Pair(String one, String other) {

        Pair reversed() {
            return new Pair(other, one);
        }
    }

    /**
     * Reads a JSON list of lists of two file names.
     *
     * @throws EvaluationException if it cannot be read, or an entry is no pair; the message names the entry
     */
    static PhotoPairs read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            JsonNode entries = JSON.readTree(in);
            if (!entries.isArray()) {
                throw new EvaluationException(file + " is no JSON list of pairs of file names");
            }
            List<Pair> pairs = new ArrayList<>();
            for (JsonNode entry : entries) {
                pairs.add(pair(entry, file + " entry " + (pairs.size() + 1)));
            }
            return new PhotoPairs(pairs);
        } catch (NoSuchFileException e) {
            throw new EvaluationException("there is no pair file " + file, e);
        } catch (JsonProcessingException e) {
            throw new EvaluationException(file + " is no JSON file: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new EvaluationException("cannot read pair file " + file + ": " + e, e);
        }
    }

    private static Pair pair(JsonNode entry, String where) {
        if (entry.size() == 2 && entry.path(0).isTextual() && entry.path(1).isTextual()) {
            return new Pair(entry.get(0).textValue(), entry.get(1).textValue());
        }
        throw new EvaluationException("%s must be two file names, got %s".formatted(where, entry));
    }
}
