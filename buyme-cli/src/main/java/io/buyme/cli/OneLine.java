package io.buyme.cli;

/** Makes foreign text safe and short enough for a line on a terminal. */
final class OneLine {

    private OneLine() {}

    /** Returns the text with line breaks and other control characters, which could steer a terminal, as blanks. */
    static String of(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]+", " ")
                .strip();
    }

    /** Returns the text as one line of at most this many characters, with an ellipsis where it was cut. */
    static String of(String text, int maxLength) {
        String line = of(text);
        if (line.codePointCount(0, line.length()) <= maxLength) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, maxLength - 1)).stripTrailing() + "…";
    }
}
