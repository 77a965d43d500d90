package io.buyme.cli.report;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/** Decides which addresses of a catalogue a page may link to. */
final class Links {

    private static final Set<String> SCHEMES = Set.of("http", "https");

    private Links() {}

    /** Tells whether this is an absolute web address; {@code javascript:} and the like are shown, never linked. */
    static boolean safe(String link) {
        try {
            URI uri = new URI(link.strip());
            return uri.getScheme() != null
                    && SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT))
                    && uri.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
