package io.buyme.train.rcnn;

import io.buyme.train.loop.BatchStream;
import io.buyme.train.loop.Course;
import io.buyme.train.loop.Floats;
import io.buyme.train.loop.GradientRunner;
import io.buyme.train.loop.Randoms;
import io.buyme.train.loop.Schedule;
import io.buyme.train.loop.Slopes;
import io.buyme.train.loop.Slot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Trains one head on features that do not change. */
final class HeadCourse implements Course {

    private final Head head;
    private final HeadTask task;
    private final PictureSupply pictures;
    private final int batch;
    private final long seed;

    /**
     * Creates a course.
     *
     * @param batch pictures of a step
     * @param seed of what is drawn at random
     */
    HeadCourse(Head head, HeadTask task, PictureSupply pictures, int batch, long seed) {
        this.head = head;
        this.task = task;
        this.pictures = pictures;
        this.batch = batch;
        this.seed = seed;
    }

    @Override
    public int steps() {
        return Math.max(1, pictures.count() / batch);
    }

    @Override
    public int pictures() {
        return batch;
    }

    @Override
    public List<String> backbone() {
        return List.of();
    }

    @Override
    public Lesson open(Schedule.Stage stage, float[] weights) {
        return new HeadLesson();
    }

    private HeadBatch batch() {
        int rows = batch * task.rowsPerPicture();
        return new HeadBatch(
                rows * head.inputLength(),
                task.labelShapes().stream()
                        .map(shape -> Math.toIntExact(rows * product(shape)))
                        .toList());
    }

    private void fill(HeadBatch filled, int epoch, int step) {
        List<Integer> all = IntStream.range(0, pictures.count()).boxed().toList();
        List<Integer> order = RandomDraw.some(all, all.size(), Randoms.at(seed, epoch));
        for (int place = 0; place < batch; place++) {
            SplittableRandom random = Randoms.at(seed, epoch, step, place);
            int index = order.get((step * batch + place) % order.size());
            task.fill(filled, place, pictures.varied(index, random), random);
        }
    }

    private static long product(long... sizes) {
        long product = 1;
        for (long size : sizes) {
            product *= size;
        }
        return product;
    }

    private final class HeadLesson implements Lesson {

        private final List<Slot> slots = Slot.of(head.graph());
        private final GradientRunner runner = new GradientRunner(head.graph(), slots);
        private final INDArray input;
        private final List<INDArray> labels = new ArrayList<>();
        private final double scale;

        HeadLesson() {
            int rows = batch * task.rowsPerPicture();
            input = Nd4j.create(
                    DataType.FLOAT, HeadRunner.shape(rows, head.input().getShape()));
            task.labelShapes().forEach(shape -> labels.add(Nd4j.create(DataType.FLOAT, HeadRunner.shape(rows, shape))));
            // Losses count each place of a map as a row, the trainer counts pictures.
            long[] first = task.labelShapes().get(0);
            scale = (double) batch * first[0] / (rows * product(first));
        }

        @Override
        public List<Slot> slots() {
            return slots;
        }

        @Override
        public Steps steps(int epoch, int firstStep) {
            return new BatchStream<>(
                    firstStep,
                    HeadCourse.this.steps(),
                    HeadCourse.this::batch,
                    (filled, step) -> fill(filled, epoch, step),
                    this::slopes);
        }

        private Slopes slopes(HeadBatch filled, float[] weights, long stepSeed) {
            Floats.copy(filled.inputs, input);
            for (int i = 0; i < labels.size(); i++) {
                Floats.copy(filled.labels.get(i), labels.get(i));
            }
            float[] gradient = runner.gradient(weights, stepSeed, List.of(input), labels);
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] *= (float) scale;
            }
            Map<String, Double> losses = new LinkedHashMap<>();
            head.losses().forEach(loss -> losses.put(loss.name(), loss.mean()));
            return new Slopes(gradient, losses);
        }

        @Override
        public double measure(float[] weights) {
            Floats.copy(weights, head.graph().params());
            return task.measure(head.graph());
        }

        @Override
        public void close() {
            input.close();
            labels.forEach(INDArray::close);
        }
    }
}
