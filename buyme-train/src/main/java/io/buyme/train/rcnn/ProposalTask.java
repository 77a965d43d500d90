package io.buyme.train.rcnn;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.deeplearning4j.nn.graph.ComputationGraph;

/** To tell anchors with an article from others, and where the article's box is. */
final class ProposalTask implements HeadTask {

    private static final double LOWEST = 0.5;
    private static final double HIGHEST = 0.95;
    private static final int THRESHOLDS = 10;

    private final DetectorShape shape;
    private final FeatureExtractor extractor;
    private final Anchors anchors;
    private final AnchorMatcher matcher;
    private final Proposals proposals;
    private final PictureSupply checking;

    ProposalTask(DetectorShape shape, Limits limits, FeatureExtractor extractor, PictureSupply checking) {
        this.shape = shape;
        this.extractor = extractor;
        this.anchors = new Anchors(shape);
        this.matcher = new AnchorMatcher(anchors);
        this.proposals = new Proposals(shape, limits, anchors);
        this.checking = checking;
    }

    @Override
    public int rowsPerPicture() {
        return 1;
    }

    @Override
    public List<long[]> labelShapes() {
        FeatureSheet sheet = anchors.sheet();
        return List.of(
                new long[] {Level.ANCHORS, sheet.height(), sheet.width()},
                new long[] {Level.ANCHORS * BoxCoder.LENGTH, sheet.height(), sheet.width()});
    }

    @Override
    public void fill(HeadBatch batch, int place, LabeledPicture picture, SplittableRandom random) {
        int sheet = shape.channels() * anchors.sheet().places();
        Arrays.fill(batch.inputs, place * sheet, (place + 1) * sheet, 0);
        anchors.sheet().write(extractor.run(picture).maps(), batch.inputs, place * sheet);
        List<Rect> targets = picture.rects();
        int[] matches = AnchorMatcher.sample(matcher.match(targets), random);
        label(matches, targets, place, batch.labels.get(0), batch.labels.get(1));
    }

    private void label(int[] matches, List<Rect> targets, int place, float[] objectness, float[] deltas) {
        int one = Level.ANCHORS * anchors.sheet().places();
        int four = BoxCoder.LENGTH * one;
        Arrays.fill(objectness, place * one, (place + 1) * one, -1);
        Arrays.fill(deltas, place * four, (place + 1) * four, Float.NaN);
        float[] numbers = new float[BoxCoder.LENGTH];
        for (int i = 0; i < matches.length; i++) {
            if (matches[i] != AnchorMatcher.IGNORED) {
                objectness[place * one + anchors.onSheet(i, 1, 0)] = matches[i] >= 0 ? 1 : 0;
            }
            if (matches[i] >= 0) {
                BoxCoder.PLAIN.encode(anchors.boxes().get(i), targets.get(matches[i]), numbers, 0);
                for (int j = 0; j < BoxCoder.LENGTH; j++) {
                    deltas[place * four + anchors.onSheet(i, BoxCoder.LENGTH, j)] = numbers[j];
                }
            }
        }
    }

    /** Average recall: the share of articles that a proposal overlaps by 0.5, 0.55, ... 0.95. */
    @Override
    public double measure(ComputationGraph graph) {
        double found = 0;
        int all = 0;
        for (int i = 0; i < checking.count(); i++) {
            LabeledPicture picture = checking.plain(i);
            List<Rect> proposed = proposed(graph, extractor.run(picture));
            for (Rect target : picture.rects()) {
                double iou = proposed.stream().mapToDouble(target::iou).max().orElse(0);
                found += Math.max(0, Math.min(THRESHOLDS, Math.floor((iou - LOWEST) / step() + 1e-9) + 1)) / THRESHOLDS;
                all++;
            }
        }
        return all == 0 ? 0 : found / all;
    }

    private static double step() {
        return (HIGHEST - LOWEST) / (THRESHOLDS - 1);
    }

    private List<Rect> proposed(ComputationGraph graph, Features features) {
        FeatureSheet sheet = anchors.sheet();
        float[] input = new float[shape.channels() * sheet.places()];
        sheet.write(features.maps(), input, 0);
        List<float[]> said = HeadRunner.run(graph, Heads.sheetType(shape), input, 1);
        return proposals.of(proposals.fromSheet(said.get(0), 1), proposals.fromSheet(said.get(1), BoxCoder.LENGTH));
    }
}
