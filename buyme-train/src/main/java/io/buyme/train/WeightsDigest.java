package io.buyme.train;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.deeplearning4j.nn.graph.ComputationGraph;

/** Names a network by its weights: with others, the same picture gets another answer. */
final class WeightsDigest {

    private static final int BYTES = 6;

    private WeightsDigest() {}

    static String of(ComputationGraph network) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES);
            for (float weight : network.params().data().asFloat()) {
                digest.update(bytes.clear().putFloat(weight).flip());
            }
            return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
