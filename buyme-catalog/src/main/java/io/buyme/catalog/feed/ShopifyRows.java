package io.buyme.catalog.feed;

import io.buyme.catalog.feed.Table.Row;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The products of Shopify's product CSV (https://help.shopify.com/manual/products/import-export/using-csv). Its rows are
 * variants and pictures; those of one handle that follow each other are one product.
 */
final class ShopifyRows implements RowSource {

    private final Table table;
    private final DraftReader drafts;
    private final FeedOptions options;
    private @Nullable Row ahead;

    ShopifyRows(Table table, DraftReader drafts, FeedOptions options) {
        this.table = table;
        this.drafts = drafts;
        this.options = options;
    }

    @Override
    public Optional<FeedEntry> next() {
        Optional<Row> first = take();
        if (first.isEmpty()) {
            return Optional.empty();
        }
        Row row = first.get();
        if (row.problem().isPresent()) {
            return Optional.of(Rejected.row(row.location(), row.problem().get()));
        }
        Map<String, String> values = row.byName(table.header());
        String handle = values.getOrDefault("handle", "");
        ShopifyProduct product = new ShopifyProduct(row.location(), handle, options.shop());
        product.add(values);
        addFurtherRows(product, handle);
        return Optional.of(product.entry(drafts));
    }

    private void addFurtherRows(ShopifyProduct product, String handle) {
        Optional<Row> row = take();
        while (row.isPresent() && row.get().problem().isEmpty()) {
            Map<String, String> values = row.get().byName(table.header());
            if (handle.isEmpty() || !handle.equals(values.get("handle"))) {
                break;
            }
            product.add(values);
            row = take();
        }
        ahead = row.orElse(null);
    }

    private Optional<Row> take() {
        if (ahead == null) {
            return table.next();
        }
        Row row = ahead;
        ahead = null;
        return Optional.of(row);
    }

    @Override
    public void close() {
        table.close();
    }
}
