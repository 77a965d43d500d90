package io.buyme.train;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.buyme.api.BuyMeException;
import java.nio.charset.StandardCharsets;

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

    static Recipe parse(String text) {
        try {
            return MAPPER.readValue(text, Recipe.class);
        } catch (JsonProcessingException e) {
            throw new BuyMeException("want a recipe in JSON, found: " + e.getOriginalMessage(), e);
        }
    }
}
