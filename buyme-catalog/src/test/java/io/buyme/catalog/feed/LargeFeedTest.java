package io.buyme.catalog.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Feeds that are larger than the heap of the process that reads them. */
class LargeFeedTest {

    private static final int ROWS = 60_000;
    private static final String LONG = "A text of some length about a product. ".repeat(12);

    private final Path folder;

    LargeFeedTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @ValueSource(strings = {"feed.xml.gz", "feed.json.gz", "feed.tsv.gz"})
    void areReadInASmallHeap(String name) throws IOException, InterruptedException {
        Path file = folder.resolve(name);
        switch (name) {
            case "feed.xml.gz" ->
                write(
                        file,
                        "<rss xmlns:g='http://base.google.com/ns/1.0'><channel>",
                        i ->
                                "<item><g:id>%d</g:id><g:title>%s</g:title><g:image_link>https://a.example/%d</g:image_link></item>\n"
                                        .formatted(i, LONG, i),
                        "</channel></rss>");
            case "feed.json.gz" ->
                write(
                        file,
                        "{\"@graph\":[",
                        i ->
                                "{\"@type\":\"Product\",\"sku\":\"%d\",\"name\":\"%s\",\"image\":\"https://a.example/%d\",\"x%d\":1},\n"
                                        .formatted(i, LONG, i, i),
                        "{}]}");
            default ->
                write(file, "id\ttitle\timage_link\n", i -> "%d\t%s\thttps://a.example/%d\n".formatted(i, LONG, i), "");
        }
        assertThat(output(file)).isEqualTo(ROWS + " rows, 0 rejected");
    }

    private static void write(Path file, String head, IntFunction<String> row, String tail) throws IOException {
        try (BufferedWriter writer = new BufferedWriter(
                new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8))) {
            writer.write(head);
            for (int i = 0; i < ROWS; i++) {
                writer.write(row.apply(i));
            }
            writer.write(tail);
        }
    }

    private static String output(Path file) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx24m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Count.class.getName(),
                        file.toString()))
                .redirectErrorStream(true)
                .start();
        String output = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        child.waitFor();
        return output;
    }

    /** Counts the rows of a feed. */
    static final class Count {

        private Count() {}

        public static void main(String[] args) {
            long[] counts = new long[2];
            try (Stream<FeedEntry> rows = Feeds.of(Path.of(args[0])).rows()) {
                rows.forEach(row -> counts[row instanceof Rejected ? 1 : 0]++);
            }
            System.out.println(counts[0] + " rows, " + counts[1] + " rejected");
        }
    }
}
