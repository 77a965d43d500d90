package io.buyme.train.data;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.Map;

/**
 * Says of each photo whether it is to learn from or to check with. It depends on nothing but the photo's name, or that of
 * its near duplicate, so that it stays the same in every run and on every machine.
 */
final class PhotoSplit {

    private static final int PARTS = 10;

    private final Map<String, String> keys;

    private PhotoSplit(Map<String, String> keys) {
        this.keys = keys;
    }

    /** Reads the pairs of near duplicates beside the photos' annotations, if there are any. */
    static PhotoSplit of(Path folder) {
        Path file = folder.resolve("near_duplicates.json");
        Map<String, String> keys = new HashMap<>();
        if (Files.exists(file)) {
            for (JsonNode pair : Json.read(file)) {
                String first = pair.path(0).asText();
                String second = pair.path(1).asText();
                String smaller = first.compareTo(second) < 0 ? first : second;
                keys.put(first, smaller);
                keys.put(second, smaller);
            }
        }
        return new PhotoSplit(keys);
    }

    /** Tells whether the photo is one of the tenth to check with. */
    boolean isForChecking(String photo) {
        byte[] hash = sha256(keys.getOrDefault(photo, photo));
        long number = 0;
        // The first four bytes split off the held-out part that this data set comes without.
        for (int i = 4; i < 8; i++) {
            number = number << 8 | (hash[i] & 0xff);
        }
        return number % PARTS == 0;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
