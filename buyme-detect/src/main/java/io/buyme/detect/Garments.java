package io.buyme.detect;

import io.buyme.api.Article;
import io.buyme.api.DetectedBox;
import io.buyme.api.Detection;
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
    private final List<Article> articles = new ArrayList<>();
    private final List<DetectedBox> boxes = new ArrayList<>();
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
        garments.articles.sort(Comparator.comparingDouble(Article::score).reversed());
        return new Detection(garments.articles, garments.boxes, garments.notes);
    }

    private void cutTrunk() {
        Region upper = new Region("upper", SuperCategory.UPPER, regions.upper(), score(Confidence.UPPER, SHOULDERS));
        if (!inSight(HIPS)) {
            notes.add("hips are not visible: no lower garment searched");
            keep(upper, "the trunk above the hips, which are not visible");
            return;
        }
        if (!inSight(KNEES)) {
            notes.add("knees are not visible: the lower garment is cut off");
        }
        Region lower = new Region("lower", SuperCategory.LOWER, regions.lower(), score(Confidence.LOWER, KNEES));
        Region whole = new Region(
                "one-piece", SuperCategory.ONE_PIECE, regions.onePiece(), score(Confidence.ONE_PIECE, KNEES));
        OnePiece onePiece = OnePiece.of(body, cuts);
        if (onePiece.likely()) {
            String reason = onePiece.reason() + ": one piece";
            keep(whole, reason);
            drop(upper, reason);
            drop(lower, reason);
        } else {
            String reason = onePiece.reason() + ": two garments";
            keep(upper, reason);
            keep(lower, reason);
            drop(whole, reason);
        }
    }

    private void cutFeet() {
        if (!inSight(ANKLES)) {
            notes.add("feet are not visible: no footwear searched");
            return;
        }
        keep(
                new Region("footwear", SuperCategory.FOOTWEAR, regions.footwear(), score(Confidence.FOOTWEAR, ANKLES)),
                "what covers the feet, which are visible");
    }

    private void cutHead() {
        drop(
                new Region("headwear", SuperCategory.ACCESSORY, regions.head(), Confidence.HEADWEAR),
                "a head alone is no article: this detector cannot tell a hat from hair");
    }

    /** Makes the region an article if enough of it is visible. Without a pixel it has no box: a note. */
    private void keep(Region region, String reason) {
        Optional<Article> article = region.article(body);
        if (article.isEmpty()) {
            notes.add("no pixel of the %s is visible: none found".formatted(region.category));
        } else if (region.cells.size() < MIN_CELLS) {
            int pixels = article.flatMap(Article::mask).map(Mask::area).orElse(0);
            boxes.add(DetectedBox.dropped(article.get(), "only %d pixels of it are visible".formatted(pixels)));
        } else {
            articles.add(article.get());
            boxes.add(DetectedBox.kept(article.get(), reason));
        }
    }

    private void drop(Region region, String reason) {
        region.article(body)
                .map(article -> DetectedBox.dropped(article, reason))
                .ifPresent(boxes::add);
    }

    private boolean inSight(String... keypoints) {
        return body.skeleton().anyInside(body.photo(), VISIBLE, keypoints);
    }

    private double score(double share, String... keypoints) {
        double seen = body.skeleton().score(keypoints).orElse(0);
        return share * Math.min(1, Math.max(0, seen));
    }

    /** What one garment may cover. */
    private record Region(String category, SuperCategory superCategory, CellSet cells, double score) {

        Optional<Article> article(Body body) {
            Optional<Mask> mask = cells.toMask(body.person());
            return mask.flatMap(Mask::bounds).map(box -> new Article(category, superCategory, score, box, mask));
        }
    }
}
