package io.buyme.train.loop;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * How weights change over a run.
 *
 * @param epochs how many at most; the learning rate falls to its end over them
 * @param stages sizes of pictures, one after the other
 * @param rate highest learning rate, that of the heads
 * @param warmUp over this share of the run the learning rate rises from zero
 * @param lastRate share of the highest learning rate that is left at the end
 * @param backboneRate share of the learning rate for the backbone's last layer
 * @param firstLayerRate share of the learning rate for the backbone's first layer; layers between are in between
 * @param frozen share of the run in which the backbone does not change, so that new heads do not spoil it
 * @param weightDecay decoupled from the gradient (Loshchilov and Hutter 2019)
 * @param clip greatest length of the gradient of all weights
 * @param averaging how much of the averaged weights stays at each step (Polyak averaging), 0 to less than 1
 * @param patience after so many epochs of the last stage without a better measure the run ends
 */
public record Schedule(
        int epochs,
        List<Stage> stages,
        double rate,
        double warmUp,
        double lastRate,
        double backboneRate,
        double firstLayerRate,
        double frozen,
        double weightDecay,
        double clip,
        double averaging,
        int patience) {

    /** Copies the list and checks the ranges. */
    public Schedule {
        requireNonNull(stages, "stages");
        stages = List.copyOf(stages);
        if (epochs < 1 || stages.isEmpty() || patience < 1) {
            throw new IllegalArgumentException("want at least one epoch, one stage and a patience of one");
        }
        if (!(rate > 0 && clip > 0 && backboneRate > 0 && firstLayerRate > 0 && weightDecay >= 0)) {
            throw new IllegalArgumentException("rates and clip must be greater than zero, decay not negative");
        }
        if (!(averaging >= 0 && averaging < 1 && warmUp >= 0 && warmUp < 1 && frozen >= 0 && frozen < 1)) {
            throw new IllegalArgumentException("averaging, warmUp and frozen must be 0 to less than 1");
        }
    }

    /**
     * A part of a run with pictures of one size.
     *
     * @param until share of the run at which it ends
     * @param size of the pictures, in pixels
     * @param from the backbone's vertex behind which layers train; empty for all layers. Those before it stay as they
     *     are, and are computed by ONNX Runtime.
     */
    public record Stage(double until, int size, String from) {

        /** Checks the size. */
        public Stage {
            requireNonNull(from, "from");
            if (size < 1) {
                throw new IllegalArgumentException("the size must be at least 1, got " + size);
            }
        }
    }

    /**
     * Returns a schedule that starts with small pictures and the later layers, and ends with full ones and all layers.
     *
     * @param from the backbone's vertex behind which layers train at first; empty for all layers
     */
    public static Schedule standard(int epochs, int size, String from) {
        return standard(epochs, List.of(new Stage(0.8, reduced(size), from), new Stage(1, size, "")), 0.995);
    }

    /** Returns the usual schedule with stages and averaging of its own. */
    public static Schedule standard(int epochs, List<Stage> stages, double averaging) {
        return new Schedule(epochs, stages, 2e-3, 0.02, 0.01, 0.15, 0.05, 0.02, 0.01, 5, averaging, 8);
    }

    /** Returns three quarters of a size, or a little less: a multiple of 32, as the backbone's strides want. */
    public static int reduced(int size) {
        return Math.max(32, size * 3 / 4 / 32 * 32);
    }

    /** Returns the index of the stage at a share of the run. */
    int stageAt(double progress) {
        for (int i = 0; i < stages.size(); i++) {
            if (progress < stages.get(i).until) {
                return i;
            }
        }
        return stages.size() - 1;
    }

    /** Returns the largest size of all stages. */
    public int largestSize() {
        return stages.stream().mapToInt(Stage::size).max().orElseThrow();
    }

    /** Returns the share of the highest learning rate at a share of the run: a line up, then half a cosine down. */
    public double rateAt(double progress) {
        if (progress < warmUp) {
            return progress / warmUp;
        }
        double fallen = Math.min(1, (progress - warmUp) / (1 - warmUp));
        return lastRate + (1 - lastRate) * (1 + Math.cos(Math.PI * fallen)) / 2;
    }
}
