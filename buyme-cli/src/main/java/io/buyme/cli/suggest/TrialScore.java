package io.buyme.cli.suggest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.buyme.cli.evaluate.Rounded;
import io.buyme.train.DetectorTrial;
import io.buyme.train.data.Scene;
import io.buyme.train.data.Scenes;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * The shape of {@code buyme evaluate suggest}.
 *
 * @param pool photos to choose from
 * @param checked photos measured with
 * @param start photos with labels at first
 * @param more photos chosen
 * @param width of pictures, in pixels
 * @param steps of each training
 * @param rareCategories the half of the categories that has the fewest articles in the pool
 * @param rounds of each seed
 * @param gain of suggestion over chance
 */
public record TrialScore(
        int pool,
        int checked,
        int start,
        int more,
        int width,
        int steps,
        @JsonProperty("rare_categories") List<String> rareCategories,
        List<Round> rounds,
        Gain gain) {

    /**
     * All of a seed.
     *
     * @param seed of the photos at first, and of all trainings
     * @param start with the labels at first
     * @param random with labels of photos by chance
     * @param suggested with labels of suggested photos
     */
    public record Round(int seed, Arm start, Arm random, Arm suggested) {}

    /**
     * A detector, and what it has learned from.
     *
     * @param meanIou of the cells of each category, averaged over categories
     * @param rareIou the same over the rare categories
     * @param articles that were annotated in its photos
     */
    public record Arm(
            @JsonProperty("mean_iou") double meanIou,
            @JsonProperty("rare_iou") double rareIou,
            int articles) {

        static Arm of(List<Scene> photos, Map<String, Double> overlap, List<String> rare) {
            double all = overlap.values().stream()
                    .mapToDouble(Double::doubleValue)
                    .average()
                    .orElse(0);
            double ofRare = rare.stream()
                    .mapToDouble(category -> overlap.getOrDefault(category, 0.0))
                    .average()
                    .orElse(0);
            int articles =
                    photos.stream().mapToInt(photo -> photo.things().size()).sum();
            return new Arm(Rounded.share(all), Rounded.share(ofRare), articles);
        }
    }

    /**
     * Means over the seeds of what suggestion is better than chance, and their standard errors.
     *
     * @param meanIou difference
     * @param meanIouError its standard error; 0 for a single seed
     * @param rareIou difference
     * @param rareIouError its standard error; 0 for a single seed
     */
    public record Gain(
            @JsonProperty("mean_iou") double meanIou,
            @JsonProperty("mean_iou_error") double meanIouError,
            @JsonProperty("rare_iou") double rareIou,
            @JsonProperty("rare_iou_error") double rareIouError) {

        static Gain of(List<Round> rounds) {
            List<Double> all = differences(rounds, Arm::meanIou);
            List<Double> rare = differences(rounds, Arm::rareIou);
            return new Gain(mean(all), error(all), mean(rare), error(rare));
        }

        private static List<Double> differences(List<Round> rounds, ToDoubleFunction<Arm> figure) {
            return rounds.stream()
                    .map(round -> figure.applyAsDouble(round.suggested()) - figure.applyAsDouble(round.random()))
                    .toList();
        }

        private static double mean(List<Double> values) {
            return Rounded.share(
                    values.stream().mapToDouble(Double::doubleValue).average().orElse(0));
        }

        private static double error(List<Double> values) {
            int count = values.size();
            double mean =
                    values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
            double squares = values.stream()
                    .mapToDouble(value -> (value - mean) * (value - mean))
                    .sum();
            return count < 2 ? 0 : Rounded.share(Math.sqrt(squares / (count - 1) / count));
        }
    }

    /** Copies the lists. */
    public TrialScore {
        rareCategories = List.copyOf(rareCategories);
        rounds = List.copyOf(rounds);
    }

    static TrialScore of(TrialPlan plan, DetectorTrial training, Scenes scenes, List<String> rare, List<Round> rounds) {
        return new TrialScore(
                scenes.training().size(),
                scenes.checking().size(),
                plan.start(),
                plan.more(),
                training.width(),
                training.steps(),
                rare,
                rounds,
                Gain.of(rounds));
    }
}
