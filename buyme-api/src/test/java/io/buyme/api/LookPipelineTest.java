package io.buyme.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.buyme.api.LookResult.Failed;
import io.buyme.api.LookResult.Found;
import io.buyme.api.LookResult.Rejected;
import io.buyme.api.spi.ProviderException;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LookPipelineTest {

    private static final int RED_FRONT = 0xf00000;
    private static final int RED_HALF_BODY = 0xf00001;
    private static final int NOBODY = 0;

    private final FakeStages.Poses poses = new FakeStages.Poses();
    private final FakeStages.Detector detector = new FakeStages.Detector();
    private final FakeStages.Colors embedder = new FakeStages.Colors();
    private final FakeStages.Index index = new FakeStages.Index();

    @BeforeEach
    void fillIndex() {
        index.upsertAll(List.of(
                new IndexEntry("red", "UPPER", FakeStages.embedding(0xff0000)),
                new IndexEntry("dark-red", "UPPER", FakeStages.embedding(0x900000)),
                new IndexEntry("blue", "UPPER", FakeStages.embedding(0x0000ff)),
                new IndexEntry("red-shoe", "FOOTWEAR", FakeStages.embedding(0xf00000))));
    }

    @Test
    void findsTheNearestProductsOfTheSameSuperCategory() {
        Found found = found(builder().matchesPerArticle(2).build().look(FakeStages.photo(RED_FRONT)));
        assertThat(found.articles()).singleElement().satisfies(a -> {
            assertThat(a.article().category()).isEqualTo("top");
            assertThat(a.matches()).extracting(m -> m.product().id()).containsExactly("red", "dark-red");
            assertThat(a.matches().get(0).product().link()).contains("https://shop.example/red");
            assertThat(a.matches().get(0).explanation().summary()).startsWith("top: similar in looks");
        });
        assertThat(found.advice()).isEmpty();
        assertThat(found.times().total()).isPositive();
    }

    @Test
    void degradesByDefaultAndSaysWhatWasNotSearched() {
        Found found = found(builder().build().look(FakeStages.photo(RED_HALF_BODY)));
        assertThat(found.articles()).hasSize(1);
        assertThat(found.advice())
                .containsExactly("feet are cut off: no lower and no footwear searched;"
                        + " a photo of the whole person from the front shows more");
    }

    @Test
    void answersAPhotoWithoutAPersonWithAdvice() {
        Found found = found(builder().build().look(FakeStages.photo(NOBODY)));
        assertThat(found.articles()).isEmpty();
        assertThat(found.advice())
                .containsExactly(
                        "no person: nothing was searched; use a photo that shows a person", "no person to look at");
    }

    @Test
    void theStrictGateRejectsWithTheReasonBeforeAnyDetection() {
        LookPipeline strict = builder().gate(GatePolicy.STRICT).build();
        assertThat(strict.look(FakeStages.photo(RED_HALF_BODY)))
                .asInstanceOf(type(Rejected.class))
                .satisfies(r -> assertThat(r.pose().reasons()).containsExactly("feet are cut off"));
        assertThat(detector.batchSizes).containsOnly(0);
        assertThat(strict.look(FakeStages.photo(RED_FRONT))).isInstanceOf(Found.class);
    }

    @Test
    void theOpenGateSaysNothingOfThePose() {
        Found found = found(builder().gate(GatePolicy.OFF).build().look(FakeStages.photo(RED_HALF_BODY)));
        assertThat(found.advice()).isEmpty();
    }

    @Test
    void aPhotoThatFailsDoesSoAlone() {
        Photo unreadable = new Photo() {
            @Override
            public String name() {
                return "broken.jpg";
            }

            @Override
            public BufferedImage read() {
                throw new BuyMeException("broken.jpg is no picture");
            }
        };
        Photo poisoned = Photo.of("poisoned.jpg", FakeStages.photo(FakeStages.POISON));
        Photo good = Photo.of("good.jpg", FakeStages.photo(RED_FRONT));

        List<LookResult> results = builder().build().lookAll(List.of(good, unreadable, poisoned, good));

        assertThat(results)
                .extracting(LookResult::photo)
                .containsExactly("good.jpg", "broken.jpg", "poisoned.jpg", "good.jpg");
        assertThat(results.get(1))
                .asInstanceOf(type(Failed.class))
                .satisfies(f -> assertThat(f.cause()).hasMessage("broken.jpg is no picture"));
        assertThat(results.get(2))
                .asInstanceOf(type(Failed.class))
                .satisfies(f -> assertThat(f.cause())
                        .hasMessageContaining("failed in stage detect")
                        .hasMessageContaining("poisoned"));
        assertThat(found(results.get(0)).articles()).hasSize(1);
        assertThat(found(results.get(3)).articles()).hasSize(1);
    }

    @Test
    void aPhotoWithAnArticleBesideItFailsAlone() {
        Photo good = Photo.of("good.jpg", FakeStages.photo(RED_FRONT));
        Photo misjudged = Photo.of("misjudged.jpg", FakeStages.photo(FakeStages.MISJUDGED));

        List<LookResult> results = builder().build().lookAll(List.of(good, misjudged, good));

        assertThat(results.get(1))
                .asInstanceOf(type(Failed.class))
                .satisfies(f -> assertThat(f.cause()).hasMessageContaining("misjudged.jpg failed in stage detect"));
        assertThat(found(results.get(0)).articles()).hasSize(1);
        assertThat(found(results.get(2)).articles()).hasSize(1);
    }

    @Test
    void takesManyPhotosInOrderAndInBatches() {
        List<Photo> photos = new ArrayList<>();
        for (int i = 0; i < 21; i++) {
            photos.add(Photo.of("p" + i, FakeStages.photo(0x100000 + 2 * i)));
        }
        List<LookResult> results = builder().build().lookAll(photos);
        assertThat(results)
                .extracting(LookResult::photo)
                .containsExactlyElementsOf(photos.stream().map(Photo::name).toList());
        assertThat(poses.batchSizes).containsExactly(8, 8, 5);
        assertThat(builder().build().lookAll(List.of())).isEmpty();
    }

    @Test
    void leavesOutProductsThatWereDeletedMeanwhile() {
        index.deletedProducts.add("red");
        Found found = found(builder().matchesPerArticle(2).build().look(FakeStages.photo(RED_FRONT)));
        assertThat(found.articles().get(0).matches())
                .extracting(m -> m.product().id())
                .containsExactly("dark-red");
    }

    @Test
    void looksForEachPhotosRequestOnly() {
        LookRequest noRed = LookRequest.of(1).without(Set.of("red"));
        LookPipeline pipeline = builder().build();
        assertThat(ids(found(pipeline.lookAll(List.of(Photo.of("a", FakeStages.photo(RED_FRONT))), noRed)
                        .get(0))))
                .containsExactly("dark-red");
        assertThat(ids(found(pipeline.look(FakeStages.photo(RED_FRONT))))).startsWith("red");
    }

    @Test
    void searchesOnceForWhatSeveralPhotosOfALookShow() {
        List<Photo> photos = List.of(
                Photo.of("red", FakeStages.photo(0xf00000)),
                Photo.of("broken", FakeStages.photo(FakeStages.POISON)),
                Photo.of("dark", FakeStages.photo(0x900000)),
                Photo.of("blue", FakeStages.photo(0x0000f0)));
        List<LookResult> results = builder().build().lookTogether(photos, LookRequest.of(1));
        assertThat(results).extracting(LookResult::photo).containsExactly("red", "broken", "dark", "blue");
        assertThat(results.get(1)).isInstanceOf(Failed.class);
        assertThat(ids(found(results.get(0)))).isEqualTo(ids(found(results.get(2))));
        assertThat(ids(found(results.get(3)))).containsExactly("blue");
    }

    private static List<String> ids(Found found) {
        return found.articles().get(0).matches().stream()
                .map(match -> match.product().id())
                .toList();
    }

    @Test
    void aStageThatReturnsTooFewResultsIsNamed() {
        ArticleDetector forgetful = new ArticleDetector() {
            @Override
            public List<Detection> detectAll(List<DetectionInput> inputs) {
                return List.of();
            }

            @Override
            public void close() {}
        };
        assertThat(builder().detector(forgetful).build().look(FakeStages.photo(RED_FRONT)))
                .asInstanceOf(type(Failed.class))
                .satisfies(f ->
                        assertThat(f.cause()).hasMessageContaining("the detect stage returned 0 results for 1 inputs"));
    }

    @Test
    void doesNotCloseWhatItWasGivenAndRefusesUseAfterClose() {
        LookPipeline pipeline = builder().build();
        pipeline.close();
        pipeline.close();
        assertThat(poses.closed || detector.closed || embedder.closed || index.closed)
                .isFalse();
        assertThatIllegalStateException().isThrownBy(() -> pipeline.look(FakeStages.photo(RED_FRONT)));
    }

    @Test
    void buildsOnlyWithEmbedderAndIndexOfOneSpace() {
        EmbeddingSpace other = new EmbeddingSpace("rgb", "2", 3, Metric.EUCLIDEAN);
        Embedder newer = new Embedder() {
            @Override
            public EmbeddingSpace space() {
                return other;
            }

            @Override
            public List<Embedding> embedAll(List<Crop> crops) {
                return List.of();
            }

            @Override
            public void close() {}
        };
        assertThatExceptionOfType(BuyMeException.class)
                .isThrownBy(() -> builder().embedder(newer).build())
                .withMessageContaining("rgb/2/3/euclidean")
                .withMessageContaining("rgb/1/3/euclidean")
                .withMessageContaining("index the catalogue again");
    }

    @Test
    void saysWhichStageIsMissing() {
        assertThatIllegalStateException()
                .isThrownBy(() -> LookPipeline.builder().build())
                .withMessage("call index(VectorIndex) before build()");
        assertThatExceptionOfType(ProviderException.class)
                .isThrownBy(() -> LookPipeline.builder()
                        .index(index)
                        .products(index)
                        .embedder(embedder)
                        .build())
                .withMessageContaining("no usable PoseClassifier")
                .withMessageContaining("io.buyme:buyme-pose");
    }

    private LookPipeline.Builder builder() {
        return LookPipeline.builder()
                .pose(poses)
                .detector(detector)
                .embedder(embedder)
                .index(index)
                .products(index);
    }

    private static Found found(LookResult result) {
        assertThat(result).isInstanceOf(Found.class);
        return (Found) result;
    }
}
