package io.buyme.train.active;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.buyme.api.Article;
import io.buyme.api.Box;
import io.buyme.api.DetectedBox;
import io.buyme.api.Detection;
import io.buyme.api.SuperCategory;
import io.buyme.api.Taxonomy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SuggesterTest {

    private static final Box CHEST = new Box(10, 10, 40, 40);
    private static final Box LEGS = new Box(10, 60, 40, 80);
    private static final Box ELSEWHERE = new Box(200, 10, 40, 40);
    private static final List<String> WORDS = List.of("top", "pants", "skirt", "hat", "dress");

    @Test
    void articlesThatOnlyOneDetectorSeesAreCounted() {
        PhotoFindings agreed = photo("agreed", 0, List.of(found("top", 1, CHEST)), List.of(found("upper", 1, CHEST)));
        PhotoFindings apart = photo(
                "apart",
                ~0L,
                List.of(found("top", 1, CHEST), found("pants", 1, LEGS)),
                List.of(found("upper", 1, ELSEWHERE), found("lower", 1, LEGS)));

        List<Suggestion> suggestions = new Suggester(new Shares(1, 0, 0), Map.of()).suggest(List.of(agreed, apart), 9);

        assertThat(suggestions).extracting(Suggestion::photo).containsExactly("apart", "agreed");
        assertThat(suggestions).extracting(Suggestion::score).containsExactly(0.5, 0.0);
        assertThat(suggestions.get(0).reason()).contains("only one detector sees top, upper");
    }

    @Test
    void whatADetectorHasNoWordForIsNoDisagreement() {
        PhotoFindings bag = photo("bag", 0, List.of(found("bag", 1, CHEST), found("top", 1, CHEST)), List.of());
        PhotoFindings none = photo("none", ~0L, List.of(), List.of(found("upper", 1, CHEST)));

        List<Suggestion> suggestions = new Suggester(new Shares(1, 0, 0), Map.of()).suggest(List.of(bag, none), 1);

        assertThat(suggestions.get(0).disagreement()).isEqualTo(1);
        assertThat(suggestions.get(0).reason())
                .contains("only one detector sees top")
                .doesNotContain("sees bag");
    }

    @Test
    void doubtIsTheMeanOfTheThreeScoresNearestToOneHalf() {
        PhotoFindings photo = photo(
                "photo",
                0,
                List.of(
                        found("top", 0.95, CHEST),
                        found("pants", 0.5, LEGS),
                        new Finding("skirt", SuperCategory.LOWER, 0.4, LEGS, false),
                        found("hat", 0.75, ELSEWHERE)),
                List.of());

        Suggestion suggestion = new Suggester(new Shares(0, 1, 0), Map.of())
                .suggest(List.of(photo), 1)
                .get(0);

        assertThat(suggestion.doubt()).isCloseTo((1 + 0.8 + 0.5) / 3, within(1e-9));
        assertThat(suggestion.reason()).contains("unsure of pants (0.50), skirt (0.40)");
    }

    @Test
    void fewLabelsMakeACategoryRare() {
        PhotoFindings common = photo("common", 0, List.of(found("top", 1, CHEST)), List.of());
        PhotoFindings rare = photo("rare", ~0L, List.of(found("Hat", 0.8, CHEST)), List.of());

        List<Suggestion> suggestions =
                new Suggester(new Shares(0, 0, 1), Map.of("top", 99, "hat", 3)).suggest(List.of(common, rare), 2);

        assertThat(suggestions).extracting(Suggestion::photo).containsExactly("rare", "common");
        assertThat(suggestions.get(0).rarity()).isCloseTo(0.8, within(1e-9));
        assertThat(suggestions.get(1).rarity()).isCloseTo(Math.sqrt(4 / 100.0), within(1e-9));
        assertThat(suggestions.get(0).reason()).isEqualTo("perhaps hat (0.80), which has 3 labels");
    }

    @Test
    void photosOfTheSameCategoryTakeTurnsWithOthers() {
        PhotoFindings hat = photo("hat", 0x0, List.of(found("hat", 0.9, CHEST)), List.of());
        PhotoFindings otherHat = photo("other hat", 0xffff, List.of(found("hat", 0.9, CHEST)), List.of());
        PhotoFindings skirt = photo("skirt", ~0L, List.of(found("skirt", 0.8, LEGS)), List.of());

        List<Suggestion> suggestions =
                new Suggester(new Shares(0, 0, 1), Map.of()).suggest(List.of(hat, otherHat, skirt), 3);

        assertThat(suggestions).extracting(Suggestion::photo).containsExactly("hat", "skirt", "other hat");
    }

    @Test
    void ofPhotosThatLookTheSameOnlyTheBestIsSuggested() {
        PhotoFindings photo = photo("photo", 0b1111, List.of(found("hat", 0.6, CHEST)), List.of());
        PhotoFindings again = photo("again", 0b0011, List.of(found("hat", 0.5, CHEST)), List.of());
        PhotoFindings other = photo("other", ~0L, List.of(), List.of());

        List<Suggestion> suggestions =
                new Suggester(Shares.standard(), Map.of()).suggest(List.of(photo, again, other), 3);

        assertThat(suggestions).extracting(Suggestion::photo).containsExactly("photo", "other");
        assertThat(suggestions.get(1).reason()).isEqualTo("nothing was found");
    }

    @Test
    void scoresAreSharesAndNeverRise() {
        for (int seed = 0; seed < 20; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<PhotoFindings> photos = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                photos.add(photo("photo " + i, random.nextLong(), drawn(random), drawn(random)));
            }
            List<Suggestion> suggestions =
                    new Suggester(Shares.standard(), Map.of("top", 20, "pants", 4)).suggest(photos, 25);

            assertThat(suggestions).hasSize(25).doesNotHaveDuplicates();
            assertThat(suggestions)
                    .allSatisfy(suggestion -> assertThat(List.of(
                                    suggestion.score(),
                                    suggestion.disagreement(),
                                    suggestion.doubt(),
                                    suggestion.rarity()))
                            .allSatisfy(value -> assertThat(value).isBetween(0.0, 1.0)));
            assertThat(suggestions).extracting(Suggestion::score).isSortedAccordingTo(Comparator.reverseOrder());
        }
    }

    @Test
    void boxesThatRepeatASurerOneOfTheirCategoryAreNoFindings() {
        Article top = article("top", 0.9, CHEST);
        DetectedBox repeated = DetectedBox.dropped(article("top", 0.5, new Box(12, 10, 40, 40)), "overlaps top");
        DetectedBox otherWord = DetectedBox.dropped(article("dress", 0.4, CHEST), "score");
        DetectedBox weaker = DetectedBox.dropped(article("dress", 0.2, CHEST), "score");
        Detection detection = new Detection(
                List.of(top), List.of(DetectedBox.kept(top, "surest"), repeated, weaker, otherWord), List.of());

        List<Finding> findings = Finding.of(detection);

        assertThat(findings).extracting(Finding::category).containsExactly("top", "dress");
        assertThat(findings).extracting(Finding::score).containsExactly(0.9, 0.4);
        assertThat(findings).extracting(Finding::article).containsExactly(true, false);
    }

    @Test
    void sharesAndScoresOutOfRangeAreRefused() {
        assertThatThrownBy(() -> new Shares(0, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> found("top", 1.5, CHEST)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Suggester(Shares.standard(), Map.of()).suggest(List.of(), -1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Finding> drawn(SplittableRandom random) {
        List<Finding> findings = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            String word = WORDS.get(random.nextInt(WORDS.size()));
            findings.add(found(word, random.nextDouble(), new Box(random.nextInt(50), random.nextInt(50), 50, 50)));
        }
        return findings;
    }

    private static PhotoFindings photo(String name, long fingerprint, List<Finding> first, List<Finding> second) {
        return new PhotoFindings(name, fingerprint, first, second);
    }

    private static Finding found(String category, double score, Box box) {
        Article article = article(category, score, box);
        return new Finding(category, article.superCategory(), score, box, true);
    }

    private static Article article(String category, double score, Box box) {
        SuperCategory part = Taxonomy.standard().superCategoryOf(category);
        return new Article(category, part, score, box, Optional.empty());
    }
}
