package io.buyme.cli;

import io.buyme.api.ArticleDetector;
import io.buyme.api.GatePolicy;
import io.buyme.api.LookPipeline;
import io.buyme.api.PoseClassifier;
import io.buyme.api.Stages;
import io.buyme.api.spi.Options;
import org.jspecify.annotations.Nullable;
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

    @Option(
            names = "--pose",
            paramLabel = "ID",
            description = "Pose classifier to use instead of the standard one; see 'buyme stages'.")
    private @Nullable String pose;

    @Mixin
    private final DetectorChoice detector = new DetectorChoice();

    /** Refuses values that make no sense, before anything is opened. */
    void check() {
        Usage.atLeast(1, matches, "-k");
    }

    /** Returns a session that looks into the catalogue, which the session does not close. */
    LookSession start(OpenCatalog open) {
        PoseClassifier poses = pose == null ? Stages.poseClassifier() : Stages.poseClassifier(pose, Options.none());
        try {
            ArticleDetector articles = detector.open(null);
            try {
                LookPipeline pipeline = LookPipeline.builder()
                        .pose(poses)
                        .detector(articles)
                        .embedder(open.embedder())
                        .index(open.catalog().index())
                        .products(open.catalog())
                        .gate(gate)
                        .matchesPerArticle(matches)
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
