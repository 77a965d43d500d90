package io.buyme.train.loop;

import java.util.List;

/** What a {@link Trainer} trains: a network, the data that it learns from, and what says how good it is. */
public interface Course {

    /** Returns how many steps an epoch has. */
    int steps();

    /** Returns how many pictures a step sees. */
    int pictures();

    /** Returns the layers that start with weights from elsewhere and so learn more slowly, first to last. */
    List<String> backbone();

    /**
     * Starts to train in the way of a stage.
     *
     * @param weights of the whole network at this time, only read
     */
    Lesson open(Schedule.Stage stage, float[] weights);

    /** Training in the way of one stage, for one thread. */
    interface Lesson extends AutoCloseable {

        /** Returns those parameters of the whole network that are in training. */
        List<Slot> slots();

        /**
         * Starts with a step of an epoch. Everything that is drawn at random follows from the seed, the epoch and the
         * step, so that a resumed run is the same as one that never stopped.
         */
        Steps steps(int epoch, int firstStep);

        /**
         * Measures the whole network on pictures that it does not learn from.
         *
         * @param weights only read
         * @return the higher the better
         */
        double measure(float[] weights);

        @Override
        void close();
    }

    /** The steps of an epoch, one after the other, for one thread. */
    interface Steps extends AutoCloseable {

        /**
         * Runs the next batch forward and back.
         *
         * @param weights of the whole network, only read
         * @param seed of what the network itself draws, such as dropout
         */
        Slopes next(float[] weights, long seed);

        @Override
        void close();
    }
}
