package io.buyme.catalog.feed;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleConsumer;

/** What a file of products is written in. */
enum FeedFormat {
    TABLE {
        @Override
        RowSource open(FeedFile file, FeedOptions options, DoubleConsumer shareRead) {
            Table table = Table.open(file, shareRead);
            return table.isShopify()
                    ? new ShopifyRows(table, new DraftReader(file.path(), options), options)
                    : new TableRows(table, new DraftReader(file.path(), options));
        }
    },
    JSON_LINES {
        @Override
        RowSource open(FeedFile file, FeedOptions options, DoubleConsumer shareRead) {
            return new JsonLineRows(
                    TextLines.open(file, shareRead), new JsonProducts(new DraftReader(file.path(), options)));
        }
    },
    JSON {
        @Override
        RowSource open(FeedFile file, FeedOptions options, DoubleConsumer shareRead) {
            return new JsonRows(file, file.text(shareRead), new JsonProducts(new DraftReader(file.path(), options)));
        }
    },
    XML {
        @Override
        RowSource open(FeedFile file, FeedOptions options, DoubleConsumer shareRead) {
            return new XmlRows(file.open(shareRead), new DraftReader(file.path(), options));
        }
    };

    private static final int HEAD = 1 << 16;
    private static final String PACKED = ".gz";

    /** Opens a file of this format. */
    abstract RowSource open(FeedFile file, FeedOptions options, DoubleConsumer shareRead);

    /** Returns the format of a file: its name tells, or else its content. */
    static Optional<FeedFormat> of(FeedFile file) {
        String name = file.path().toString().toLowerCase(Locale.ROOT);
        String unpacked = name.endsWith(PACKED) ? name.substring(0, name.length() - PACKED.length()) : name;
        return switch (unpacked.substring(unpacked.lastIndexOf('.') + 1)) {
            case "csv", "tsv" -> Optional.of(TABLE);
            case "jsonl", "ndjson" -> Optional.of(JSON_LINES);
            case "json", "jsonld" -> Optional.of(JSON);
            case "xml", "rss", "atom" -> Optional.of(XML);
            default -> ofContent(head(file));
        };
    }

    private static Optional<FeedFormat> ofContent(String head) {
        String text = head.strip();
        if (text.startsWith("<")) {
            return Optional.of(XML);
        }
        if (text.startsWith("[")) {
            return Optional.of(JSON);
        }
        if (text.startsWith("{")) {
            return Optional.of(text.lines().skip(1).anyMatch(line -> line.startsWith("{")) ? JSON_LINES : JSON);
        }
        return text.lines().findFirst().filter(Table::looksLikeHeader).map(line -> TABLE);
    }

    /** Returns the beginning; a text in UTF-16 shows its characters between zeros. */
    private static String head(FeedFile file) {
        try (BufferedReader reader = file.text(share -> {})) {
            char[] head = new char[HEAD];
            int length = Math.max(0, reader.read(head));
            return new String(head, 0, length).replaceAll("[\0\uFFFD]", "");
        } catch (IOException e) {
            throw file.unreadable(e);
        }
    }
}
