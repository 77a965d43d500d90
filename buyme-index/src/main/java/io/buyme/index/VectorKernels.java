package io.buyme.index;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.module.ModuleFinder;
import java.util.Optional;

/**
 * Tells which arithmetic the approximate indexes of this module use in this JVM. It is chosen once: the JDK's Vector
 * API, which is an incubating module, where the JVM was started with it; plain Java otherwise.
 */
public final class VectorKernels {

    private static final Logger LOG = System.getLogger(VectorKernels.class.getName());
    private static final String MODULE = "jdk.incubator.vector";

    private static final Kernels CHOSEN = choose();
    private static final BatchKernels BATCH = panamaBatch().orElseGet(PlainBatchKernels::new);

    private VectorKernels() {}

    /** Returns a description of the arithmetic in use, such as {@code Vector API, 256 bits} or {@code plain Java}. */
    public static String inUse() {
        return CHOSEN.description();
    }

    /** Returns the option of the {@code java} command that would make searches faster. Empty if they are as it is. */
    public static Optional<String> fasterWith() {
        boolean missing = ModuleLayer.boot().findModule(MODULE).isEmpty()
                && ModuleFinder.ofSystem().find(MODULE).isPresent();
        return missing ? Optional.of("--add-modules " + MODULE) : Optional.empty();
    }

    static Kernels chosen() {
        return CHOSEN;
    }

    static BatchKernels batch() {
        return BATCH;
    }

    private static Kernels choose() {
        Kernels kernels = panama().orElseGet(ScalarKernels::new);
        LOG.log(Level.DEBUG, "distances are computed with: {0}", kernels.description());
        return kernels;
    }

    /** Returns the kernels on the Vector API, by name: a link to them would fail where the module is not there. */
    static Optional<Kernels> panama() {
        return panama("PanamaKernels", Kernels.class);
    }

    /** Returns the kernels for batches on the Vector API, as above. */
    static Optional<BatchKernels> panamaBatch() {
        return panama("PanamaBatchKernels", BatchKernels.class);
    }

    private static <T> Optional<T> panama(String name, Class<T> kernels) {
        if (ModuleLayer.boot().findModule(MODULE).isEmpty()) {
            return Optional.empty();
        }
        try {
            Class<?> type = Class.forName(VectorKernels.class.getPackageName() + "." + name);
            return Optional.of(kernels.cast(type.getDeclaredConstructor().newInstance()));
        } catch (ReflectiveOperationException | LinkageError e) {
            LOG.log(Level.WARNING, "cannot use " + MODULE + "; distances are computed in plain Java", e);
            return Optional.empty();
        }
    }
}
