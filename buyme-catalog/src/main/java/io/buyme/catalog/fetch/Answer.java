package io.buyme.catalog.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

/** What a server answers. */
sealed interface Answer {

    /** What may be different in a moment: too early, too often, or a server in trouble. */
    Set<Integer> BUSY = Set.of(408, 425, 429, 500, 502, 503, 504);

    /** Types that are no pictures for sure. Others are left to the decoder: many servers name none, or a wrong one. */
    Set<String> NO_PICTURES =
            Set.of("text", "application/json", "application/xml", "application/xhtml+xml", "video", "audio");

    /** The picture. Not a record, which would have to copy the bytes. */
    final class Bytes implements Answer {

        private final byte[] bytes;

        Bytes(byte[] bytes) {
            this.bytes = bytes;
        }

        byte[] bytes() {
            return bytes;
        }
    }

    /** No picture now. */
    record Busy(int status, Optional<String> retryAfter) implements Answer {}

    /** The answer is of no use, and would not be at another attempt. */
    final class UnwantedException extends IOException {

        private static final long serialVersionUID = 1L;

        UnwantedException(String message) {
            super(message);
        }
    }

    /** Reads a response, of which at most so many bytes are taken. */
    static Answer of(ClassicHttpResponse response, long maxBytes) throws IOException {
        int status = response.getCode();
        if (BUSY.contains(status)) {
            return new Busy(status, value(response.getFirstHeader(HttpHeaders.RETRY_AFTER)));
        }
        if (status != 200) {
            throw new UnwantedException("the server answers " + status);
        }
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            throw new UnwantedException("the answer is empty");
        }
        checkType(Optional.ofNullable(entity.getContentType()));
        if (entity.getContentLength() > maxBytes) {
            throw tooLarge(maxBytes);
        }
        return new Bytes(read(entity, maxBytes));
    }

    /** Leaves the stream open: who closes it reads it to its end. */
    private static byte[] read(HttpEntity entity, long maxBytes) throws IOException {
        InputStream in = entity.getContent();
        byte[] bytes = in.readNBytes((int) maxBytes + 1);
        if (bytes.length > maxBytes) {
            throw tooLarge(maxBytes);
        }
        return bytes;
    }

    private static void checkType(Optional<String> type) throws UnwantedException {
        String plain =
                type.orElse("").toLowerCase(Locale.ROOT).replaceFirst(";.*", "").strip();
        if (NO_PICTURES.contains(plain) || NO_PICTURES.contains(plain.replaceFirst("/.*", ""))) {
            throw new UnwantedException("is no picture but " + plain);
        }
    }

    private static UnwantedException tooLarge(long maxBytes) {
        return new UnwantedException("has more than %,d bytes; make it smaller or raise the limit".formatted(maxBytes));
    }

    private static Optional<String> value(@Nullable Header header) {
        return header == null ? Optional.empty() : Optional.ofNullable(header.getValue());
    }
}
