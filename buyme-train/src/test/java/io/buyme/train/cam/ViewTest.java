package io.buyme.train.cam;

import static org.assertj.core.api.Assertions.assertThat;

import io.buyme.api.Crop;
import io.buyme.train.data.Cutout;
import io.buyme.train.data.Domain;
import io.buyme.train.data.Example;
import io.buyme.train.data.Sample;
import io.buyme.train.data.TagKnowledge;
import io.buyme.train.data.TagKnowledge.State;
import io.buyme.train.data.TagName;
import io.buyme.train.data.TagVocabulary;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ViewTest {

    private static final TagName HAT = new TagName("category", "hat");
    private static final TagName SHOES = new TagName("category", "footwear");
    private static final TagVocabulary VOCABULARY = new TagVocabulary(List.of(HAT, SHOES));

    @ParameterizedTest
    @CsvSource({
        "footwear, 0, 0.5, ABSENT",
        "footwear, 0.5, 1, PRESENT",
        "footwear, 0.4, 0.8, UNKNOWN",
        "hat, 0, 0.4, PRESENT",
        "hat, 0.5, 1, ABSENT",
        "bag, 0, 0.3, UNKNOWN",
        "pants, 0, 0.33, ABSENT",
        "pants, 0.3, 0.9, PRESENT",
    })
    void aPartOfAPersonShowsWhatIsWornThere(String category, double from, double to, State state) {
        assertThat(BodyZones.state(category, from, to)).isEqualTo(state);
    }

    @Test
    void aWholePhotoShowsAllOfIt() {
        View view = View.draw(sample(Domain.STREET), 0, new SplittableRandom(1));
        assertThat(view.picture().height()).isEqualTo(90);
        assertThat(view.known(VOCABULARY)).containsExactly(1, 1);
    }

    @Test
    void partsNeverShowHatAndShoesAtOnce() {
        SplittableRandom random = new SplittableRandom(1);
        Sample sample = sample(Domain.STREET);
        int hats = 0;
        int shoes = 0;
        for (int i = 0; i < 200; i++) {
            View view = View.draw(sample, 1, random);
            float[] known = view.known(VOCABULARY);
            assertThat(view.picture().height()).isBetween(28, 55);
            assertThat(known[0] == 1 && known[1] == 1).isFalse();
            hats += known[0] == 1 ? 1 : 0;
            shoes += known[1] == 1 ? 1 : 0;
        }
        assertThat(hats).isGreaterThan(20);
        assertThat(shoes).isGreaterThan(20);
    }

    @Test
    void productPicturesStayWhole() {
        View view = View.draw(sample(Domain.SHOP), 1, new SplittableRandom(1));
        assertThat(view.picture().height()).isEqualTo(90);
    }

    private static Sample sample(Domain domain) {
        BufferedImage image = new BufferedImage(60, 90, BufferedImage.TYPE_INT_RGB);
        Crop crop = new Crop(image, Optional.empty(), Optional.empty());
        TagKnowledge tags = new TagKnowledge(Set.of(HAT, SHOES), Set.of(), Set.of("category"));
        Example example = new Example("x", () -> crop, "group", Optional.empty(), tags, domain);
        return new Sample(example, Cutout.of(crop, 90));
    }
}
