package io.buyme.image.coco;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.buyme.api.BuyMeException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Says of each photo whether it is to learn from or to check with, so that what is trained is never measured on what it
 * has seen. It depends on nothing but the photo's name, or that of its near duplicate, so it stays the same in every run
 * and on every machine. Immutable.
 */
public final class PhotoSplit {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PARTS = 10;

    private final Map<String, String> keys;

    private PhotoSplit(Map<String, String> keys) {
        this.keys = keys;
    }

    /**
     * Reads the pairs of near duplicates beside the photos' annotations, if there are any.
     *
     * @param folder may have {@code near_duplicates.json}: a list of pairs of file names
     * @throws BuyMeException if that file cannot be read
     */
    public static PhotoSplit of(Path folder) {
        Path file = folder.resolve("near_duplicates.json");
        Map<String, String> keys = new HashMap<>();
        if (Files.exists(file)) {
            for (JsonNode pair : read(file)) {
                String first = pair.path(0).asText();
                String second = pair.path(1).asText();
                String smaller = first.compareTo(second) < 0 ? first : second;
                keys.put(first, smaller);
                keys.put(second, smaller);
            }
        }
        return new PhotoSplit(keys);
    }

    /**
     * Reads the pairs of near duplicates that lie beside an annotation file, if there are any.
     *
     * @throws BuyMeException if they cannot be read
     */
    public static PhotoSplit beside(Path annotations) {
        return of(Objects.requireNonNullElse(annotations.toAbsolutePath().getParent(), annotations));
    }

    /** Tells whether the photo of this file name is one of the tenth to check with. */
    public boolean isForChecking(String photo) {
        byte[] hash = sha256(keys.getOrDefault(photo, photo));
        long number = 0;
        // The first four bytes split off the held-out part that this data set comes without.
        for (int i = 4; i < 8; i++) {
            number = number << 8 | (hash[i] & 0xff);
        }
        return number % PARTS == 0;
    }

    private static JsonNode read(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new BuyMeException("want JSON in '" + file + "', found: " + e.getMessage(), e);
        }
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
