package io.buyme.cli.demo;

import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.buyme.api.BuyMeException;
import io.buyme.image.ImageEncoder;
import io.buyme.testkit.lookbook.CatalogItem;
import io.buyme.testkit.lookbook.Look;
import io.buyme.testkit.lookbook.LookBook;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Writes a look book the way a shop has its data: pictures of products with a CSV file that names them, and photos of
 * people. Pictures that are there already are not drawn again.
 */
public final class LookBookFiles {

    private static final float QUALITY = 0.9f;
    private static final CsvMapper CSV = new CsvMapper();

    private final LookBook book;
    private final Path folder;

    /** Creates a writer into this folder, which is made if it is not there. */
    public LookBookFiles(LookBook book, Path folder) {
        this.book = book;
        this.folder = folder;
    }

    private record Row(
            String id,
            String title,
            String brand,
            String price,
            String currency,
            String link,
            String image,
            String category) {}

    /**
     * Writes the first products of the book.
     *
     * @return the CSV file, which {@link io.buyme.catalog.Feeds} reads
     */
    public Path writeProducts(int count) {
        Path pictures = makeFolder("products");
        IntStream.range(0, count)
                .parallel()
                .mapToObj(book::item)
                .forEach(item -> write(pictures.resolve(item.id() + ".jpg"), item::picture));
        Path csv = folder.resolve("products.csv");
        CsvSchema schema = CSV.schemaFor(Row.class).withHeader();
        try (SequenceWriter rows = CSV.writer(schema).writeValues(csv.toFile())) {
            for (int i = 0; i < count; i++) {
                rows.write(row(book.item(i)));
            }
        } catch (IOException e) {
            throw new BuyMeException("cannot write " + csv + ": " + e, e);
        }
        return csv;
    }

    /** Writes the front views of the first looks and returns them, in order. */
    public List<Path> writePhotos(int count) {
        Path photos = makeFolder("photos");
        return IntStream.range(0, count)
                .parallel()
                .mapToObj(i -> writePhoto(photos, i))
                .toList();
    }

    private Path writePhoto(Path photos, int index) {
        Look look = book.look(index);
        return write(photos.resolve(look.name() + ".jpg"), look::photo);
    }

    private static Row row(CatalogItem item) {
        return new Row(
                item.id(),
                item.title(),
                item.brand(),
                item.price().amount().toPlainString(),
                item.price().currency(),
                "https://shop.example/" + item.id(),
                "products/" + item.id() + ".jpg",
                item.category());
    }

    /** A file is there wholly or not at all, so one that is there needs no second look. */
    private static Path write(Path file, Supplier<BufferedImage> picture) {
        if (Files.exists(file)) {
            return file;
        }
        Path unfinished = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.write(unfinished, ImageEncoder.jpeg(picture.get(), QUALITY));
            return Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new BuyMeException("cannot write " + file + ": " + e, e);
        }
    }

    private Path makeFolder(String name) {
        try {
            return Files.createDirectories(folder.resolve(name));
        } catch (IOException e) {
            throw new BuyMeException("cannot make a folder in " + folder + ": " + e, e);
        }
    }
}
