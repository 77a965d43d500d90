package io.buyme.train.net;

import io.buyme.api.BuyMeException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.deeplearning4j.nn.layers.mkldnn.BaseMKLDNNHelper;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * The native engine that DL4J computes with, as {@link #start} has set it up for this process.
 *
 * @param threads how many native threads it may use
 * @param oneDnn whether convolutions, pooling and normalisation run on oneDNN, about five times as fast
 * @param reason why oneDNN is on or off, in words
 */
public record Engine(int threads, boolean oneDnn, String reason) {

    /** Any extension without a library of its own makes JavaCPP take the plain build, which every x86-64 can run. */
    private static final String PLAIN_BUILD = "-compat";

    private static final String HELPERS_OFF = "org.eclipse.deeplearning4j.helpers.disable";

    private static final String EXTENSION = "org.bytedeco.javacpp.platform.extension";

    /** Checks its arguments. */
    public Engine {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1, not " + threads);
        }
    }

    /** Starts the engine with one native thread for each processor. See {@link #start(int)}. */
    public static Engine start() {
        return start(Runtime.getRuntime().availableProcessors());
    }

    /**
     * Loads the native libraries, lets layers made from now on use oneDNN if it is there, and pins the native threads.
     * Both are settings of the process, apart from OpenMP's thread count, which belongs to the calling thread: start
     * the engine in the thread that trains. May be called again.
     *
     * <p>{@code -Dorg.eclipse.deeplearning4j.helpers.disable=true} keeps oneDNN off.
     *
     * @throws BuyMeException if there is no native library for this platform
     */
    public static synchronized Engine start(int threads) {
        if (System.getProperty(EXTENSION) == null && lacksAvx2(Path.of("/proc/cpuinfo"))) {
            System.setProperty(EXTENSION, PLAIN_BUILD);
        }
        if (System.getProperty(HELPERS_OFF) == null) {
            System.setProperty(HELPERS_OFF, "false");
        }
        loadNatives();
        Nd4j.getEnvironment().setMaxMasterThreads(threads);
        Nd4j.factory().blas().setMaxThreads(threads);
        NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(threads);
        if (Boolean.parseBoolean(System.getProperty(HELPERS_OFF))) {
            return new Engine(threads, false, "turned off with -D" + HELPERS_OFF + "=true");
        }
        return BaseMKLDNNHelper.mklDnnEnabled()
                ? new Engine(threads, true, "the native library has it")
                : new Engine(threads, false, "the native library for this platform lacks it");
    }

    /** Returns what was chosen in one line, for a log. */
    public String describe() {
        return "ND4J on " + threads + (threads == 1 ? " thread" : " threads") + ", oneDNN " + (oneDnn ? "on" : "off")
                + " (" + reason + ")";
    }

    /** The oneDNN build ends the process on a CPU without AVX2. Only Linux has that build, and tells. */
    static boolean lacksAvx2(Path cpuInfo) {
        try {
            return Files.readString(cpuInfo, StandardCharsets.ISO_8859_1)
                    .lines()
                    .filter(line -> line.startsWith("flags"))
                    .findFirst()
                    .filter(line -> !line.contains(" avx2"))
                    .isPresent();
        } catch (IOException e) {
            return false;
        }
    }

    private static void loadNatives() {
        try {
            Nd4j.getBackend();
            Nd4j.getExecutioner();
        } catch (RuntimeException | LinkageError e) {
            throw new BuyMeException(
                    "wanted ND4J's native library for " + System.getProperty("os.name") + " "
                            + System.getProperty("os.arch") + ", found none that loads; add"
                            + " org.nd4j:nd4j-native:1.0.0-M2.1 with the classifier of this platform",
                    e);
        }
    }
}
