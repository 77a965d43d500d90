package io.buyme.train;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.buyme.api.BuyMeException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Recipes as JSON. */
final class RecipeJson {

    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private RecipeJson() {}

    static String toText(Record recipe) {
        try {
            return MAPPER.writeValueAsString(recipe) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("plain records are always JSON", e);
        }
    }

    static byte[] toBytes(Record record) {
        return toText(record).getBytes(StandardCharsets.UTF_8);
    }

    static <T extends Record> T read(Path file, Class<T> type) {
        try {
            return parse(Files.readString(file), type);
        } catch (IOException e) {
            throw new BuyMeException("cannot read the recipe '" + file + "': " + e.getMessage(), e);
        }
    }

    static <T extends Record> T parse(String text, Class<T> type) {
        try {
            return MAPPER.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new BuyMeException("want a recipe in JSON, found: " + e.getOriginalMessage(), e);
        }
    }
}
