package io.buyme.api;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.buyme.api.DescribingEmbedder.Described;
import io.buyme.api.Ranker.Sought;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProductSearchTest {

    private final FakeStages.Index index = new FakeStages.Index();
    private final ProductSearch search = new ProductSearch(index, index, Ranker.nearestFirst(Explainer.standard()));

    private static Sought sought(int rgb) {
        Article article = new Article("top", SuperCategory.UPPER, 1, new Box(0, 0, 1, 1), Optional.empty());
        return new Sought(article, new Described(FakeStages.embedding(rgb), Attributes.NONE));
    }

    private List<String> find(LookRequest request) {
        return search.findAll(List.of(sought(0)), request).get(0).matches().stream()
                .map(match -> match.product().id())
                .toList();
    }

    @Test
    void returnsAsManyAsAskedForHoweverFewPassAFilter() {
        index.upsertAll(IntStream.range(0, 50)
                .mapToObj(i -> new IndexEntry("p%02d".formatted(i), "UPPER", FakeStages.embedding(i)))
                .toList());
        assertThat(find(LookRequest.of(3))).containsExactly("p00", "p01", "p02");
        assertThat(find(LookRequest.of(2).without(Set.of("p00", "p02")))).containsExactly("p01", "p03");
        assertThat(find(LookRequest.of(2).where(ProductFilter.ALL.and("brand=nobody"))))
                .isEmpty();
        assertThat(find(LookRequest.of(1)
                        .where(ProductFilter.ALL.and("super category=upper"))
                        .without(Set.of("p00"))))
                .containsExactly("p01");
    }

    @Test
    void looksFurtherWhereTheRankerListsFewerThanAreWanted() {
        index.upsertAll(IntStream.range(0, 250)
                .mapToObj(i -> new IndexEntry("p%03d".formatted(i), "UPPER", FakeStages.embedding(i)))
                .toList());
        Ranker picky = new Ranker() {
            @Override
            public int candidates(int matches) {
                return 10;
            }

            @Override
            public ArticleMatches rank(Sought sought, List<Candidate> candidates, int matches) {
                List<Candidate> tenths = candidates.stream()
                        .filter(candidate -> candidate.product().product().id().endsWith("9"))
                        .toList();
                return Ranker.nearestFirst(Explainer.standard()).rank(sought, tenths, matches);
            }
        };
        ProductSearch further = new ProductSearch(index, index, picky);
        assertThat(further.findAll(List.of(sought(0)), LookRequest.of(12))
                        .get(0)
                        .matches())
                .extracting(match -> match.product().id())
                .hasSize(12)
                .startsWith("p009", "p019")
                .endsWith("p119");
        assertThat(further.findAll(List.of(sought(0)), LookRequest.of(400))
                        .get(0)
                        .matches())
                .hasSize(25);
    }

    @Test
    void leavesOutVeryManyProductsToo() {
        index.upsertAll(IntStream.range(0, 150)
                .mapToObj(i -> new IndexEntry("p%03d".formatted(i), "UPPER", FakeStages.embedding(i)))
                .toList());
        Set<String> first = IntStream.range(0, 120).mapToObj("p%03d"::formatted).collect(toSet());
        assertThat(find(LookRequest.of(2).without(first))).containsExactly("p120", "p121");
    }

    @Test
    void refusesToLookForNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> LookRequest.of(0));
    }
}
