package io.buyme.train.data;

import io.buyme.api.Attributes;
import io.buyme.api.Attributes.ColorShare;
import io.buyme.api.Attributes.Tag;
import io.buyme.api.Crop;
import io.buyme.api.DescribingEmbedder;
import io.buyme.api.spi.Options;
import io.buyme.embed.AppearanceProvider;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Tags that nobody has to give, as they can be measured: the colors and the pattern of an article. */
final class PixelTags implements AutoCloseable {

    private static final String COLOR = "color";

    /** From this share of the pixels on, a color is one that people would name. */
    private static final double SURE_SHARE = 0.3;
    /** Below this share nobody would. */
    private static final double POSSIBLE_SHARE = 0.1;

    private static final double SURE_PATTERN = 0.6;

    private final DescribingEmbedder embedder = new AppearanceProvider().create(Options.none());

    /** Measures a picture. */
    TagKnowledge of(Crop crop) {
        Attributes attributes = embedder.describe(crop).attributes();
        Set<TagName> present = new HashSet<>();
        Set<TagName> possible = new HashSet<>();
        Set<String> groups = new HashSet<>(Set.of(COLOR));
        Map<String, Double> shares = new HashMap<>();
        for (ColorShare color : attributes.colors()) {
            shares.merge(color.name(), color.share(), Double::sum);
        }
        shares.forEach((name, share) -> {
            TagName tag = new TagName(COLOR, name);
            if (share >= SURE_SHARE) {
                present.add(tag);
            } else if (share >= POSSIBLE_SHARE) {
                possible.add(tag);
            }
        });
        for (Tag tag : attributes.tags()) {
            if (tag.score() >= SURE_PATTERN) {
                present.add(new TagName(tag.group(), tag.name()));
                groups.add(tag.group());
            }
        }
        return new TagKnowledge(present, possible, groups);
    }

    @Override
    public void close() {
        embedder.close();
    }
}
