package io.buyme.catalog;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteCatalogTest extends CatalogContract {

    SqliteCatalogTest(@TempDir Path folder) {
        super(folder.resolve("catalog"));
    }

    @Override
    CatalogSettings settings() {
        return CatalogSettings.standard();
    }
}
