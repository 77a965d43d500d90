package io.buyme.cli;

import io.buyme.api.ArticleDetector;
import io.buyme.api.LookPipeline;
import io.buyme.api.PoseClassifier;

/**
 * A pipeline with the stages that were chosen for it.
 *
 * @param pose closed with the session
 * @param detector closed with the session
 * @param pipeline over both
 */
record LookSession(PoseClassifier pose, ArticleDetector detector, LookPipeline pipeline) implements AutoCloseable {

    @Override
    public void close() {
        try (pose;
                detector) {
            pipeline.close();
        }
    }
}
