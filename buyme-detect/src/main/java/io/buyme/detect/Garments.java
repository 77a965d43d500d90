package io.buyme.detect;

import io.buyme.api.Article;
import io.buyme.api.Box;
import io.buyme.api.Detection;
import io.buyme.api.Detection.Discarded;
import io.buyme.api.Mask;
import io.buyme.api.SuperCategory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Cuts one body into garments and decides which of them are articles. */
final class Garments {

    /** Fewer cells than this show nothing to search for. */
    private static final int MIN_CELLS = 40;
    /** Keypoints below this are guesses about what is hidden or outside the photo. */
    private static final double VISIBLE = 0.3;

    private static final String[] HIPS = {"left_hip", "right_hip"};
    private static final String[] KNEES = {"left_knee", "right_knee"};
    private static final String[] ANKLES = {"left_ankle", "right_ankle"};
    private static final String[] SHOULDERS = {"left_shoulder", "right_shoulder"};

    private final Body body;
    private final Cuts cuts;
    private final Regions regions;
    private final List<Article> kept = new ArrayList<>();
    private final List<Discarded> discarded = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private Garments(Body body) {
        this.body = body;
        this.cuts = Cuts.of(StationProfile.of(body));
        this.regions = new Regions(body, cuts);
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
        if (!inSight(HIPS)) {
            notes.add("hips are not visible: no lower garment searched");
            consider("upper", SuperCategory.UPPER, regions.upper(), score(Confidence.UPPER, SHOULDERS), "");
            return;
        }
        if (!inSight(KNEES)) {
            notes.add("knees are not visible: the lower garment is cut off");
        }
        OnePiece onePiece = OnePiece.of(body, cuts);
        String halves = onePiece.likely() ? onePiece.reason() + ": one piece" : "";
        String whole = onePiece.likely() ? "" : onePiece.reason() + ": two garments";
        consider("upper", SuperCategory.UPPER, regions.upper(), score(Confidence.UPPER, SHOULDERS), halves);
        consider("lower", SuperCategory.LOWER, regions.lower(), score(Confidence.LOWER, KNEES), halves);
        consider("one-piece", SuperCategory.ONE_PIECE, regions.onePiece(), score(Confidence.ONE_PIECE, KNEES), whole);
    }

    private void cutFeet() {
        if (!inSight(ANKLES)) {
            notes.add("feet are not visible: no footwear searched");
            return;
        }
        consider("footwear", SuperCategory.FOOTWEAR, regions.footwear(), score(Confidence.FOOTWEAR, ANKLES), "");
    }

    private void cutHead() {
        consider(
                "headwear",
                SuperCategory.ACCESSORY,
                regions.head(),
                Confidence.HEADWEAR,
                "a head alone is no article: this detector cannot tell a hat from hair");
    }

    /** Keeps the region as an article, or discards it if there is a reason to. Without a pixel it has no box: a note. */
    private void consider(String category, SuperCategory superCategory, CellSet cells, double score, String againstIt) {
        Optional<Mask> mask = cells.toMask(body.person());
        Optional<Box> box = mask.flatMap(Mask::bounds);
        if (box.isEmpty()) {
            if (againstIt.isEmpty()) {
                notes.add("no pixel of the %s is visible: none found".formatted(category));
            }
            return;
        }
        Article article = new Article(category, superCategory, score, box.get(), mask);
        if (!againstIt.isEmpty()) {
            discarded.add(new Discarded(article, againstIt));
        } else if (cells.size() < MIN_CELLS) {
            discarded.add(new Discarded(
                    article,
                    "only %d pixels of it are visible".formatted(mask.get().area())));
        } else {
            kept.add(article);
        }
    }

    private boolean inSight(String... keypoints) {
        return body.skeleton().anyInside(body.photo(), VISIBLE, keypoints);
    }

    private double score(double share, String... keypoints) {
        double seen = body.skeleton().score(keypoints).orElse(0);
        return share * Math.min(1, Math.max(0, seen));
    }
}
