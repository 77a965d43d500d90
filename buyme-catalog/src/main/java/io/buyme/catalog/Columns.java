package io.buyme.catalog;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.buyme.api.Attributes;
import io.buyme.api.Embedding;
import io.buyme.api.EmbeddingSpace;
import io.buyme.api.Price;
import io.buyme.api.Product;
import io.buyme.api.ProductDetails;
import io.buyme.api.ProductDetails.Availability;
import io.buyme.api.SuperCategory;
import io.buyme.api.Taxonomy;
import io.buyme.catalog.SqlFailure.DamageException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How records are written in the columns of the database. */
final class Columns {

    /** The columns of a product, in the order in which {@link #setProduct} sets them. */
    static final List<String> PRODUCT = List.of(
            "id",
            "title",
            "brand",
            "price",
            "currency",
            "link",
            "image",
            "category",
            "super_category",
            "availability",
            "color",
            "gender",
            "sizes",
            "style_group",
            "tags",
            "regular_price",
            "regular_currency",
            "more_images",
            "category_score",
            "checksum");

    /** A byte that tells the format, and a checksum. */
    private static final int TRAILER = 1 + Integer.BYTES;

    private static final TypeReference<List<String>> WORDS = new TypeReference<>() {};

    private static final ObjectMapper JSON = new ObjectMapper();

    private Columns() {}

    static void setProduct(PreparedStatement statement, Product product) throws SQLException {
        ProductDetails details = product.details();
        statement.setString(1, product.id());
        statement.setString(2, product.title());
        statement.setString(3, product.brand().orElse(null));
        statement.setString(4, amount(product.price()));
        statement.setString(5, currency(product.price()));
        statement.setString(6, product.link().orElse(null));
        statement.setString(7, product.image());
        statement.setString(8, product.category());
        statement.setString(9, product.superCategory().name());
        statement.setString(10, details.availability().name());
        statement.setString(11, details.color().orElse(null));
        statement.setString(12, details.gender().orElse(null));
        statement.setString(13, json(details.sizes()));
        statement.setString(14, details.group().orElse(null));
        statement.setString(15, json(details.tags()));
        statement.setString(16, amount(details.regularPrice()));
        statement.setString(17, currency(details.regularPrice()));
        statement.setString(18, json(details.moreImages()));
        statement.setDouble(19, details.categoryScore());
        statement.setLong(20, RowChecksum.of(product));
    }

    private static @Nullable String amount(Optional<Price> price) {
        return price.map(p -> p.amount().toPlainString()).orElse(null);
    }

    private static @Nullable String currency(Optional<Price> price) {
        return price.map(Price::currency).orElse(null);
    }

    static Product product(ResultSet row) throws SQLException {
        Product product;
        try {
            product = new Product(
                    row.getString("id"),
                    row.getString("title"),
                    Optional.ofNullable(row.getString("brand")),
                    price(row.getString("price"), row.getString("currency")),
                    Optional.ofNullable(row.getString("link")),
                    row.getString("image"),
                    row.getString("category"),
                    SuperCategory.valueOf(row.getString("super_category")),
                    details(row));
        } catch (IllegalArgumentException | NullPointerException e) {
            throw new DamageException("the columns hold no product: " + e.getMessage(), e);
        }
        requireChecksum(row, "checksum", RowChecksum.of(product), "product " + product.id());
        return product;
    }

    /** Rows of version 1 have neither details nor a checksum. */
    private static ProductDetails details(ResultSet row) throws SQLException {
        String availability = row.getString("availability");
        if (availability == null) {
            return ProductDetails.NONE;
        }
        return new ProductDetails(
                Availability.valueOf(availability),
                Optional.ofNullable(row.getString("color")),
                Optional.ofNullable(row.getString("gender")),
                words(row.getString("sizes")),
                Optional.ofNullable(row.getString("style_group")),
                words(row.getString("tags")),
                price(row.getString("regular_price"), row.getString("regular_currency")),
                words(row.getString("more_images")),
                row.getDouble("category_score"));
    }

    /** The columns that {@link #facts} reads, of the table of products alone. */
    static final String FACTS = "p.id, p.brand, p.price, p.currency, p.category, p.super_category, p.availability,"
            + " p.color, p.gender, p.sizes, p.style_group, p.tags";

