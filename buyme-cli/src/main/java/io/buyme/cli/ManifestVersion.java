package io.buyme.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** Reads the version from the jar's manifest. */
final class ManifestVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = Optional.ofNullable(Buyme.class.getPackage().getImplementationVersion())
                .orElse("(not run from a jar)");
        return new String[] {"buyme " + version, "Java " + Runtime.version()};
    }
}
