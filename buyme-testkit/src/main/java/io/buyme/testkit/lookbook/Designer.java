package io.buyme.testkit.lookbook;

import io.buyme.testkit.lookbook.Cut.Neckline;
import io.buyme.testkit.lookbook.Weave.Texture;
import java.util.List;

/** Invents products: a kind at random among those of its slot, a cut, colours and a pattern. */
final class Designer {

    private static final List<Pattern> BOLD = List.of(
            Pattern.PLAIN,
            Pattern.PLAIN,
            Pattern.PLAIN,
            Pattern.HORIZONTAL_STRIPES,
            Pattern.HORIZONTAL_STRIPES,
            Pattern.VERTICAL_STRIPES,
            Pattern.CHECKED,
            Pattern.DOTTED,
            Pattern.COLOR_BLOCK,
            Pattern.FLORAL);
    private static final List<Pattern> SOBER = List.of(
            Pattern.PLAIN,
            Pattern.PLAIN,
            Pattern.PLAIN,
            Pattern.PLAIN,
            Pattern.PLAIN,
            Pattern.VERTICAL_STRIPES,
            Pattern.CHECKED);

    private final Dice dice;

    private Designer(Dice dice) {
        this.dice = dice;
    }

    static Design design(Kind kind, Dice dice) {
        return new Designer(dice).design(kind);
    }

    private Design design(Kind kind) {
        Weave weave = weave(kind);
        int trim = dice.chance(0.5) ? Colors.scale(weave.base(), 0.78) : Palette.against(weave.base(), dice);
        return new Design(kind, cut(kind), weave, trim, dice.below(4), dice.seed());
    }

    private Weave weave(Kind kind) {
        int base =
                switch (kind) {
                    case SNEAKERS, BOOTS, HEELS, BAG -> Palette.leather(dice);
                    case PANTS, SHORTS, COAT -> Palette.trousers(dice);
                    default -> Palette.any(dice);
                };
        Pattern pattern = pattern(kind);
        double period = period(pattern);
        return new Weave(
                base,
                Palette.against(base, dice),
                pattern,
                period,
                dice.between(0.25, 0.55),
                texture(kind, base),
                dice.seed());
    }

    private Pattern pattern(Kind kind) {
        return switch (kind) {
            case SNEAKERS, BAG -> dice.chance(0.8) ? Pattern.PLAIN : Pattern.COLOR_BLOCK;
            case BOOTS, HEELS, HAT -> Pattern.PLAIN;
            case PANTS, SHORTS, JACKET, COAT -> dice.pick(SOBER);
            default -> dice.pick(BOLD);
        };
    }

    private double period(Pattern pattern) {
        return switch (pattern) {
            case COLOR_BLOCK -> dice.between(0.07, 0.12);
            case DOTTED, FLORAL -> dice.between(0.02, 0.042);
            case VERTICAL_STRIPES -> dice.between(0.013, 0.034);
            default -> dice.between(0.018, 0.05);
        };
    }

    private Texture texture(Kind kind, int base) {
        return switch (kind) {
            case SWEATER -> Texture.KNIT;
            case HAT -> dice.chance(0.5) ? Texture.KNIT : Texture.SMOOTH;
            case COAT -> Texture.TWEED;
            case JACKET -> dice.pick(List.of(Texture.SMOOTH, Texture.DENIM, Texture.LEATHER));
            case PANTS, SHORTS, SKIRT ->
                Palette.nameOf(base).equals("denim") || dice.chance(0.3) ? Texture.DENIM : Texture.SMOOTH;
            case BOOTS, HEELS, BAG -> Texture.LEATHER;
            default -> Texture.SMOOTH;
        };
    }

    private Cut cut(Kind kind) {
        return switch (kind) {
            case T_SHIRT ->
                upper(dice.between(0.45, 0.75), dice.between(0.51, 0.55), dice.between(0.010, 0.022), openNeck());
            case LONGSLEEVE ->
                upper(dice.between(1.82, 1.95), dice.between(0.51, 0.55), dice.between(0.008, 0.018), openNeck());
            case SHIRT ->
                upper(
                        dice.chance(0.25) ? 0.75 : 1.93,
                        dice.between(0.52, 0.56),
                        dice.between(0.012, 0.022),
                        Neckline.COLLAR);
            case SWEATER -> upper(1.95, dice.between(0.51, 0.54), dice.between(0.016, 0.028), warmNeck());
            case JACKET ->
                outer(
                        dice.between(0.50, 0.55),
                        dice.between(0.022, 0.03),
                        dice.chance(0.6) ? Neckline.OPEN : Neckline.ZIP);
            case COAT -> outer(dice.between(0.68, 0.82), dice.between(0.024, 0.034), Neckline.OPEN);
            case PANTS ->
                trousers(
                        dice.between(1.84, 2.04),
                        dice.pick(List.of(0.003, 0.008, 0.016)),
                        dice.pick(List.of(0.0, 0.004, 0.022)));
            case SHORTS -> trousers(dice.between(0.5, 0.95), dice.between(0.010, 0.018), dice.between(0.004, 0.014));
            case SKIRT -> skirt(dice.between(0.63, 0.86));
            case DRESS -> dress(dice.between(0.66, 0.86));
            default -> new Cut(0, 0, 0, 0, 0, 0, 0, Neckline.NONE);
        };
    }

    private Cut upper(double sleeve, double hem, double ease, Neckline neckline) {
        boolean shortSleeve = sleeve < 1;
        return new Cut(
                0.158,
                hem,
                sleeve,
                ease,
                dice.between(0, 0.006),
                ease * (shortSleeve ? 0.6 : 0.36),
                shortSleeve ? 0.006 : 0,
                neckline);
    }

    private Cut outer(double hem, double ease, Neckline neckline) {
        return new Cut(
                0.155, hem, 1.98, ease, hem > 0.6 ? dice.between(0.004, 0.02) : 0.002, ease * 0.36, 0.003, neckline);
    }

    private Cut trousers(double reach, double legEase, double legFlare) {
        return new Cut(dice.between(0.405, 0.43), 0.54, reach, 0.005, legEase * 0.5, legEase, legFlare, Neckline.NONE);
    }

    private Cut skirt(double hem) {
        return new Cut(
                dice.between(0.395, 0.42), hem, 0, 0.005, dice.pick(List.of(0.004, 0.03, 0.06)), 0, 0, Neckline.NONE);
    }

    private Cut dress(double hem) {
        double sleeve = dice.pick(List.of(0.0, 0.45, 0.6, 1.4, 1.9));
        return new Cut(
                0.158,
                hem,
                sleeve,
                dice.between(0.004, 0.01),
                dice.pick(List.of(0.01, 0.035, 0.06)),
                0.008,
                0.006,
                openNeck());
    }

    private Neckline openNeck() {
        return dice.pick(List.of(Neckline.CREW, Neckline.CREW, Neckline.V, Neckline.SCOOP, Neckline.BOAT));
    }

    private Neckline warmNeck() {
        return dice.pick(List.of(Neckline.CREW, Neckline.V, Neckline.ROLL));
    }
}
