package io.buyme.image.coco.score;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Precision by recall, over the detections of one category in all pictures. */
final class PrecisionCurve {

    private PrecisionCurve() {}

    /** One detection among those of all pictures: the place of its picture, and its own among the picture's. */
    private record Place(int picture, int detection) {}

    /** Returns the score, if there was anything to find. */
    static Optional<RangeScore> score(List<Matches> pictures) {
        int toFind = pictures.stream().mapToInt(Matches::toFind).sum();
        if (toFind == 0) {
            return Optional.empty();
        }
        List<Place> ranking = ranking(pictures);
        List<Double> precisions = new ArrayList<>();
        List<Double> recalls = new ArrayList<>();
        for (int threshold = 0; threshold < Thresholds.IOU.size(); threshold++) {
            int at = threshold;
            boolean[] right = new boolean[ranking.size()];
            int counted = 0;
            for (Place place : ranking) {
                Outcome outcome = pictures.get(place.picture).outcomes().get(at).get(place.detection);
                if (outcome != Outcome.IGNORED) {
                    right[counted++] = outcome == Outcome.RIGHT;
                }
            }
            precisions.add(averagePrecision(right, counted, toFind));
            recalls.add((double) count(right) / toFind);
        }
        return Optional.of(new RangeScore(toFind, precisions, recalls));
    }

    /** Of equally sure ones the first stays the first: of the earlier picture, and there the earlier one. */
    private static List<Place> ranking(List<Matches> pictures) {
        return IntStream.range(0, pictures.size())
                .boxed()
                .flatMap(
                        p -> IntStream.range(0, pictures.get(p).scores().size()).mapToObj(d -> new Place(p, d)))
                .sorted(comparing((Place place) ->
                                pictures.get(place.picture).scores().get(place.detection))
                        .reversed())
                .toList();
    }

    /** Returns the mean, over 101 recalls, of the best precision at that recall or a greater one. */
    private static double averagePrecision(boolean[] right, int counted, int toFind) {
        double[] precisions = new double[counted];
        double[] recalls = new double[counted];
        int found = 0;
        for (int i = 0; i < counted; i++) {
            found += right[i] ? 1 : 0;
            precisions[i] = (double) found / (i + 1);
            recalls[i] = (double) found / toFind;
        }
        for (int i = counted - 2; i >= 0; i--) {
            precisions[i] = Math.max(precisions[i], precisions[i + 1]);
        }
        double sum = 0;
        int at = 0;
        for (double recall : Thresholds.RECALL) {
            while (at < counted && recalls[at] < recall) {
                at++;
            }
            sum += at < counted ? precisions[at] : 0;
        }
        return sum / Thresholds.RECALL.size();
    }

    private static int count(boolean[] right) {
        int count = 0;
        for (boolean one : right) {
            count += one ? 1 : 0;
        }
        return count;
    }
}
