package io.buyme.api.spi;

import io.buyme.api.StageKind;
import java.util.Optional;

/**
 * Makes a stage. Providers are found by {@link java.util.ServiceLoader}, so they have a public constructor without
 * parameters; constructing one and calling anything but {@code create} is cheap and loads no native code.
 */
public interface StageProvider {

    /** Returns the id by which applications ask for this provider: lower-case letters, digits and hyphens. */
    String id();

    /** Returns the stage that this provider makes. */
    StageKind stage();

    /** Returns what this provider is when none is asked for. */
    default Role role() {
        return Role.OPTIONAL;
    }

    /** Returns why this provider cannot work here, in words, or nothing if it can. */
    default Optional<String> unavailableReason() {
        return Optional.empty();
    }

    /** Returns the version for logs and messages; by default the jar's. */
    default String version() {
        return Optional.ofNullable(getClass().getPackage().getImplementationVersion())
                .orElse("unversioned");
    }
}
