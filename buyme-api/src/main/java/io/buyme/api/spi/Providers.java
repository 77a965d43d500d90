package io.buyme.api.spi;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import io.buyme.api.StageKind;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URL;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The providers of one stage, and the rule by which one is selected: the id asked for; else the id in the system
 * property ({@code buyme.pose}, {@code buyme.detector}, {@code buyme.embedder}, {@code buyme.index}); else the only
 * usable {@linkplain Role#PREFERRED preferred} one; else the usable {@linkplain Role#BUILT_IN built-in} one; else a
 * usable {@linkplain Role#FALLBACK fallback}. A provider that cannot be loaded is reported and hides no other.
 *
 * @param <P> the provider interface
 */
public final class Providers<P extends StageProvider> {

    private static final Logger LOG = System.getLogger(Providers.class.getName());
    private static final Set<String> LOGGED = ConcurrentHashMap.newKeySet();

    private final StageNames names;
    private final Map<String, P> byId = new TreeMap<>();
    private final List<String> broken;

    private Providers(StageKind stage, Collection<? extends P> found, List<String> broken) {
        this.names = StageNames.of(stage);
        this.broken = List.copyOf(broken);
        for (P provider : found) {
            add(provider);
        }
        requireOneBuiltIn();
    }

    /**
     * Returns the providers that the thread's context class loader sees.
     *
     * @throws ProviderException if two have the same id, or two are built in
     */
    public static <P extends StageProvider> Providers<P> discover(Class<P> type) {
        List<P> found = new ArrayList<>();
        List<String> broken = new ArrayList<>();
        Iterator<P> candidates = ServiceLoader.load(type).iterator();
        while (true) {
            try {
                if (!candidates.hasNext()) {
                    break;
                }
                found.add(candidates.next());
            } catch (ServiceConfigurationError | LinkageError e) {
                LOG.log(Level.WARNING, "passing over a broken {0}: {1}", type.getSimpleName(), e);
                broken.add(e.toString());
            }
        }
        return new Providers<>(StageNames.of(type).stage(), found, broken);
    }

    /** Returns the given providers, for applications that do without ServiceLoader. */
    public static <P extends StageProvider> Providers<P> of(StageKind stage, Collection<? extends P> providers) {
        return new Providers<>(stage, providers, List.of());
    }

    /** Returns all providers by id, usable or not. */
    public List<P> all() {
        return List.copyOf(byId.values());
    }

    /** Returns what went wrong with those that could not be loaded. */
    public List<String> broken() {
        return broken;
    }

    /**
     * Returns the provider with this id.
     *
     * @throws ProviderException if there is none, or it is not usable here
     */
    public P select(String id) {
        return selectById(requireNonNull(id, "id"), "asked for by id");
    }

    /**
     * Returns the provider that the rule selects when the application names none.
     *
     * @throws ProviderException if no provider is usable, or two preferred ones are
     */
    public P select() {
        String property = System.getProperty(names.property());
        if (property != null && !property.isBlank()) {
            return selectById(property.strip(), "set by -D" + names.property());
        }
        for (Role role : List.of(Role.PREFERRED, Role.BUILT_IN, Role.FALLBACK)) {
            Optional<P> only = onlyUsable(role);
            if (only.isPresent()) {
                return logged(only.get(), role.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            }
        }
        throw failure("no usable " + names.type());
    }

    private P selectById(String id, String why) {
        P provider = byId.get(id);
        if (provider == null) {
            throw failure("no %s '%s'".formatted(names.type(), id));
        }
        if (unavailable(provider).isPresent()) {
            throw failure("%s '%s' is not usable here".formatted(names.type(), id));
        }
        return logged(provider, why);
    }

    private Optional<P> onlyUsable(Role role) {
        List<P> usable = byId.values().stream()
                .filter(p -> p.role() == role && unavailable(p).isEmpty())
                .toList();
        if (usable.size() > 1) {
            throw failure("more than one %s is %s: %s; choose one by id or with -D%s=<id>"
                    .formatted(
                            names.type(),
                            role,
                            usable.stream().map(StageProvider::id).toList(),
                            names.property()));
        }
        return usable.stream().findFirst();
    }

    private P logged(P provider, String why) {
        if (LOGGED.add(provider.getClass().getName() + why)) {
            LOG.log(Level.INFO, "using {0} {1} ({2})", names.type(), describe(provider), why);
        }
        return provider;
    }

    private void add(P provider) {
        if (!provider.id().matches("[a-z0-9-]+")) {
            throw new ProviderException("%s has the id '%s'; an id has lower-case letters, digits and hyphens only"
                    .formatted(provider.getClass().getName(), provider.id()));
        }
        P other = byId.putIfAbsent(provider.id(), provider);
        if (other != null) {
            throw new ProviderException("two %ss have the id '%s': %s in %s and %s in %s; remove one from the classpath"
                    .formatted(
                            names.type(),
                            provider.id(),
                            other.getClass().getName(),
                            location(other),
                            provider.getClass().getName(),
                            location(provider)));
        }
    }

    private void requireOneBuiltIn() {
        List<String> builtIn = byId.values().stream()
                .filter(p -> p.role() == Role.BUILT_IN)
                .map(StageProvider::id)
                .toList();
        if (builtIn.size() > 1) {
            throw failure("only one %s may be %s, found %s; a jar that replaces it declares %s"
                    .formatted(names.type(), Role.BUILT_IN, builtIn, Role.PREFERRED));
        }
    }

    private ProviderException failure(String what) {
        String found = byId.values().stream().map(Providers::describe).collect(joining("; ", "found [", "]"));
        String failed = broken.isEmpty() ? "" : "; could not be loaded: " + broken;
        return new ProviderException("%s; %s%s; add %s to the classpath or set -D%s"
                .formatted(what, found, failed, names.artifact(), names.property()));
    }

    private static String describe(StageProvider provider) {
        return "%s %s, %s, from %s%s"
                .formatted(
                        provider.id(),
                        provider.version(),
                        provider.role(),
                        location(provider),
                        unavailable(provider).map(why -> ", not usable: " + why).orElse(""));
    }

    /** A provider that fails even to say whether it works must not keep the others from being used. */
    private static Optional<String> unavailable(StageProvider provider) {
        try {
            return provider.unavailableReason();
        } catch (RuntimeException | LinkageError e) {
            return Optional.of(e.toString());
        }
    }

    private static String location(StageProvider provider) {
        CodeSource source = provider.getClass().getProtectionDomain().getCodeSource();
        URL url = source == null ? null : source.getLocation();
        return url == null ? "the JDK" : fileName(url);
    }

    /** No Path: the path of an address is none on Windows, and a jar inside a jar has an address of its own kind. */
    static String fileName(URL url) {
        String path = url.getPath().replaceAll("[!/]+$", "");
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.isEmpty() ? url.toString() : name;
    }
}
