package io.buyme.cli;

import io.buyme.api.ProductFilter;
import java.util.List;
import picocli.CommandLine.Option;

/** Which products may be found. */
final class FilterOptions {

    @Option(
            names = "--where",
            paramLabel = "CONDITION",
            description =
                    "Only products that fulfil it: 'brand=Acme|Ajax', 'price=20..60 EUR', 'availability=in stock',"
                            + " also category, super_category, color, gender, size, tag and group. May be given several times;"
                            + " then all must hold, each by one of its alternatives.")
    private List<String> conditions = List.of();

    /** Returns the filter that the conditions make. */
    ProductFilter filter() {
        ProductFilter filter = ProductFilter.ALL;
        for (String condition : conditions) {
            try {
                filter = filter.and(condition);
            } catch (IllegalArgumentException e) {
                throw Usage.wrong("--where: " + e.getMessage());
            }
        }
        return filter;
    }
}
