package io.buyme.train.rcnn;

import java.util.List;
import java.util.SplittableRandom;
import org.deeplearning4j.nn.graph.ComputationGraph;

/** What one head is to learn. Safe for use by one thread that fills batches and one that measures. */
interface HeadTask {

    /** Returns the number of rows that a picture has in a batch. */
    int rowsPerPicture();

    /** Returns the shapes of labels, without that of rows, in the order of the head's outputs. */
    List<long[]> labelShapes();

    /**
     * Fills the rows of one picture.
     *
     * @param place of the picture in the batch
     */
    void fill(HeadBatch batch, int place, LabeledPicture picture, SplittableRandom random);

    /** Returns how well the head does on pictures that it does not learn from; the higher the better. */
    double measure(ComputationGraph graph);
}
