package io.buyme.cli.heldout;

import io.buyme.api.Attributes;
import io.buyme.api.Attributes.ColorShare;
import io.buyme.api.LabColor;
import io.buyme.api.Product;
import io.buyme.api.ProductSource.DescribedProduct;
import io.buyme.api.Taxonomy;
import io.buyme.catalog.Catalog;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/**
 * Grades products as a stand-in for another one that is not on sale: 1 if it is of the same category, 2 if its main
 * colour is the same as well, else 0.
 */
final class GradedShelf {

    /** CIEDE2000 difference up to which two colours pass for the same in another light. */
    private static final double SAME_COLOR = 12;

    private static final int TOP = 10;
    private static final int PRODUCTS_PER_PAGE = 500;

    private final Map<String, List<Shelved>> byCategory = new HashMap<>();

    /** Reads all products of a catalogue. */
    static GradedShelf of(Catalog catalog) {
        GradedShelf shelf = new GradedShelf();
        List<String> page = new ArrayList<>();
        catalog.products().forEach(product -> {
            page.add(product.id());
            if (page.size() == PRODUCTS_PER_PAGE) {
                shelf.addAll(catalog, page);
            }
        });
        shelf.addAll(catalog, page);
        return shelf;
    }

    private void addAll(Catalog catalog, List<String> page) {
        for (DescribedProduct product : catalog.productsById(page).values()) {
            byCategory
                    .computeIfAbsent(category(product.product()), key -> new ArrayList<>())
                    .add(new Shelved(product.product().id(), mainColor(product.attributes())));
        }
        page.clear();
    }

    /** Returns the grade of a product as a stand-in for the one held out. */
    static int grade(HeldOut heldOut, Product product, Attributes attributes) {
        if (!category(product).equals(category(heldOut.product()))) {
            return 0;
        }
        return same(mainColor(heldOut.stored().attributes()), mainColor(attributes)) ? 2 : 1;
    }

    /** Returns the normalized discounted cumulative gain of the first ten, with a gain of 2^grade - 1. */
    double gain(HeldOut heldOut, List<Integer> grades) {
        List<Integer> bestGrades = bestGrades(heldOut);
        double best = discounted(place -> place < bestGrades.size() ? bestGrades.get(place) : 0);
        double actual = discounted(place -> place < grades.size() ? grades.get(place) : 0);
        return best == 0 ? 0 : actual / best;
    }

    private static double discounted(IntUnaryOperator gradeAt) {
        double sum = 0;
        for (int place = 0; place < TOP; place++) {
            sum += (Math.pow(2, gradeAt.applyAsInt(place)) - 1) * Math.log(2) / Math.log(place + 2.0);
        }
        return sum;
    }

    /** Returns the grades of the best list that the catalogue has. */
    private List<Integer> bestGrades(HeldOut heldOut) {
        Optional<LabColor> color = mainColor(heldOut.stored().attributes());
        int same = 0;
        int others = 0;
        for (Shelved shelved : byCategory.getOrDefault(category(heldOut.product()), List.of())) {
            if (same == TOP) {
                break;
            }
            if (!shelved.id().equals(heldOut.product().id())) {
                boolean sameColor = same(color, shelved.color());
                same += sameColor ? 1 : 0;
                others += sameColor ? 0 : 1;
            }
        }
        List<Integer> grades = new ArrayList<>(Collections.nCopies(same, 2));
        grades.addAll(Collections.nCopies(Math.min(TOP - same, others), 1));
        return grades;
    }

    private static String category(Product product) {
        return Taxonomy.normalize(product.category());
    }

    private static Optional<LabColor> mainColor(Attributes attributes) {
        return attributes.colors().stream().findFirst().map(ColorShare::rgb).map(LabColor::ofRgb);
    }

    private static boolean same(Optional<LabColor> one, Optional<LabColor> other) {
        return one.isPresent() && other.isPresent() && one.get().difference(other.get()) <= SAME_COLOR;
    }

    private record Shelved(String id, Optional<LabColor> color) {}
}
