package io.buyme.embed;

import io.buyme.api.DescribingEmbedder;
import io.buyme.api.spi.EmbedderProvider;
import io.buyme.api.spi.Options;
import io.buyme.api.spi.Role;

/**
 * An embedder that measures what an article looks like, and so needs no trained weights: id {@code appearance}, fallback.
 *
 * <p>It looks at the pixels of the crop's mask; without one, at what stands out from the border of the picture. They are
 * scaled to at most 128 pixels and measured in CIELAB. The vector has 661 values in five blocks; the whole has length 1.
 * The blocks have an equal say in the cosine, but for footwear and bags, whose shape changes with the view: of them the
 * colour says 0.85, the colour by height 0.15, and the other blocks are zero. So crops of one super-category compare
 * best if all of them name it.
 *
 * <table>
 * <caption>Layout of the vector</caption>
 * <tr><th>from</th><th>values</th><th>what</th></tr>
 * <tr><td>0</td><td>196</td><td>colour: 4 levels of lightness, each with grey and 2 rings of 24 hues</td></tr>
 * <tr><td>196</td><td>63</td><td>colour by height: 3 bands of 3 levels, each with grey and 6 hues</td></tr>
 * <tr><td>259</td><td>105</td><td>texture at 3 scales: 10 local binary patterns, smooth, 3 strengths by 8 directions</td></tr>
 * <tr><td>364</td><td>97</td><td>outline: 12 by 6 cells (mirrored halves folded), 16 widths, 9 proportions</td></tr>
 * <tr><td>461</td><td>200</td><td>edges by place: 5 by 5 cells of 8 directions</td></tr>
 * </table>
 *
 * <p>A block that has nothing to measure, such as the texture of a single pixel, is zero. Equal pictures get equal
 * vectors, whatever batch they are in. As attributes it gives dominant colours by plain names, and one tag of the
 * group {@code pattern}, the surest: plain, striped, checked, dotted or patterned. The stage holds no resources and is safe for concurrent
 * use.
 */
public final class AppearanceProvider implements EmbedderProvider {

    static final String ID = "appearance";

    /** For ServiceLoader, and for applications that do without it. */
    public AppearanceProvider() {}

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Role role() {
        return Role.FALLBACK;
    }

    /**
     * {@inheritDoc}
     *
     * <p>There are no options.
     */
    @Override
    public DescribingEmbedder create(Options options) {
        options.only();
        return new AppearanceEmbedder();
    }
}
