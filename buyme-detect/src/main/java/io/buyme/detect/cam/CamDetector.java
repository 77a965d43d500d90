package io.buyme.detect.cam;

import io.buyme.api.ArticleDetector;
import io.buyme.api.BuyMeException;
import io.buyme.api.Detection;
import io.buyme.api.DetectionInput;
import io.buyme.api.Pose.Verdict;
import io.buyme.api.StageKind;
import java.util.List;

/** Runs the network on each photo's windows, all in one batch, and makes articles of the heat. */
final class CamDetector implements ArticleDetector {

    private final ActivationMaps maps;
    private final double minScore;
    private volatile boolean closed;

    CamDetector(ActivationMaps maps, double minScore) {
        this.maps = maps;
        this.minScore = minScore;
    }

    @Override
    public List<Detection> detectAll(List<DetectionInput> inputs) {
        if (closed) {
            throw new IllegalStateException("detector '" + CamProvider.ID + "' is closed");
        }
        try {
            return inputs.stream().map(this::detectOne).toList();
        } catch (BuyMeException e) {
            throw new BuyMeException(StageKind.DETECT, CamProvider.ID, String.valueOf(e.getMessage()), e);
        }
    }

    private Detection detectOne(DetectionInput input) {
        if (input.pose().filter(pose -> pose.verdict() == Verdict.NO_PERSON).isPresent()) {
            return Detection.none("no person in the photo: no article searched");
        }
        Activations activations = maps.of(input.image(), input.pose());
        HeatArticles articles = new HeatArticles(minScore);
        List<CamCategory> categories = maps.categories();
        for (int i = 0; i < categories.size(); i++) {
            double probability = categories.get(i).probability(activations.logit(i));
            articles.add(categories.get(i), probability, activations.heat(i));
        }
        return articles.detection();
    }

    @Override
    public void close() {
        closed = true;
        maps.close();
    }
}
