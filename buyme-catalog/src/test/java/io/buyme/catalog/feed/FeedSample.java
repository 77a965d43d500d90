package io.buyme.catalog.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.buyme.api.Product;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** Writes feeds and reads them. */
final class FeedSample {

    private final Path folder;
    private FeedOptions options = FeedOptions.standard();

    FeedSample(Path folder) {
        this.folder = folder;
    }

    FeedSample with(FeedOptions other) {
        options = other;
        return this;
    }

    List<FeedEntry> read(String name, String text) {
        return read(name, text.getBytes(StandardCharsets.UTF_8));
    }

    List<FeedEntry> read(String name, byte[] bytes) {
        try {
            Path file = Files.write(folder.resolve(name), bytes);
            try (Stream<FeedEntry> rows = Feeds.of(file, options).rows()) {
                return rows.toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] packed(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static ProductDraft draft(FeedEntry entry) {
        assertThat(entry).isInstanceOf(ProductRow.class);
        return ((ProductRow) entry).draft();
    }

    static Product product(FeedEntry entry) {
        return draft(entry).product().orElseThrow();
    }

    static void assertRejected(FeedEntry entry, String location, String field, String reason) {
        assertThat(entry).isInstanceOfSatisfying(Rejected.class, r -> {
            assertThat(r.location()).isEqualTo(location);
            assertThat(r.field()).isEqualTo(field);
            assertThat(r.reason()).contains(reason);
        });
    }
}
