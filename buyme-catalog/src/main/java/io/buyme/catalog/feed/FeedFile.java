package io.buyme.catalog.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.io.CountingInputStream;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.DoubleConsumer;
import java.util.zip.GZIPInputStream;

/** The file of a feed, which may be packed by gzip: its content tells, not its name. */
final class FeedFile {

    private static final int BUFFER = 1 << 13;
    private static final int GZIP_MAGIC = 0x1f8b;
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private final Path path;

    FeedFile(Path path) {
        this.path = path;
    }

    Path path() {
        return path;
    }

    /** Returns the unpacked bytes; tells what share of the file they are from, however often something is read. */
    InputStream open(DoubleConsumer shareRead) {
        try {
            InputStream file = Files.newInputStream(path);
            try {
                return unpacked(new ToldReading(file, Math.max(1, Files.size(path)), shareRead));
            } catch (IOException | RuntimeException e) {
                file.close();
                throw e;
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** Returns the text in UTF-8, without a byte order mark. Bytes that are no UTF-8 become U+FFFD. */
    BufferedReader text(DoubleConsumer shareRead) {
        BufferedReader reader = new BufferedReader(new InputStreamReader(open(shareRead), UTF_8), BUFFER);
        try {
            reader.mark(1);
            if (reader.read() != BYTE_ORDER_MARK) {
                reader.reset();
            }
            return reader;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static InputStream unpacked(InputStream file) throws IOException {
        BufferedInputStream in = new BufferedInputStream(file, BUFFER);
        in.mark(2);
        int magic = in.read() << 8 | in.read();
        in.reset();
        return magic == GZIP_MAGIC ? new GZIPInputStream(in, BUFFER) : in;
    }

    FeedException unreadable(IOException e) {
        return new FeedException("cannot read feed " + path + ": " + e, e);
    }

    /** Tells how far the reading is. */
    private static final class ToldReading extends java.io.FilterInputStream {

        private final CountingInputStream counted;
        private final long size;
        private final DoubleConsumer shareRead;

        ToldReading(InputStream in, long size, DoubleConsumer shareRead) {
            super(new CountingInputStream(in));
            this.counted = (CountingInputStream) this.in;
            this.size = size;
            this.shareRead = shareRead;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            shareRead.accept(Math.min(1, (double) counted.getCount() / size));
            return read;
        }
    }
}
