package io.buyme.cli.report;

import static java.util.Objects.requireNonNull;

import io.buyme.api.BuyMeException;
import io.buyme.api.LookResult;
import io.buyme.api.Photo;
import io.buyme.api.ProductSource;
import io.buyme.catalog.explain.SimilarityExplainer;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * Writes results as one HTML page, photo by photo, in memory for one photo at a time. The file appears when the report
 * is {@linkplain #finish() finished}; one that is closed before leaves an existing file as it was. One thread at a time.
 */
public final class HtmlReport implements AutoCloseable {

    private final Path file;
    private final Path unfinished;
    private final BufferedWriter writer;
    private final Html html;
    private final PhotoSection section;

    private HtmlReport(Path file, Path unfinished, ProductSource products, Optional<HeatMaps> heatMaps)
            throws IOException {
        this.file = file;
        this.unfinished = unfinished;
        this.writer = Files.newBufferedWriter(unfinished);
        this.html = new Html(writer);
        this.section = new PhotoSection(html, products, heatMaps);
    }

    /**
     * Begins a page.
     *
     * @param file to be written; made or replaced
     * @param title of the page
     * @param subtitle under the title, such as the size of the catalogue
     * @param products from which the attributes of recommended products come
     * @throws BuyMeException if the file cannot be written
     */
    public static HtmlReport open(Path file, String title, String subtitle, ProductSource products) {
        return open(file, title, subtitle, products, Optional.empty());
    }

    /**
     * Begins a page.
     *
     * @param heatMaps makes the heat maps of each article and its best match; without it, there are none
     * @throws BuyMeException if the file cannot be written
     */
    public static HtmlReport open(
            Path file, String title, String subtitle, ProductSource products, Optional<SimilarityExplainer> heatMaps) {
        requireNonNull(products, "products");
        Path target = file.toAbsolutePath();
        if (Files.isDirectory(target)) {
            throw new BuyMeException("cannot write the report to " + file + ": it is a directory; name a file");
        }
        try {
            Path unfinished = target.resolveSibling(target.getFileName() + ".part");
            HtmlReport report = new HtmlReport(target, unfinished, products, heatMaps.map(HeatMaps::new));
            PageFrame.open(report.html, title, subtitle);
            return report;
        } catch (IOException e) {
            throw new BuyMeException("cannot write the report to " + file + ": " + e, e);
        }
    }

    /**
     * Adds a photo. It is read once more for the pictures.
     *
     * @throws BuyMeException if the page cannot be written
     */
    public void add(Photo photo, LookResult result) {
        writing(() -> section.write(photo, result));
    }

    /**
     * Completes the page and puts it into place.
     *
     * @throws BuyMeException if it cannot be written
     */
    public void finish() {
        writing(() -> {
            PageFrame.close(html);
            writer.close();
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
        });
    }

    /** Throws away a page that was not finished. */
    @Override
    public void close() {
        writing(() -> {
            writer.close();
            Files.deleteIfExists(unfinished);
        });
    }

    private void writing(Write step) {
        try {
            step.run();
        } catch (IOException | UncheckedIOException e) {
            throw new BuyMeException("cannot write the report to " + file + ": " + e, e);
        }
    }

    private interface Write {
        void run() throws IOException;
    }
}
