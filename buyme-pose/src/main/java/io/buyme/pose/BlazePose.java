package io.buyme.pose;

import static java.util.Objects.requireNonNull;

import io.buyme.api.Pose;
import io.buyme.api.PoseClassifier;
import java.awt.image.BufferedImage;
import java.util.List;

/** Finds people with BlazePose and judges their framing by {@link Framing}. */
final class BlazePose implements PoseClassifier {

    private final NetworkPool<Networks> networks;

    /** Creates a classifier that owns the networks. */
    BlazePose(NetworkPool<Networks> networks) {
        this.networks = networks;
    }

    @Override
    public List<Pose> classifyAll(List<BufferedImage> images) {
        networks.requireOpen();
        images.forEach(image -> requireNonNull(image, "image"));
        return images.stream().map(this::judge).toList();
    }

    private Pose judge(BufferedImage image) {
        return Framing.judge(networks.use(n -> n.look(image)));
    }

    @Override
    public void close() {
        networks.close();
    }
}
