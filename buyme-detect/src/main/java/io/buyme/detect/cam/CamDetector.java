package io.buyme.detect.cam;

import static java.util.Objects.requireNonNull;

import io.buyme.api.ArticleDetector;
import io.buyme.api.BuyMeException;
import io.buyme.api.Detection;
import io.buyme.api.DetectionInput;
import io.buyme.api.Pose.Verdict;
import io.buyme.api.StageKind;
import io.buyme.api.Taxonomy;
import io.buyme.onnx.OnnxModel;
import java.util.List;

/** Runs the network on each photo's windows, all in one batch, and makes articles of the heat. */
public final class CamDetector implements ArticleDetector {

    private final String id;
    private final ActivationMaps maps;
    private final double minScore;
    private volatile boolean closed;

    private CamDetector(String id, ActivationMaps maps, double minScore) {
        this.id = id;
        this.maps = maps;
        this.minScore = minScore;
    }

    /**
     * Makes a detector.
     *
     * @param id of the provider
     * @param model of {@code buyme train cam}; owned by the detector, unless none is returned
     * @param minScore below which articles are dropped
     * @throws BuyMeException if it is another model, or has a category that the standard taxonomy lacks
     */
    public static CamDetector of(String id, OnnxModel model, double minScore) {
        return new CamDetector(
                requireNonNull(id, "id"), new ActivationMaps(model, CamCard.of(model, Taxonomy.standard())), minScore);
    }

    @Override
    public List<Detection> detectAll(List<DetectionInput> inputs) {
        if (closed) {
            throw new IllegalStateException("detector '%s' is closed".formatted(id));
        }
        try {
            return inputs.stream().map(this::detectOne).toList();
        } catch (BuyMeException e) {
            throw new BuyMeException(StageKind.DETECT, id, String.valueOf(e.getMessage()), e);
        }
    }

    private Detection detectOne(DetectionInput input) {
        if (input.pose().filter(pose -> pose.verdict() == Verdict.NO_PERSON).isPresent()) {
            return Detection.none("no person in the photo: no article searched");
        }
        Activations activations = maps.of(input);
        WornAt places = WornAt.of(input.pose());
        HeatArticles articles = new HeatArticles(minScore);
        List<CamCategory> categories = maps.categories();
        for (int i = 0; i < categories.size(); i++) {
            CamCategory category = categories.get(i);
            HeatMap heat = activations.heat(i).only(places.of(category));
            articles.add(category, category.probability(activations.logit(i)), heat);
        }
        return articles.detection();
    }

    @Override
    public void close() {
        closed = true;
        maps.close();
    }
}
