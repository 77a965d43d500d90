package io.buyme.cli.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * Writes HTML element by element. Every text and attribute value is escaped on the way, so no text of a catalogue can
 * become markup; there is no method that writes a text as it is.
 */
final class Html {

    private static final Set<String> WITHOUT_END = Set.of("meta", "img", "br");

    private final Appendable out;
    private final Deque<String> open = new ArrayDeque<>();

    Html(Appendable out) {
        this.out = out;
    }

    /** Writes the declaration with which the file begins. */
    Html doctype() {
        return raw("<!DOCTYPE html>\n");
    }

    /**
     * Opens an element.
     *
     * @param namesAndValues its attributes: name, value, name, value...
     */
    Html open(String tag, String... namesAndValues) {
        raw("<").raw(tag);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            raw(" ").raw(namesAndValues[i])
                    .raw("=\"")
                    .text(namesAndValues[i + 1])
                    .raw("\"");
        }
        raw(">");
        if (!WITHOUT_END.contains(tag)) {
            open.push(tag);
        }
        return this;
    }

    /** Closes the element that was opened last. */
    Html close() {
        return raw("</").raw(open.pop()).raw(">");
    }

    /** Writes an element with nothing but text in it. */
    Html element(String tag, String text, String... namesAndValues) {
        return open(tag, namesAndValues).text(text).close();
    }

    /** Writes the style sheet. It is ours: in it, escapes would mean something else. */
    Html style(String css) {
        return raw("<style>\n").raw(css).raw("</style>\n");
    }

    /** Writes a text. Control characters, which no HTML file may contain, become blanks. */
    Html text(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(Character.isISOControl(c) && c != '\n' ? ' ' : c);
            }
        }
        return raw(escaped);
    }

    private Html raw(CharSequence text) {
        try {
            out.append(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }
}
