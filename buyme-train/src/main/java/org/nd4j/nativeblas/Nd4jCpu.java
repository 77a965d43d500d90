package org.nd4j.nativeblas;

/**
 * What DL4J 1.0.0-M2.1 looks for, by this name and through reflection, before it lets a layer use oneDNN. The class
 * moved to another package in the release in which the look-up stayed, so no jar has it, and without it DL4J takes the
 * slow way, silently. Not for use by anything else; {@code io.buyme.train.net.Engine} says what came of it.
 */
public final class Nd4jCpu {

    private Nd4jCpu() {}

    /** Answers the one question that DL4J asks. */
    public static final class Environment {

        private static final Environment INSTANCE = new Environment();

        private Environment() {}

        /** Returns the only instance. */
        public static Environment getInstance() {
            return INSTANCE;
        }

        /** Returns true if the native library that was loaded has oneDNN inside, and its use is allowed. */
        public boolean isUseMKLDNN() {
            return NativeOpsHolder.getInstance()
                            .getDeviceNativeOps()
                            .buildInfo()
                            .contains("HAVE_ONEDNN")
                    && org.nd4j.linalg.cpu.nativecpu.bindings.Nd4jCpu.Environment.getInstance()
                            .isUseONEDNN();
        }
    }
}
