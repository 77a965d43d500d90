package io.buyme.api.spi;

import io.buyme.api.StageKind;
import java.util.Arrays;

/** How a stage is called in messages, system properties and artifacts. */
enum StageNames {
    POSE(StageKind.POSE, PoseClassifierProvider.class, "PoseClassifier", "buyme.pose", "io.buyme:buyme-pose"),
    DETECT(
            StageKind.DETECT,
            ArticleDetectorProvider.class,
            "ArticleDetector",
            "buyme.detector",
            "io.buyme:buyme-detect"),
    EMBED(StageKind.EMBED, EmbedderProvider.class, "Embedder", "buyme.embedder", "io.buyme:buyme-embed"),
    INDEX(StageKind.INDEX, VectorIndexProvider.class, "VectorIndex", "buyme.index", "io.buyme:buyme-index");

    private final StageKind stage;
    private final Class<? extends StageProvider> providerType;
    private final String type;
    private final String property;
    private final String artifact;

    StageNames(
            StageKind stage,
            Class<? extends StageProvider> providerType,
            String type,
            String property,
            String artifact) {
        this.stage = stage;
        this.providerType = providerType;
        this.type = type;
        this.property = property;
        this.artifact = artifact;
    }

    static StageNames of(StageKind stage) {
        return Arrays.stream(values()).filter(n -> n.stage == stage).findFirst().orElseThrow();
    }

    static StageNames of(Class<? extends StageProvider> providerType) {
        return Arrays.stream(values())
                .filter(n -> n.providerType == providerType)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        providerType.getName() + " is none of the four provider interfaces"));
    }

    StageKind stage() {
        return stage;
    }

    String type() {
        return type;
    }

    String property() {
        return property;
    }

    String artifact() {
        return artifact;
    }
}
