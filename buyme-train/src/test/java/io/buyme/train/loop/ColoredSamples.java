package io.buyme.train.loop;

import io.buyme.api.Crop;
import io.buyme.train.data.Cutout;
import io.buyme.train.data.Domain;
import io.buyme.train.data.Example;
import io.buyme.train.data.Sample;
import io.buyme.train.data.TagKnowledge;
import io.buyme.train.data.TagName;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Small pictures whose class is their color. */
final class ColoredSamples {

    private static final List<String> CLASSES = List.of("red", "green", "blue");

    private ColoredSamples() {}

    static List<Sample> of(int count, long seed) {
        Random random = new Random(seed);
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            samples.add(sample(i, i % CLASSES.size(), random));
        }
        return samples;
    }

    private static Sample sample(int number, int color, Random random) {
        BufferedImage image = new BufferedImage(32, 32, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 32 * 32; i++) {
            int bright = 150 + random.nextInt(100);
            int dark = random.nextInt(110);
            int others = (random.nextInt(110) << 16) | (dark << 8) | random.nextInt(110);
            int shift = 8 * (2 - color);
            image.setRGB(i % 32, i / 32, (others & ~(0xff << shift)) | (bright << shift));
        }
        Crop crop = new Crop(image, Optional.empty(), Optional.empty());
        TagKnowledge tags = new TagKnowledge(
                Set.of(new TagName("color", CLASSES.get(color)), new TagName("pattern", "plain")),
                Set.of(),
                Set.of("color", "pattern"));
        Example example = new Example(
                "sample-" + number, () -> crop, CLASSES.get(color), Optional.of(CLASSES.get(color)), tags, Domain.SHOP);
        return new Sample(example, Cutout.of(crop, 32));
    }
}
