package io.buyme.detect;

import io.buyme.api.Article;
import io.buyme.api.Detection;
import io.buyme.api.Detection.Discarded;
import io.buyme.api.Mask;
import io.buyme.api.SuperCategory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Cuts one body into garments and decides which of them are articles. */
final class Garments {

    /** Fewer cells than this show nothing to search for. */
    private static final int MIN_CELLS = 60;

    private static final double VISIBLE = 0.3;
    private static final double ONE_PIECE_CONTRAST = 12;

    private final Body body;
    private final Cuts cuts;
    private final List<Article> kept = new ArrayList<>();
    private final List<Discarded> discarded = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private Garments(Body body) {
        this.body = body;
        this.cuts = Cuts.of(StationProfile.of(body.raster(), body.map()));
    }

    static Detection of(Body body) {
        Garments garments = new Garments(body);
        garments.cutTrunk();
        garments.cutFeet();
        garments.cutHead();
        garments.kept.sort(Comparator.comparingDouble(Article::score).reversed());
        return new Detection(garments.kept, garments.discarded, garments.notes);
    }

    private void cutTrunk() {
        Optional<String> whole = cuts.contrast() < ONE_PIECE_CONTRAST
                ? Optional.empty()
                : Optional.of(
                        "the color changes by %.0f (CIELAB) at the waist: two garments".formatted(cuts.contrast()));
        Optional<String> halves = whole.isPresent()
                ? Optional.empty()
                : Optional.of(
                        "the color changes by only %.0f (CIELAB) at the waist: one piece".formatted(cuts.contrast()));
        consider("upper", SuperCategory.UPPER, Regions.upper(body, cuts), 0.7, halves);
        consider("lower", SuperCategory.LOWER, Regions.lower(body, cuts), 0.6, halves);
        consider("dress", SuperCategory.ONE_PIECE, Regions.onePiece(body, cuts), 0.4, whole);
    }

    private void cutFeet() {
        OptionalDouble seen = body.skeleton().score("left_ankle", "right_ankle", "left_foot_index", "right_foot_index");
        if (seen.orElse(0) < VISIBLE) {
            notes.add("feet are not visible: no footwear searched");
            return;
        }
        consider("footwear", SuperCategory.FOOTWEAR, Regions.footwear(body, cuts), 0.7, Optional.empty());
    }

    private void cutHead() {
        Optional<String> reason =
                Optional.of("a head alone is no article: this detector cannot tell a hat or eyewear from hair");
        consider("accessory", SuperCategory.ACCESSORY, Regions.head(body), 0.1, reason);
    }

    private void consider(
            String category, SuperCategory superCategory, CellSet cells, double score, Optional<String> reason) {
        Optional<Mask> mask = cells.toMask(body.person());
        if (mask.isEmpty()) {
            return;
        }
        Article article =
                new Article(category, superCategory, score, mask.get().bounds().orElseThrow(), mask);
        if (reason.isPresent()) {
            discarded.add(new Discarded(article, reason.get()));
        } else if (cells.size() < MIN_CELLS) {
            discarded.add(new Discarded(article, "only " + mask.get().area() + " pixels of it are visible"));
        } else {
            kept.add(article);
        }
    }
}
