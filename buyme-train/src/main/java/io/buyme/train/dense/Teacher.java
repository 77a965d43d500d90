package io.buyme.train.dense;

import io.buyme.api.Box;
import io.buyme.api.BuyMeException;
import io.buyme.api.Mask;
import io.buyme.onnx.OnnxModel;
import io.buyme.onnx.PersonRegion;
import io.buyme.onnx.PictureFormat;
import io.buyme.onnx.Tensor;
import io.buyme.train.augment.SceneAugmenter;
import io.buyme.train.data.PixelClasses;
import io.buyme.train.data.Scene;
import java.awt.image.BufferedImage;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A dense detector trained before, which says what each pixel shows in photos of which only tags are known, so that another
 * can learn from them, too (Xie et al., "Self-training with Noisy Student", 2020). As the tags are known, it knows more than
 * it has learned: what is a dress or a skirt, it may only call what is tagged. For use by one thread.
 */
public final class Teacher implements AutoCloseable {

    /** Cells of which it is less sure are left open. */
    private static final double SURE = 0.55;

    /** An article of fewer pixels has no shape to learn. */
    private static final int FEWEST_PIXELS = 40;

    /** The axis of columns, in pictures and in maps. */
    private static final int COLUMNS = 3;

    private final OnnxModel model;
    private final PixelClasses classes;
    private final PictureFormat format;

    private Teacher(OnnxModel model, PixelClasses classes, PictureFormat format) {
        this.model = model;
        this.classes = classes;
        this.format = format;
    }

    /**
     * Opens a model file, which the caller closes.
     *
     * @param classes that the student learns
     * @throws BuyMeException if the file cannot be read, or is not of a dense detector of these classes
     */
    public static Teacher open(Path file, PixelClasses classes, int threads) {
        OnnxModel model = OnnxModel.open(file, threads);
        try {
            String known = Objects.requireNonNullElse(model.metadata().get("buyme.pixels"), "");
            if (!known.equals(String.join("\n", classes.names()))) {
                throw new BuyMeException("want a dense detector of the classes %s as a teacher, '%s' has %s"
                        .formatted(classes.names(), file, Arrays.asList(known.split("\n", -1))));
            }
            String format = Objects.requireNonNullElse(model.metadata().get("buyme.picture"), "");
            return new Teacher(model, classes, PictureFormat.parse(format));
        } catch (RuntimeException e) {
            model.close();
            throw e;
        }
    }

    /** Returns the classes that it tells apart. */
    public PixelClasses classes() {
        return classes;
    }

    /**
     * Returns a photo with what it shows; empty if no person is seen.
     *
     * @param categories that are in the photo, by number; no other one is
     */
    public Optional<Scene> scene(String name, BufferedImage photo, Set<Integer> categories) {
        double aspect = (double) format.width() / format.height();
        Box whole = PersonRegion.whole(photo.getWidth(), photo.getHeight(), aspect);
        return person(look(photo, whole, categories), whole, photo).flatMap(person -> {
            Box region = PersonRegion.of(person, photo.getWidth(), photo.getHeight(), aspect, PersonRegion.MARGIN);
            byte[] labels = labels(look(photo, region, categories), region, photo);
            List<Scene.Thing> things = things(labels, photo.getWidth(), photo.getHeight());
            return things.isEmpty() ? Optional.empty() : Optional.of(Scene.of(name, photo, labels, person, things));
        });
    }

    /** Returns the class of each cell, or that it is unknown; of the photo and its mirror image, which err differently. */
    private int[] look(BufferedImage photo, Box region, Set<Integer> categories) {
        FloatBuffer pixels = Tensor.buffer(format.length());
        format.write(format.canvas(photo, region), pixels);
        Tensor picture = Tensor.over(pixels.rewind(), 1, 3, format.height(), format.width());
        float[] logits = logits(picture).toArray();
        FloatBuffer mirrored =
                logits(picture.reversed(COLUMNS)).reversed(COLUMNS).values();
        for (int i = 0; i < logits.length; i++) {
            logits[i] = (logits[i] + mirrored.get(i)) / 2;
        }
        int[] cells = new int[logits.length / classes.size()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = classOf(logits, i, cells.length, categories);
        }
        return cells;
    }

    private Tensor logits(Tensor picture) {
        return Objects.requireNonNull(
                model.run(Map.of(DenseNetwork.IMAGE, picture)).get(DenseModel.PIXELS));
    }

    private int classOf(float[] logits, int cell, int cells, Set<Integer> categories) {
        int best = Scene.BACKGROUND;
        double sum = 0;
        for (int c = 0; c < classes.size(); c++) {
            if (c < classes.firstCategory() || categories.contains(c - classes.firstCategory())) {
                float logit = logits[c * cells + cell];
                sum += Math.exp(logit);
                best = logit > logits[best * cells + cell] ? c : best;
            }
        }
        return Math.exp(logits[best * cells + cell]) / sum >= SURE ? best : SceneAugmenter.UNKNOWN;
    }

    /** Returns the box around all that is no background. */
    private Optional<Box> person(int[] cells, Box region, BufferedImage photo) {
        int columns = format.width() / SceneAugmenter.CELL;
        double side = region.width() / columns;
        return IntStream.range(0, cells.length)
                .filter(i -> cells[i] > Scene.BACKGROUND)
                .mapToObj(i -> cell(region, side, i % columns, i / columns))
                .reduce(Box::union)
                .map(box -> box.clip(photo.getWidth(), photo.getHeight()))
                .filter(box -> box.area() > 0);
    }

    private static Box cell(Box region, double side, int column, int row) {
        return new Box(region.x() + column * side, region.y() + row * side, side, side);
    }

    private byte[] labels(int[] cells, Box region, BufferedImage photo) {
        int columns = format.width() / SceneAugmenter.CELL;
        double side = region.width() / columns;
        byte[] labels = new byte[photo.getWidth() * photo.getHeight()];
        for (int y = 0, i = 0; y < photo.getHeight(); y++) {
            int row = (int) Math.floor((y + 0.5 - region.y()) / side);
            for (int x = 0; x < photo.getWidth(); x++, i++) {
                int column = (int) Math.floor((x + 0.5 - region.x()) / side);
                boolean seen = row >= 0 && column >= 0 && column < columns && row * columns + column < cells.length;
                labels[i] = (byte) (seen ? cells[row * columns + column] : Scene.BACKGROUND);
            }
        }
        return labels;
    }

    private List<Scene.Thing> things(byte[] labels, int width, int height) {
        List<Scene.Thing> things = new ArrayList<>();
        for (int category = 0; category < classes.categories().size(); category++) {
            int label = classes.firstCategory() + category;
            Mask mask = Mask.of(width, height, (x, y) -> labels[y * width + x] == label);
            int number = category;
            mask.bounds()
                    .filter(box -> mask.area() >= FEWEST_PIXELS)
                    .ifPresent(box -> things.add(new Scene.Thing(number, box, mask)));
        }
        return things;
    }

    @Override
    public void close() {
        model.close();
    }
}
