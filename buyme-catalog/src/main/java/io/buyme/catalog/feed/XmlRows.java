package io.buyme.catalog.feed;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The rows of Google's product data in RSS 2.0 ({@code item}) or Atom 1.0 ({@code entry}). Neither document types nor
 * entities of the feed's own are read, so that it can neither grow without bound nor name other files.
 */
final class XmlRows implements RowSource {

    private static final Set<String> ROWS = Set.of("item", "entry");
    private static final XMLInputFactory FACTORY = factory();

    private final InputStream bytes;
    private final DraftReader drafts;
    private @Nullable XmlText text;
    private @Nullable XMLStreamReader xml;
    private boolean ended;

    XmlRows(InputStream bytes, DraftReader drafts) {
        this.bytes = bytes;
        this.drafts = drafts;
    }

    /** The JDK's own parser, whatever else is on the classpath: its switches are known. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setXMLResolver((publicId, systemId, baseUri, namespace) -> {
            throw new XMLStreamException("refused to read " + systemId);
        });
        return factory;
    }

    @Override
    public Optional<FeedEntry> next() {
        if (ended) {
            return Optional.empty();
        }
        try {
            Optional<FeedEntry> row = read(open());
            ended = row.isEmpty();
            return row;
        } catch (XMLStreamException | IOException e) {
            ended = true;
            return Optional.of(Rejected.row(location(), "is no XML, so the feed ends here: " + reason(e)));
        }
    }

    private XMLStreamReader open() throws XMLStreamException, IOException {
        if (xml == null) {
            text = XmlText.of(bytes);
            xml = FACTORY.createXMLStreamReader(text);
        }
        return xml;
    }

    private Optional<FeedEntry> read(XMLStreamReader reader) throws XMLStreamException {
        while (reader.hasNext()) {
            if (advance(reader) == XMLStreamConstants.START_ELEMENT && ROWS.contains(reader.getLocalName())) {
                String location = location();
                return Optional.of(drafts.entry(location, row(reader)));
            }
        }
        return Optional.empty();
    }

    private int advance(XMLStreamReader reader) throws XMLStreamException {
        int event = reader.next();
        if (text != null) {
            text.pieceEnds();
        }
        return event;
    }

    /** Reads to the end of an item. */
    private RowFields row(XMLStreamReader reader) throws XMLStreamException {
        XmlItem item = new XmlItem();
        int depth = 1;
        while (depth > 0) {
            switch (advance(reader)) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    if (depth == 2) {
                        item.begin(reader);
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (depth == 2) {
                        item.end();
                    }
                    depth--;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    item.text(reader);
                case XMLStreamConstants.ENTITY_REFERENCE -> item.entity(reader.getLocalName());
                default -> {
                    // comments and processing instructions say nothing of a product
                }
            }
        }
        return item.fields();
    }

    private String location() {
        return "line " + (xml == null ? 1 : Math.max(1, xml.getLocation().getLineNumber()));
    }

    private static String reason(Exception e) {
        // The parser's messages are of two lines, the first of which says the place.
        String message = String.valueOf(e.getMessage());
        int second = message.indexOf("Message: ");
        return second < 0 ? message : message.substring(second + "Message: ".length());
    }

    @Override
    public void close() {
        try {
            bytes.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
