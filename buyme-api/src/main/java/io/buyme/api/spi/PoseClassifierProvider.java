package io.buyme.api.spi;

import io.buyme.api.PoseClassifier;
import io.buyme.api.StageKind;

/** Makes a {@link PoseClassifier}. */
public interface PoseClassifierProvider extends StageProvider {

    @Override
    default StageKind stage() {
        return StageKind.POSE;
    }

    /**
     * Returns a new stage, which the caller closes.
     *
     * @throws IllegalArgumentException if an option is unknown or has a bad value
     * @throws io.buyme.api.BuyMeException if the stage cannot be started
     */
    PoseClassifier create(Options options);
}
