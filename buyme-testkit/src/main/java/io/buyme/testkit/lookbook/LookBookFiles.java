package io.buyme.testkit.lookbook;

import static java.util.stream.Collectors.joining;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** Writes products and looks to a folder, as pictures and CSV (RFC 4180, every field quoted). */
final class LookBookFiles {

    private final Path folder;

    LookBookFiles(Path folder) {
        this.folder = folder;
    }

    void writeProducts(List<CatalogItem> items) throws IOException {
        Files.createDirectories(folder);
        try (Writer csv = Files.newBufferedWriter(folder.resolve("products.csv"))) {
            csv.write(row("id", "title", "brand", "price", "currency", "link", "image", "category"));
            for (CatalogItem item : items) {
                csv.write(productRow(item));
            }
        }
        // Drawing and compressing take all the time, so all cores share the work.
        try {
            items.parallelStream().forEach(item -> writePicture(item.picture(), imageOf(item)));
        } catch (UncheckedIOException e) {
            throw new IOException("cannot write the product pictures to " + folder + ": " + e.getMessage(), e);
        }
    }

    List<Path> writeLooks(Iterator<Look> looks) throws IOException {
        List<Path> files = new ArrayList<>();
        Files.createDirectories(folder);
        try (Writer csv = Files.newBufferedWriter(folder.resolve("truth.csv"))) {
            csv.write(row("look", "item", "category", "x", "y", "width", "height"));
            while (looks.hasNext()) {
                Look look = looks.next();
                files.add(writePicture(look.photo(), "looks/" + look.name() + ".png"));
                for (WornGarment garment : look.worn()) {
                    csv.write(truthRow(look, garment));
                }
            }
        }
        return files;
    }

    private static String imageOf(CatalogItem item) {
        return "products/%s/%s.png".formatted(item.category(), item.id());
    }

    private static String productRow(CatalogItem item) {
        return row(
                item.id(),
                item.title(),
                item.brand(),
                item.price().amount().toPlainString(),
                item.price().currency(),
                "https://shop.example/products/" + item.id(),
                imageOf(item),
                item.category());
    }

    private static String truthRow(Look look, WornGarment garment) {
        return row(
                look.name(),
                garment.item().id(),
                garment.item().category(),
                pixel(garment.box().x()),
                pixel(garment.box().y()),
                pixel(garment.box().width()),
                pixel(garment.box().height()));
    }

    private static String pixel(double value) {
        return Long.toString(Math.round(value));
    }

    private static String row(String... fields) {
        return Stream.of(fields)
                .map(field -> '"' + field.replace("\"", "\"\"") + '"')
                .collect(joining(",", "", "\r\n"));
    }

    private Path writePicture(BufferedImage image, String name) {
        Path file = folder.resolve(name);
        try {
            Files.createDirectories(file.getParent());
            ImageIO.write(image, "png", file.toFile());
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
