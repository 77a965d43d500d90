package io.buyme.cli.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What is around the content of every page: head, style, title. */
final class PageFrame {

    private PageFrame() {}

    /** Writes everything up to the content. */
    static void open(Html html, String title, String subtitle) {
        html.doctype().open("html", "lang", "en").open("head");
        html.open("meta", "charset", "utf-8");
        html.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        // Nothing may be loaded from elsewhere, whatever a catalogue contains.
        html.open(
                "meta",
                "http-equiv",
                "Content-Security-Policy",
                "content",
                "default-src 'none'; img-src data:; style-src 'unsafe-inline'");
        html.element("title", title).style(styleSheet()).close();
        html.open("body")
                .open("header", "class", "top")
                .element("h1", title)
                .element("p", subtitle)
                .close();
        html.open("main");
    }

    /** Writes everything after the content. */
    static void close(Html html) {
        html.close().close().close().text("\n");
    }

    private static String styleSheet() {
        try (InputStream in = PageFrame.class.getResourceAsStream("report.css")) {
            if (in == null) {
                throw new IllegalStateException("report.css is missing from the buyme-cli jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
