package io.buyme.catalog.feed;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of an XML file such that a parser takes all of it: bytes that are no text, and control characters that XML
 * forbids, become U+FFFD and spoil their own row only. It ends with an error where a parser reads on and on without
 * coming to the end of a piece of text, so that none fills the memory.
 */
final class XmlText extends FilterReader {

    /** Far more than a parser reads ahead, and than any text that is kept. */
    private static final long MAX_PIECE = 8L << 20;

    private static final int DECLARATION = 200;
    private static final int BYTE_ORDER_MARK = 0xFEFF;
    private static final Pattern ENCODING = Pattern.compile("<\\?xml[^>]*\\bencoding\\s*=\\s*[\"']([\\w.:-]+)[\"']");

    private long sinceLastPiece;

    private XmlText(Reader in) {
        super(in);
    }

    static XmlText of(InputStream bytes) throws IOException {
        BufferedInputStream in = new BufferedInputStream(bytes);
        in.mark(DECLARATION);
        byte[] head = in.readNBytes(DECLARATION);
        in.reset();
        Reader text = new BufferedReader(new InputStreamReader(in, charset(head)));
        skipToMarkup(text);
        return new XmlText(text);
    }

    /** Passes over a byte order mark and blanks, before which no parser takes an XML declaration. */
    private static void skipToMarkup(Reader text) throws IOException {
        int c;
        do {
            text.mark(1);
            c = text.read();
        } while (c == BYTE_ORDER_MARK || (c >= 0 && Character.isWhitespace(c)));
        text.reset();
    }

    private static Charset charset(byte[] head) throws IOException {
        if (head.length > 1 && (head[0] & 0xFF) == 0xFE && (head[1] & 0xFF) == 0xFF) {
            return UTF_16BE;
        }
        if (head.length > 1 && (head[0] & 0xFF) == 0xFF && (head[1] & 0xFF) == 0xFE) {
            return UTF_16LE;
        }
        Matcher declared = ENCODING.matcher(new String(head, StandardCharsets.ISO_8859_1));
        try {
            return declared.find() ? Charset.forName(declared.group(1)) : UTF_8;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new IOException("unknown encoding '" + declared.group(1) + "'; save the feed as UTF-8", e);
        }
    }

    /** Says that the parser came to the end of a piece. */
    void pieceEnds() {
        sinceLastPiece = 0;
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] chars, int offset, int length) throws IOException {
        int read = super.read(chars, offset, length);
        sinceLastPiece += Math.max(0, read);
        if (sinceLastPiece > MAX_PIECE) {
            throw new IOException("a text, a comment or a tag is longer than " + MAX_PIECE + " characters");
        }
        for (int i = offset; i < offset + read; i++) {
            char c = chars[i];
            boolean control = c < ' ' && c != '\n' && c != '\r' && c != '\t';
            if (control || c == '\uFFFE' || c == '\uFFFF') {
                chars[i] = '\uFFFD';
            }
        }
        return read;
    }
}
