package io.buyme.embed;

import io.buyme.api.BuyMeException;
import io.buyme.onnx.OnnxModel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A short text that changes when a model, or what it is asked, changes. */
final class ModelDigest {

    private static final int BYTES = 6;
    private static final int BUFFER = 1 << 16;

    private ModelDigest() {}

    /** Returns 12 hexadecimal digits of a SHA-256 of the model's files and the settings. */
    static String of(Path file, String... settings) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path part : OnnxModel.files(file)) {
                addFile(digest, part);
            }
            for (String setting : settings) {
                digest.update((byte) 0);
                digest.update(setting.getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        } catch (IOException e) {
            throw new BuyMeException("cannot read model file " + file, e);
        }
    }

    private static void addFile(MessageDigest digest, Path file) throws IOException {
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
            }
        }
    }
}
