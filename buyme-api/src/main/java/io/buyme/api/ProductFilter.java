package io.buyme.api;

import static java.util.Objects.requireNonNull;

import io.buyme.api.ProductDetails.Availability;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which products a search may return: those that fulfil one of the conditions of every clause (AND of ORs). Words are
 * compared without regard to case, and with blanks, underscores and hyphens alike. What a product does not say does not
 * pass: one without a price is in no price range. Immutable; equal filters are interchangeable, so that sources may keep
 * what they found out.
 *
 * <pre>{@code
 * ProductFilter.ALL.price("EUR", 20, 60).brand("Acme", "Ajax").available()
 * }</pre>
 *
 * @param clauses all of which must hold; empty lets everything pass
 */
public record ProductFilter(List<Clause> clauses) implements Predicate<Product> {

    /** Lets every product pass. */
    public static final ProductFilter ALL = new ProductFilter(List.of());

    /** Copies the clauses. */
    public ProductFilter {
        clauses = List.copyOf(clauses);
    }

    /**
     * Conditions of which one must hold.
     *
     * @param anyOf at least one
     */
    public record Clause(List<Condition> anyOf) {

        /** Copies the conditions. */
        public Clause {
            anyOf = List.copyOf(anyOf);
            if (anyOf.isEmpty()) {
                throw new IllegalArgumentException("a clause of no condition lets nothing pass; leave it out");
            }
        }
    }

    /** Something to ask of a product. */
    public sealed interface Condition extends Predicate<Product> permits Word, PriceRange, Stock {}

    /** The fields of a product that hold words. */
    public enum Field {
        /** {@link Product#brand}. */
        BRAND,
        /** {@link Product#category}. */
        CATEGORY,
        /** {@link Product#superCategory}, by its name. */
        SUPER_CATEGORY,
        /** {@link ProductDetails#color}. */
        COLOR,
        /** {@link ProductDetails#gender}. */
        GENDER,
        /** {@link ProductDetails#sizes}. */
        SIZE,
        /** {@link ProductDetails#tags}; a catalogue adds the tags that the embedder sees, such as {@code striped}. */
        TAG,
        /** {@link ProductDetails#group}. */
        GROUP;

        private Collection<String> wordsOf(Product product) {
            ProductDetails details = product.details();
            return switch (this) {
                case BRAND -> listOf(product.brand());
                case CATEGORY -> List.of(product.category());
                case SUPER_CATEGORY -> List.of(product.superCategory().name());
                case COLOR -> listOf(details.color());
                case GENDER -> listOf(details.gender());
                case SIZE -> details.sizes();
                case TAG -> details.tags();
                case GROUP -> listOf(details.group());
            };
        }

        private static List<String> listOf(Optional<String> word) {
            return word.map(List::of).orElse(List.of());
        }
    }

    /**
     * A field that has this word, or has it among others.
     *
     * @param field to look at
     * @param word as {@link Taxonomy#normalize} writes it
     */
    public record Word(Field field, String word) implements Condition {

        /** Normalizes the word. */
        public Word {
            requireNonNull(field, "field");
            word = Taxonomy.normalize(word);
        }

        @Override
        public boolean test(Product product) {
            return field.wordsOf(product).stream()
                    .anyMatch(w -> w.equals(word) || Taxonomy.normalize(w).equals(word));
        }
    }

    /**
     * A price in this currency, limits included.
     *
     * @param currency ISO 4217
     * @param from the least, if there is a limit
     * @param to the most, if there is a limit
     */
    public record PriceRange(String currency, Optional<BigDecimal> from, Optional<BigDecimal> to) implements Condition {

        /** Checks that the range is not empty. */
        public PriceRange {
            requireNonNull(currency, "currency");
            requireNonNull(from, "from");
            requireNonNull(to, "to");
            if (from.isPresent() && to.isPresent() && from.get().compareTo(to.get()) > 0) {
                throw new IllegalArgumentException("no price is from %s to %s".formatted(from.get(), to.get()));
            }
            currency = currency.toUpperCase(Locale.ROOT);
        }

        @Override
        public boolean test(Product product) {
            return product.price()
                    .filter(p -> p.currency().equals(currency))
                    .filter(p -> from.isEmpty() || p.amount().compareTo(from.get()) >= 0)
                    .filter(p -> to.isEmpty() || p.amount().compareTo(to.get()) <= 0)
                    .isPresent();
        }
    }

    /**
     * What the shop says of the stock.
     *
     * @param availability wanted
     */
    public record Stock(Availability availability) implements Condition {

        /** Checks that it is there. */
        public Stock {
            requireNonNull(availability, "availability");
        }

        @Override
        public boolean test(Product product) {
            return product.details().availability() == availability;
        }
    }

    @Override
    public boolean test(Product product) {
        for (Clause clause : clauses) {
            if (clause.anyOf().stream().noneMatch(condition -> condition.test(product))) {
                return false;
            }
        }
        return true;
    }

    /** Tells whether everything passes. */
    public boolean isAll() {
        return clauses.isEmpty();
    }

    /** Returns this filter with one more clause. */
    public ProductFilter and(List<? extends Condition> anyOf) {
        List<Clause> all = new ArrayList<>(clauses);
        all.add(new Clause(List.copyOf(anyOf)));
        return new ProductFilter(all);
    }

    /** Returns this filter for products whose field has one of these words. */
    public ProductFilter and(Field field, String... words) {
        return and(List.of(words).stream().map(w -> new Word(field, w)).toList());
    }

    /** Returns this filter for products of one of these brands. */
    public ProductFilter brand(String... brands) {
        return and(Field.BRAND, brands);
    }

    /** Returns this filter for prices in a currency, from one amount to another. */
    public ProductFilter price(String currency, double from, double to) {
        return and(List.of(
                new PriceRange(currency, Optional.of(BigDecimal.valueOf(from)), Optional.of(BigDecimal.valueOf(to)))));
    }

    /** Returns this filter for products that can be bought now, as far as the shop says. */
    public ProductFilter available() {
        return and(List.of(new Stock(Availability.IN_STOCK), new Stock(Availability.UNKNOWN)));
    }

    /**
     * Returns this filter with a clause that is written in words: {@code brand=Acme|Ajax}, {@code price=20..60 EUR} (or
     * {@code 20.. EUR}, {@code ..60 EUR}), {@code availability=in stock|preorder}. Fields are those of {@link Field},
     * {@code price} and {@code availability}.
     *
     * @throws IllegalArgumentException if it is none; the message says what would be
     */
    public ProductFilter and(String clause) {
        return and(FilterText.parse(clause));
    }
}
