package io.buyme.index;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Texts as they are kept in snapshots: UTF-8, there and back without loss. */
final class Texts {

    private Texts() {}

    /** Refuses half a surrogate pair: it is no character, has no UTF-8 form, and would come back as another text. */
    static void requireWellFormed(String what, String text) {
        if (text.codePoints().anyMatch(Texts::isHalfPair)) {
            throw new IllegalArgumentException(
                    "%s '%s' has half a surrogate pair, which is no Unicode character".formatted(what, text));
        }
    }

    private static boolean isHalfPair(int codePoint) {
        return Character.getType(codePoint) == Character.SURROGATE;
    }

    static byte[] encode(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Unlike the String constructor, does not replace what it cannot read. */
    static String decode(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }
}
