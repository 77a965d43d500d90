package io.buyme.catalog.feed;

import io.buyme.catalog.feed.Table.Row;
import java.util.List;
import java.util.Optional;

/** The rows of a table with a product a row: of plain columns, or those of Google's product data. */
final class TableRows implements RowSource {

    private final Table table;
    private final DraftReader drafts;
    private final List<Optional<Field>> columns;

    TableRows(Table table, DraftReader drafts) {
        this.table = table;
        this.drafts = drafts;
        this.columns = table.header().stream().map(Field::named).toList();
    }

    @Override
    public Optional<FeedEntry> next() {
        return table.next().map(this::entry);
    }

    private FeedEntry entry(Row row) {
        if (row.problem().isPresent()) {
            return Rejected.row(row.location(), row.problem().get());
        }
        RowFields fields = new RowFields();
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).isPresent()) {
                Field field = columns.get(i).get();
                fields.name(field, table.header().get(i));
                fields.add(field, i < row.values().size() ? row.values().get(i) : "");
            }
        }
        return drafts.entry(row.location(), fields);
    }

    @Override
    public void close() {
        table.close();
    }
}
