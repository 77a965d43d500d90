package io.buyme.train.rcnn;

import io.buyme.train.rcnn.RoiSampler.Roi;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.deeplearning4j.nn.graph.ComputationGraph;

/** To name what is in a region, and where its box is. */
final class BoxTask implements HeadTask {

    private static final int REGIONS = 64;

    private final DetectorShape shape;
    private final FeatureExtractor extractor;
    private final RoiReader reader;
    private final Detections detections;
    private final PictureSupply checking;

    /**
     * Creates the task.
     *
     * @param extractor that proposes regions
     */
    BoxTask(DetectorShape shape, Limits limits, FeatureExtractor extractor, PictureSupply checking) {
        this.shape = shape;
        this.extractor = extractor;
        this.reader = new RoiReader(shape, Heads.BOX_GRID);
        this.detections = new Detections(shape, limits);
        this.checking = checking;
    }

    @Override
    public int rowsPerPicture() {
        return REGIONS;
    }

    @Override
    public List<long[]> labelShapes() {
        return List.of(new long[] {1}, new long[] {BoxCoder.LENGTH});
    }

    @Override
    public void fill(HeadBatch batch, int place, LabeledPicture picture, SplittableRandom random) {
        Features features = extractor.run(picture);
        List<Rect> targets = picture.rects();
        List<Roi> sampled = RoiSampler.sample(features.regions(), targets, REGIONS, random);
        int first = place * REGIONS;
        int last = first + REGIONS;
        // Pictures with few regions leave rows that do not count.
        Arrays.fill(batch.labels.get(0), first, last, -1);
        Arrays.fill(batch.labels.get(1), first * BoxCoder.LENGTH, last * BoxCoder.LENGTH, Float.NaN);
        Arrays.fill(batch.inputs, first * reader.length(), last * reader.length(), 0);
        for (int i = 0; i < sampled.size(); i++) {
            Roi roi = sampled.get(i);
            reader.read(features.maps(), roi.box(), batch.inputs, (first + i) * reader.length());
            batch.labels.get(0)[first + i] =
                    roi.isPositive() ? 1 + picture.targets().get(roi.target()).label() : 0;
            if (roi.isPositive()) {
                BoxCoder.FINE.encode(
                        roi.box(), targets.get(roi.target()), batch.labels.get(1), (first + i) * BoxCoder.LENGTH);
            }
        }
    }

    /** Average precision of boxes at an overlap of 0.5, the mean over categories. */
    @Override
    public double measure(ComputationGraph graph) {
        List<List<RawDetection>> found = new ArrayList<>();
        List<List<Target>> wanted = new ArrayList<>();
        for (int i = 0; i < checking.count(); i++) {
            LabeledPicture picture = checking.plain(i);
            found.add(detect(graph, extractor.run(picture)));
            wanted.add(picture.targets());
        }
        return AveragePrecision.mean(found, wanted);
    }

    private List<RawDetection> detect(ComputationGraph graph, Features features) {
        List<Rect> regions = features.regions();
        float[] inputs = new float[regions.size() * reader.length()];
        for (int i = 0; i < regions.size(); i++) {
            reader.read(features.maps(), regions.get(i), inputs, i * reader.length());
        }
        List<float[]> said = HeadRunner.run(graph, Heads.boxType(shape), inputs, regions.size());
        return detections.of(regions, said.get(0), said.get(1));
    }
}
