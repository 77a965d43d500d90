package io.buyme.catalog;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.buyme.api.Attributes;
import io.buyme.api.Embedding;
import io.buyme.api.EmbeddingSpace;
import io.buyme.api.Price;
import io.buyme.api.Product;
import io.buyme.api.SuperCategory;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** How records are written in the columns of the database. */
final class Columns {

    /** The columns of a product, in the order in which {@link #setProduct} and {@link #product} take them. */
    static final String PRODUCT = "id, title, brand, price, currency, link, image, category, super_category";

    static final int PRODUCT_COUNT = 9;

    private static final ObjectMapper JSON = new ObjectMapper();

    private Columns() {}

    static void setProduct(PreparedStatement statement, Product product) throws SQLException {
        statement.setString(1, product.id());
        statement.setString(2, product.title());
        statement.setString(3, product.brand().orElse(null));
        statement.setString(
                4, product.price().map(p -> p.amount().toPlainString()).orElse(null));
        statement.setString(5, product.price().map(Price::currency).orElse(null));
        statement.setString(6, product.link().orElse(null));
        statement.setString(7, product.image());
        statement.setString(8, product.category());
        statement.setString(9, product.superCategory().name());
    }

    static Product product(ResultSet row) throws SQLException {
        try {
            return new Product(
                    row.getString("id"),
                    row.getString("title"),
                    Optional.ofNullable(row.getString("brand")),
                    price(row),
                    Optional.ofNullable(row.getString("link")),
                    row.getString("image"),
                    row.getString("category"),
                    SuperCategory.valueOf(row.getString("super_category")));
        } catch (IllegalArgumentException e) {
            throw new SQLException("the columns hold no product: " + e.getMessage(), e);
        }
    }

    private static Optional<Price> price(ResultSet row) throws SQLException {
        String amount = row.getString("price");
        return amount == null
                ? Optional.empty()
                : Optional.of(new Price(new BigDecimal(amount), requireNonNullElse(row.getString("currency"), "")));
    }

    static byte[] vector(Embedding embedding) {
        ByteBuffer bytes =
                ByteBuffer.allocate(embedding.space().dimension() * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(embedding.toArray());
        return bytes.array();
    }

    static Embedding embedding(EmbeddingSpace space, byte[] vector) throws SQLException {
        float[] values = new float[vector.length / Float.BYTES];
        ByteBuffer.wrap(vector).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
        try {
            return Embedding.of(space, values);
        } catch (IllegalArgumentException e) {
            throw new SQLException("column vector holds no embedding: " + e.getMessage(), e);
        }
    }

    static String attributes(Attributes attributes) {
        try {
            return JSON.writeValueAsString(attributes);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("attributes are plain records, yet " + attributes + " has no JSON", e);
        }
    }

    static Attributes attributes(String json) throws SQLException {
        try {
            return JSON.readValue(json, Attributes.class);
        } catch (JsonProcessingException e) {
            throw new SQLException("column attributes holds no attributes: " + json, e);
        }
    }
}
