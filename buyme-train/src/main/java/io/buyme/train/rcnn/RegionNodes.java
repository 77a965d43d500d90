package io.buyme.train.rcnn;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Adds what is to be done with boxes to an ONNX graph. Boxes are [N, 4]: left, top, right, bottom. */
final class RegionNodes {

    private final DetectorShape shape;
    private final Formulas formulas;

    RegionNodes(DetectorShape shape, Formulas formulas) {
        this.shape = shape;
        this.formulas = formulas;
    }

    /** Moves boxes by what a network says, and cuts off what is outside of the picture; see {@link BoxCoder}. */
    String decode(String boxes, String deltas, BoxCoder coder) {
        List<String> edges = formulas.columns(boxes);
        List<String> numbers = formulas.columns(deltas);
        List<String> low = new ArrayList<>();
        List<String> high = new ArrayList<>();
        String half = formulas.number(0.5);
        for (int axis = 0; axis < 2; axis++) {
            String size = formulas.of("Sub", edges.get(axis + 2), edges.get(axis));
            String center = formulas.of("Add", edges.get(axis), formulas.of("Mul", size, half));
            String step = formulas.of("Div", numbers.get(axis), formulas.number(coder.centerWeight()));
            String moved = formulas.of("Add", center, formulas.of("Mul", step, size));
            String growth = formulas.of("Div", numbers.get(axis + 2), formulas.number(coder.sizeWeight()));
            String factor = formulas.of("Exp", formulas.of("Min", growth, formulas.number(BoxCoder.MOST)));
            String halfSize = formulas.of("Mul", formulas.of("Mul", size, factor), half);
            String most = formulas.number(axis == 0 ? shape.width() : shape.height());
            String zero = formulas.number(0);
            low.add(formulas.of("Clip", formulas.of("Sub", moved, halfSize), zero, most));
            high.add(formulas.of("Clip", formulas.of("Add", moved, halfSize), zero, most));
        }
        return formulas.concat(1, List.of(low.get(0), low.get(1), high.get(0), high.get(1)));
    }

    /** Returns for each level the indexes of the boxes that belong to it; see {@link DetectorShape#levelOf}. */
    List<String> indexesByLevel(String boxes) {
        List<String> edges = formulas.columns(boxes);
        String area = formulas.squeeze(
                formulas.of(
                        "Mul",
                        formulas.of("Sub", edges.get(2), edges.get(0)),
                        formulas.of("Sub", edges.get(3), edges.get(1))),
                1);
        List<String> indexes = new ArrayList<>();
        List<Level> levels = Level.proposing();
        for (int i = 0; i < levels.size(); i++) {
            double from = i == 0 ? -1 : Math.pow(shape.from(levels.get(i)), 2);
            double to = i + 1 == levels.size() ? Float.MAX_VALUE : Math.pow(shape.from(levels.get(i + 1)), 2);
            String fits = formulas.of(
                    "And",
                    formulas.of("GreaterOrEqual", area, formulas.number(from)),
                    formulas.of("Less", area, formulas.number(to)));
            indexes.add(formulas.squeeze(formulas.of("NonZero", fits), 0));
        }
        return indexes;
    }

    /**
     * Reads boxes from the finest level and from those that they belong to; see {@link RoiReader}.
     *
     * @param maps of the pyramid
     * @param byLevel which boxes belong to which level; the result is in this order
     */
    String read(Map<Level, String> maps, String boxes, List<String> byLevel, int size) {
        List<String> grids = new ArrayList<>();
        for (int i = 0; i < byLevel.size(); i++) {
            grids.add(align(maps, Level.proposing().get(i), formulas.gather(boxes, byLevel.get(i)), size));
        }
        String ordered = formulas.gather(boxes, formulas.concat(0, byLevel));
        return formulas.concat(1, List.of(align(maps, Level.P2, ordered, size), formulas.concat(0, grids)));
    }

    private String align(Map<Level, String> maps, Level level, String boxes, int size) {
        return formulas.roiAlign(requireNonNull(maps.get(level), level.name()), boxes, level.stride(), size);
    }
}