    /**
     * Returns what filters ask of a product, and nothing else of it. Its tags are the shop's, and those in the column
     * {@code seen}. Whether the row is what was written is not checked: that needs all of it.
     */
    static Product facts(ResultSet row) throws SQLException {
        String availability = row.getString("availability");
        List<String> tags = new ArrayList<>(words(row.getString("tags")));
        tags.addAll(words(row.getString("seen")));
        try {
            ProductDetails details = new ProductDetails(
                    availability == null ? Availability.UNKNOWN : Availability.valueOf(availability),
                    Optional.ofNullable(row.getString("color")),
                    Optional.ofNullable(row.getString("gender")),
                    words(row.getString("sizes")),
                    Optional.ofNullable(row.getString("style_group")),
                    tags.stream().map(Taxonomy::normalize).distinct().sorted().toList(),
                    Optional.empty(),
                    List.of(),
                    1);
            return new Product(
                    row.getString("id"),
                    "",
                    Optional.ofNullable(row.getString("brand")),
                    price(row.getString("price"), row.getString("currency")),
                    Optional.empty(),
                    "",
                    row.getString("category"),
                    SuperCategory.valueOf(row.getString("super_category")),
                    details);
        } catch (IllegalArgumentException e) {
            throw new DamageException("the columns hold no product: " + e.getMessage(), e);
        }
    }

    static void requireChecksum(ResultSet row, String column, long wanted, String what) throws SQLException {
        long stored = row.getLong(column);
        if (!row.wasNull() && stored != wanted) {
            throw new DamageException("what is stored of " + what + " is not what was written");
        }
    }

    private static Optional<Price> price(@Nullable String amount, @Nullable String currency) {
        return amount == null
                ? Optional.empty()
                : Optional.of(new Price(new BigDecimal(amount), requireNonNullElse(currency, "")));
    }

    private static @Nullable String json(List<String> words) {
        return words.isEmpty() ? null : written(words);
    }

    /** Returns words as they are written in a column. */
    static String words(List<String> words) {
        return written(words);
    }

    private static List<String> words(@Nullable String json) throws SQLException {
        try {
            return json == null ? List.of() : JSON.readValue(json, WORDS);
        } catch (JsonProcessingException e) {
            throw new DamageException("a column holds no list of words: " + json, e);
        }
    }

    /**
     * Returns the values, and behind them a byte 1 and their checksum, which covers the product's id too. Vectors of
     * version 1 are values alone, so they have a multiple of four bytes.
     */
    static byte[] vector(String productId, Embedding embedding) {
        int length = embedding.space().dimension() * Float.BYTES;
        ByteBuffer bytes = ByteBuffer.allocate(length + TRAILER).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(embedding.toArray());
        bytes.put(length, (byte) 1);
        bytes.putInt(length + 1, RowChecksum.of(productId, bytes.array(), length));
        return bytes.array();
    }

    static Embedding embedding(EmbeddingSpace space, String productId, byte[] vector) throws SQLException {
        requireVector(productId, vector);
        float[] values = new float[(isChecked(vector) ? vector.length - TRAILER : vector.length) / Float.BYTES];
        ByteBuffer.wrap(vector).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
        try {
            return Embedding.of(space, values);
        } catch (IllegalArgumentException e) {
            throw new DamageException("product %s has no embedding: %s".formatted(productId, e.getMessage()), e);
        }
    }

    /** Checks that a vector is what was written. */
    static void requireVector(String productId, byte[] vector) throws DamageException {
        if (!isChecked(vector)) {
            return;
        }
        int length = vector.length - TRAILER;
        int stored = ByteBuffer.wrap(vector).order(ByteOrder.LITTLE_ENDIAN).getInt(length + 1);
        if (stored != RowChecksum.of(productId, vector, length)) {
            throw new DamageException("the vector of product " + productId + " is not what was written");
        }
    }

    /** Tells by the length whether a vector has a checksum. */
    static boolean isChecked(byte[] vector) {
        return vector.length > TRAILER && vector.length % Float.BYTES == TRAILER % Float.BYTES;
    }

    static String attributes(Attributes attributes) {
        return written(attributes);
    }

    static Attributes attributes(String json) throws SQLException {
        try {
            return JSON.readValue(json, Attributes.class);
        } catch (JsonProcessingException e) {
            throw new DamageException("column attributes holds no attributes: " + json, e);
        }
    }

    private static String written(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts and plain records have JSON, yet " + value + " has none", e);
        }
    }
}
