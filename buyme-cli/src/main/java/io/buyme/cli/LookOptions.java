package io.buyme.cli;

import io.buyme.api.ArticleDetector;
import io.buyme.api.GatePolicy;
import io.buyme.api.LookPipeline;
import io.buyme.api.LookRequest;
import io.buyme.api.PoseClassifier;
import io.buyme.api.Ranker;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How photos are looked at. */
final class LookOptions {

    @Option(
            names = "-k",
            paramLabel = "N",
            defaultValue = "5",
            description = "Products per article at most (default: ${DEFAULT-VALUE}).")
    private int matches;

    @Option(
            names = "--gate",
            paramLabel = "POLICY",
            defaultValue = "degrade",
            description = "What to do with a photo that does not show a whole person from the front: 'strict' turns it"
                    + " down, 'degrade' searches what is in sight and says what is missing, 'off' says nothing"
                    + " (default: ${DEFAULT-VALUE}).")
    private GatePolicy gate = GatePolicy.DEGRADE;

    @Mixin
    private final RankingOptions ranking = new RankingOptions();

    @Mixin
    private final FilterOptions filter = new FilterOptions();

    @Mixin
    private final PoseOptions pose = new PoseOptions();

    @Mixin
    private final DetectorChoice detector = new DetectorChoice();

    /** Refuses values that make no sense, before anything is opened. */
    void check() {
        Usage.atLeast(1, matches, "-k");
        request();
        ranking.check();
    }

    /** Returns how many products are wanted, and which. */
    LookRequest request() {
        return LookRequest.of(matches).where(filter.filter());
    }

    /** Returns a session that looks into the catalogue, which the session does not close. */
    LookSession start(OpenCatalog open) {
        Ranker ranker = ranking.ranker();
        PoseClassifier poses = pose.open();
        try {
            ArticleDetector articles = detector.open(null);
            try {
                LookPipeline pipeline = LookPipeline.builder()
                        .pose(poses)
                        .detector(articles)
                        .embedder(open.embedder())
                        .index(open.catalog().index())
                        .products(open.catalog())
                        .ranker(ranker)
                        .gate(gate)
                        .matchesPerArticle(matches)
                        .filter(filter.filter())
                        .build();
                return new LookSession(poses, articles, pipeline);
            } catch (RuntimeException | Error e) {
                articles.close();
                throw e;
            }
        } catch (RuntimeException | Error e) {
            poses.close();
            throw e;
        }
    }
}
