package io.buyme.testkit.lookbook;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Point2D;
import java.util.List;
import java.util.Optional;

/** Draws a dressed person from back to front, so that later pieces hide earlier ones. */
final class PersonPainter {

    private static final List<Kind> TOPS = List.of(Kind.T_SHIRT, Kind.LONGSLEEVE, Kind.SHIRT, Kind.SWEATER, Kind.DRESS);
    private static final List<Kind> OUTER = List.of(Kind.JACKET, Kind.COAT);
    private static final List<Kind> BOTTOMS = List.of(Kind.PANTS, Kind.SHORTS, Kind.SKIRT);
    private static final List<Kind> FOOTWEAR = List.of(Kind.SNEAKERS, Kind.BOOTS, Kind.HEELS);

    private final Figure figure;
    private final Canvas canvas;
    private final Outfit outfit;

    PersonPainter(Figure figure, Canvas canvas, Outfit outfit) {
        this.figure = figure;
        this.canvas = canvas;
        this.outfit = outfit;
    }

    /** Returns the owner of the pixels of a garment. */
    static int ownerOf(int garment) {
        return Skin.OWNER + 1 + garment;
    }

    void paint() {
        boolean behind = figure.fromBehind();
        Hair hair = new Hair(figure, canvas);
        if (!behind) {
            hair.behind();
        }
        List<Side> armsBehind = armsBehindTheTrunk();
        armsBehind.forEach(this::arm);
        Skin.legsAndTrunk(figure, canvas);
        legwear();
        drape(TOPS);
        drape(OUTER);
        head(hair, behind);
        drape(List.of(Kind.BAG));
        figure.farToNear().stream().filter(side -> !armsBehind.contains(side)).forEach(this::arm);
    }

    /** Arms hang a little in front of the body, so that it hides part of them from behind. */
    private List<Side> armsBehindTheTrunk() {
        if (figure.fromBehind()) {
            return figure.farToNear();
        }
        return figure.sideways() > 0.4 ? figure.farToNear().subList(0, 1) : List.of();
    }

    /** Shoes under trousers, boots over bare or tightly dressed legs. */
    private void legwear() {
        boolean wide = outfit.find(List.of(Kind.PANTS))
                .filter(pants -> pants.design().cut().limbEase() > 0.005)
                .isPresent();
        boolean bootsOver = !wide && outfit.find(List.of(Kind.BOOTS)).isPresent();
        if (!bootsOver) {
            drape(FOOTWEAR);
        }
        Optional<CatalogItem> skirt = outfit.find(List.of(Kind.SKIRT));
        if (bootsOver && skirt.isPresent()) {
            drape(FOOTWEAR);
        }
        drape(BOTTOMS);
        if (bootsOver && skirt.isEmpty()) {
            drape(FOOTWEAR);
        }
    }

    private void head(Hair hair, boolean behind) {
        new Face(figure, canvas).draw(figure.unit());
        hair.cap();
        if (behind) {
            hair.behind();
        }
        drape(List.of(Kind.HAT));
    }

    private void arm(Side side) {
        Skin.arm(figure, canvas, side);
        // The sleeve of a jacket hides that of the top.
        sleeve(outfit.find(OUTER).isPresent() ? OUTER : TOPS, side);
    }

    private void drape(List<Kind> kinds) {
        fitting(kinds).ifPresent(fitting -> Garment.of(fitting.design().kind()).drape(fitting));
    }

    private void sleeve(List<Kind> kinds, Side side) {
        fitting(kinds).ifPresent(fitting -> Garment.of(fitting.design().kind()).sleeve(fitting, side));
    }

    private Optional<Fitting> fitting(List<Kind> kinds) {
        return outfit.find(kinds)
                .map(item -> new Fitting(
                        figure, canvas, item.design(), ownerOf(outfit.items().indexOf(item)), true));
    }

    /** Darkens the floor around the feet; call it before the person is painted. */
    static void shadowOnFloor(Figure figure, Canvas canvas) {
        for (Side side : Side.values()) {
            Point2D foot =
                    figure.camera().project(figure.skeleton().legs().on(side).tip());
            for (int i = 12; i > 0; i--) {
                double rx = figure.unit() * (0.03 + 0.009 * i);
                double ry = rx * 0.2;
                Shape pool = new Ellipse2D.Double(
                        foot.getX() - rx + figure.unit() * 0.005 * i,
                        foot.getY() - ry - figure.unit() * 0.004,
                        2 * rx,
                        2 * ry);
                canvas.dab(pool, 0x1A1614, 0.04);
            }
        }
    }
}
