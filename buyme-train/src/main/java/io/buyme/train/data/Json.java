package io.buyme.train.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.buyme.api.BuyMeException;
import java.io.IOException;
import java.nio.file.Path;

/** Reads JSON files. */
final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    /**
     * Reads a whole file.
     *
     * @throws BuyMeException if there is no such file or it is no JSON
     */
    static JsonNode read(Path file) {
        try {
            return MAPPER.readTree(file.toFile());
        } catch (IOException e) {
            throw new BuyMeException("want JSON in '" + file + "', found: " + e.getMessage(), e);
        }
    }
}
