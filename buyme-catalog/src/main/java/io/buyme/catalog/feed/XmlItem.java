package io.buyme.catalog.feed;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;

/** Collects the elements of one item. What is in Google's namespace counts before an element of the same name in none. */
final class XmlItem {

    private static final String GOOGLE = "http://base.google.com/";
    private static final String ATOM = "http://www.w3.org/2005/Atom";

    /** What HTML calls characters that feeds use without saying so. */
    private static final Map<String, String> HTML = Map.ofEntries(
            Map.entry("nbsp", "\u00a0"),
            Map.entry("ndash", "\u2013"),
            Map.entry("mdash", "\u2014"),
            Map.entry("euro", "\u20ac"),
            Map.entry("auml", "\u00e4"),
            Map.entry("ouml", "\u00f6"),
            Map.entry("uuml", "\u00fc"),
            Map.entry("Auml", "\u00c4"),
            Map.entry("Ouml", "\u00d6"),
            Map.entry("Uuml", "\u00dc"),
            Map.entry("szlig", "\u00df"),
            Map.entry("eacute", "\u00e9"),
            Map.entry("egrave", "\u00e8"),
            Map.entry("agrave", "\u00e0"),
            Map.entry("reg", "\u00ae"),
            Map.entry("trade", "\u2122"));

    private final RowFields fields = new RowFields().name(Field.IMAGE, "image_link");
    private final Set<Field> google = EnumSet.noneOf(Field.class);
    private Optional<Field> open = Optional.empty();
    private boolean openIsGoogle;
    private final StringBuilder text = new StringBuilder();

    RowFields fields() {
        return fields;
    }

    void begin(XMLStreamReader reader) {
        String namespace = Optional.ofNullable(reader.getNamespaceURI()).orElse("");
        openIsGoogle = namespace.startsWith(GOOGLE);
        boolean plain = namespace.isEmpty() || namespace.equals(ATOM);
        open = openIsGoogle || plain ? Field.named(reader.getLocalName()) : Optional.empty();
        text.setLength(0);
        if (namespace.equals(ATOM) && open.equals(Optional.of(Field.LINK))) {
            atomLink(reader);
        }
    }

    /** Atom's links are attributes, and those to other things than the page of the product have a relation that says so. */
    private void atomLink(XMLStreamReader reader) {
        String relation =
                Optional.ofNullable(reader.getAttributeValue(null, "rel")).orElse("alternate");
        String address =
                Optional.ofNullable(reader.getAttributeValue(null, "href")).orElse("");
        if (relation.equals("alternate")) {
            text.append(address);
        } else {
            open = Optional.empty();
        }
    }

    void text(XMLStreamReader reader) {
        if (open.isPresent() && text.length() <= TextLines.MAX_LENGTH) {
            text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
        }
    }

    void entity(String name) {
        if (open.isEmpty()) {
            return;
        }
        if (HTML.containsKey(name)) {
            text.append(HTML.get(name));
        } else {
            fields.spoil(open.get(), "uses the entity &%s;, which XML does not have".formatted(name));
        }
    }

    void end() {
        if (open.isEmpty()) {
            return;
        }
        Field field = open.get();
        if (openIsGoogle && google.add(field)) {
            fields.set(field, text.toString());
        } else if (openIsGoogle || !google.contains(field)) {
            fields.add(field, text.toString());
        }
        open = Optional.empty();
    }
}
