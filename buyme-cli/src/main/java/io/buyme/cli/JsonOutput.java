package io.buyme.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.buyme.api.LookResult;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;

/** Writes results as JSON: an object for one photo, an array for several. */
final class JsonOutput implements LookOutput {

    /** Indented; leaves open what it writes to. */
    static final ObjectWriter JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .build()
            .writer();

    private final PrintWriter out;
    private final SequenceWriter values;
    private final LookJsonMapper mapper;

    JsonOutput(PrintWriter out, boolean severalPhotos, boolean explain) {
        this.out = out;
        this.mapper = new LookJsonMapper(explain);
        try {
            values = severalPhotos ? JSON.writeValuesAsArray(out) : JSON.writeValues(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes one value as a document of its own. */
    static void write(PrintWriter out, Object value) {
        try {
            out.println(JSON.writeValueAsString(value));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void add(LookResult result) {
        try {
            values.write(mapper.map(result));
            values.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            values.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.println();
        out.flush();
    }
}
