package io.buyme.pose;

import static java.util.Objects.requireNonNull;

import io.buyme.api.Pose;
import io.buyme.api.PoseClassifier;
import java.awt.image.BufferedImage;
import java.util.List;

/** Finds people with BlazePose and judges their framing by {@link Framing}. */
final class BlazePose implements PoseClassifier {

    private final NetworkPool<Networks> networks;
    private final Framing framing;

    /** Creates a classifier that owns the networks. */
    BlazePose(NetworkPool<Networks> networks, Framing framing) {
        this.networks = networks;
        this.framing = framing;
    }

    @Override
    public List<Pose> classifyAll(List<BufferedImage> images) {
        networks.requireOpen();
        images.forEach(image -> requireNonNull(image, "image"));
        return images.stream().map(this::look).map(framing::judge).toList();
    }

    /** Returns who is in a photo. */
    Scene look(BufferedImage image) {
        return networks.use(n -> n.look(image));
    }

    @Override
    public void close() {
        networks.close();
    }
}
