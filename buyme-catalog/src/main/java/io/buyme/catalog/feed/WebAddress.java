package io.buyme.catalog.feed;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads addresses of the web as shops write them: with blanks, umlauts and other characters that should be escaped. */
final class WebAddress {

    private static final Pattern FORM =
            Pattern.compile("(?<scheme>(?i:https?):|)//(?<host>[^/?#\\\\]+)(?<rest>[^#]*)(#.*)?", Pattern.DOTALL);

    /** What RFC 3986 allows in a path or a query. */
    private static final String ALLOWED = "-._~!$&'()*+,;=:@/?%";

    private WebAddress() {}

    /** Returns the address that a text is, if it is one of the web. One without a scheme, {@code //shop/a}, has https. */
    static Optional<URI> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String scheme = matcher.group("scheme").isEmpty() ? "https:" : matcher.group("scheme");
        try {
            URI uri = new URI(scheme + "//" + host(matcher.group("host")) + escaped(matcher.group("rest")));
            boolean usable = uri.getHost() != null && uri.getUserInfo() == null;
            return usable ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String host(String text) {
        return StandardCharsets.US_ASCII.newEncoder().canEncode(text) ? text : IDN.toASCII(text);
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            if (c < 0x80 && (Character.isLetterOrDigit(c) || ALLOWED.indexOf(c) >= 0)) {
                escaped.append(c);
            } else {
                escaped.append("%%%02X".formatted((int) c));
            }
        }
        return escaped.toString().replaceAll("%(?![0-9a-fA-F]{2})", "%25");
    }
}
