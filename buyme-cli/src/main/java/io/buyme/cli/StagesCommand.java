package io.buyme.cli;

import io.buyme.api.spi.ArticleDetectorProvider;
import io.buyme.api.spi.EmbedderProvider;
import io.buyme.api.spi.PoseClassifierProvider;
import io.buyme.api.spi.ProviderException;
import io.buyme.api.spi.Providers;
import io.buyme.api.spi.StageProvider;
import io.buyme.api.spi.VectorIndexProvider;
import io.buyme.index.VectorKernels;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code buyme stages}: which implementations are there, and which are used? */
@Command(
        name = "stages",
        aliases = "doctor",
        mixinStandardHelpOptions = true,
        versionProvider = ManifestVersion.class,
        description = {
            "Lists the implementations found for each stage: id, role, version, and whether it works here. A star marks"
                    + " the one that is used unless another is asked for. Says with what distances are computed, too.",
            "",
            "To use another, name its id with --pose, --detector, --embedder or --index, or set it for good with"
                    + " JAVA_OPTS=-Dbuyme.embedder=ID (buyme.pose, buyme.detector, buyme.index). The exit code is 3 if"
                    + " a stage has none that works."
        })
final class StagesCommand implements Callable<Integer> {

    private static final List<Class<? extends StageProvider>> TYPES = List.of(
            PoseClassifierProvider.class,
            ArticleDetectorProvider.class,
            EmbedderProvider.class,
            VectorIndexProvider.class);

    private final Console console;

    StagesCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        boolean complete = true;
        for (Class<? extends StageProvider> type : TYPES) {
            complete &= list(type);
        }
        console.out().println("distances in hnsw");
        console.out().println("  computed with: " + VectorKernels.inUse());
        VectorKernels.fasterWith()
                .ifPresent(option -> console.out()
                        .printf("  searches of large catalogues are faster with JAVA_OPTS=\"%s\"%n", option));
        return complete ? ExitCodes.OK : ExitCodes.ENVIRONMENT;
    }

    private <P extends StageProvider> boolean list(Class<P> type) {
        Providers<P> providers = Providers.discover(type);
        Optional<P> selected = selected(providers);
        console.out().println(name(type));
        for (P provider : providers.all()) {
            boolean used = selected.filter(s -> s == provider).isPresent();
            console.out()
                    .printf(
                            "  %s %-14s %-10s %-16s %s%n",
                            used ? "*" : " ",
                            provider.id(),
                            provider.role().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                            provider.version(),
                            usable(provider));
        }
        providers.broken().forEach(failure -> console.out().println("    could not be loaded: " + OneLine.of(failure)));
        if (selected.isEmpty()) {
            console.out().println("    none is usable");
        }
        return selected.isPresent();
    }

    private <P extends StageProvider> Optional<P> selected(Providers<P> providers) {
        try {
            return Optional.of(providers.select());
        } catch (ProviderException e) {
            console.error(e);
            return Optional.empty();
        }
    }

    private static String usable(StageProvider provider) {
        try {
            return provider.unavailableReason()
                    .map(why -> "not usable: " + OneLine.of(why))
                    .orElse("usable");
        } catch (RuntimeException | LinkageError e) {
            return "not usable: " + OneLine.of(e.toString());
        }
    }

    private static String name(Class<? extends StageProvider> type) {
        return type.getSimpleName()
                .replace("Provider", "")
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .toLowerCase(Locale.ROOT);
    }
}
