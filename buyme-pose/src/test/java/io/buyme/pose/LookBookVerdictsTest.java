package io.buyme.pose;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.buyme.api.Pose.Verdict;
import io.buyme.api.PoseClassifier;
import io.buyme.api.spi.Options;
import io.buyme.testkit.lookbook.LookBook;
import io.buyme.testkit.lookbook.View;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Holds the verdict to drawn people, who also sit and turn their backs, as hardly anybody does in the labelled photos.
 */
class LookBookVerdictsTest {

    private static final int LOOKS = 6;
    private static final LookBook BOOK = LookBook.withSeed(4);

    private static final Map<View, List<Verdict>> VERDICTS = new EnumMap<>(View.class);

    @BeforeAll
    static void judge() {
        try (PoseClassifier classifier = new BlazePoseProvider().create(Options.none())) {
            for (View view : View.values()) {
                VERDICTS.put(
                        view,
                        IntStream.range(0, LOOKS)
                                .mapToObj(i -> classifier
                                        .classify(BOOK.look(i, view).photo())
                                        .verdict())
                                .toList());
            }
        }
    }

    @ParameterizedTest(name = "{0} is judged {1} in at least {2} of 6 looks")
    @CsvSource({"FRONT, FULL_FRONT, 5", "BACK, BACK, 4", "SIDE, SIDE, 5", "HALF_BODY, HALF_BODY, 3", "SEATED, SEATED, 3"
    })
    void tellsTheViewsApart(View view, Verdict verdict, int atLeast) {
        assertThat(looksJudged(view, verdict)).isGreaterThanOrEqualTo(atLeast);
    }

    @ParameterizedTest
    @CsvSource({"HALF_BODY, 0", "SIDE, 0", "BACK, 1", "SEATED, 3"})
    void hardlyTakesAnotherViewForAFullFront(View view, int atMost) {
        assertThat(looksJudged(view, Verdict.FULL_FRONT)).isLessThanOrEqualTo(atMost);
    }

    private static long looksJudged(View view, Verdict verdict) {
        return requireNonNull(VERDICTS.get(view)).stream()
                .filter(verdict::equals)
                .count();
    }
}
