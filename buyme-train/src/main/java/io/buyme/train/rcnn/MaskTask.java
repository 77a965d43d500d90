package io.buyme.train.rcnn;

import io.buyme.train.rcnn.RoiSampler.Roi;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.deeplearning4j.nn.graph.ComputationGraph;

/** To draw which part of a region is the article. Only the map of the article's own category counts. */
final class MaskTask implements HeadTask {

    private static final int REGIONS = 8;
    /** A quarter of what is sampled has an article. */
    private static final int SAMPLED = 4 * REGIONS;

    private static final int CELLS = Heads.MASK * Heads.MASK;

    private final DetectorShape shape;
    private final FeatureExtractor extractor;
    private final RoiReader reader;
    private final PictureSupply checking;

    /**
     * Creates the task.
     *
     * @param extractor that proposes regions
     */
    MaskTask(DetectorShape shape, FeatureExtractor extractor, PictureSupply checking) {
        this.shape = shape;
        this.extractor = extractor;
        this.reader = new RoiReader(shape, Heads.MASK_GRID);
        this.checking = checking;
    }

    @Override
    public int rowsPerPicture() {
        return REGIONS;
    }

    @Override
    public List<long[]> labelShapes() {
        return List.of(new long[] {shape.categories(), Heads.MASK, Heads.MASK});
    }

    @Override
    public void fill(HeadBatch batch, int place, LabeledPicture picture, SplittableRandom random) {
        Features features = extractor.run(picture);
        int first = place * REGIONS;
        int last = first + REGIONS;
        int row = shape.categories() * CELLS;
        Arrays.fill(batch.labels.get(0), first * row, last * row, -1);
        Arrays.fill(batch.inputs, first * reader.length(), last * reader.length(), 0);
        List<Roi> sampled = RoiSampler.sample(features.regions(), picture.rects(), SAMPLED, random).stream()
                .filter(Roi::isPositive)
                .toList();
        for (int i = 0; i < sampled.size(); i++) {
            Roi roi = sampled.get(i);
            Target target = picture.targets().get(roi.target());
            reader.read(features.maps(), roi.box(), batch.inputs, (first + i) * reader.length());
            cut(target, roi.box(), batch.labels.get(0), (first + i) * row + target.label() * CELLS);
        }
    }

    /** Writes whether the centres of a region's cells belong to an article. */
    static void cut(Target target, Rect region, float[] into, int offset) {
        for (int i = 0; i < CELLS; i++) {
            int column = i % Heads.MASK;
            int row = i / Heads.MASK;
            double x = region.left() + (column + 0.5) * region.width() / Heads.MASK;
            double y = region.top() + (row + 0.5) * region.height() / Heads.MASK;
            into[offset + i] = target.outline().contains(x, y) ? 1 : 0;
        }
    }

    /** The overlap of masks in the articles' own boxes, the mean over articles. */
    @Override
    public double measure(ComputationGraph graph) {
        double sum = 0;
        int all = 0;
        for (int i = 0; i < checking.count(); i++) {
            LabeledPicture picture = checking.plain(i);
            List<Target> targets = picture.targets();
            if (!targets.isEmpty()) {
                float[] logits = draw(graph, extractor.run(picture), targets);
                for (int j = 0; j < targets.size(); j++) {
                    sum += overlap(
                            targets.get(j),
                            logits,
                            (j * shape.categories() + targets.get(j).label()) * CELLS);
                }
                all += targets.size();
            }
        }
        return all == 0 ? 0 : sum / all;
    }

    private float[] draw(ComputationGraph graph, Features features, List<Target> targets) {
        float[] inputs = new float[targets.size() * reader.length()];
        for (int i = 0; i < targets.size(); i++) {
            reader.read(features.maps(), targets.get(i).rect(), inputs, i * reader.length());
        }
        return HeadRunner.run(graph, Heads.maskType(shape), inputs, targets.size())
                .get(0);
    }

    private static double overlap(Target target, float[] logits, int offset) {
        float[] wanted = new float[CELLS];
        cut(target, target.rect(), wanted, 0);
        int both = 0;
        int either = 0;
        for (int i = 0; i < CELLS; i++) {
            boolean found = logits[offset + i] > 0;
            both += found && wanted[i] > 0 ? 1 : 0;
            either += found || wanted[i] > 0 ? 1 : 0;
        }
        return either == 0 ? 1 : (double) both / either;
    }
}
