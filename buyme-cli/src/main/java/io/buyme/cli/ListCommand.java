package io.buyme.cli;

import io.buyme.api.Product;
import io.buyme.catalog.Catalog;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code buyme list}: what is in a catalogue? */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        versionProvider = ManifestVersion.class,
        description =
                "Lists the products of a catalogue by id, one a line, tab-separated: id, super-category, category,"
                        + " title, brand, price, link. What a product does not have is left empty.")
final class ListCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final StoredCatalogOptions stored = new StoredCatalogOptions();

    ListCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (Catalog catalog = stored.open()) {
            catalog.products().forEachOrdered(product -> console.out().println(line(product)));
            console.note("%d products", catalog.size());
            return ExitCodes.OK;
        }
    }

    /** Returns the line of a product. */
    static String line(Product product) {
        return String.join(
                "\t",
                OneLine.of(product.id()),
                product.superCategory().label(),
                OneLine.of(product.category()),
                OneLine.of(product.title()),
                OneLine.of(product.brand().orElse("")),
                product.price().map(Object::toString).orElse(""),
                OneLine.of(product.link().orElse("")));
    }
}
