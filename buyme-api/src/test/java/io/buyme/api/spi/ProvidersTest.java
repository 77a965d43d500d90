package io.buyme.api.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.buyme.api.Embedder;
import io.buyme.api.StageKind;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProvidersTest {

    private static final EmbedderProvider BUILT_IN = provider("ours", Role.BUILT_IN);
    private static final EmbedderProvider FALLBACK = provider("plain", Role.FALLBACK);
    private static final EmbedderProvider OPTIONAL = provider("extra", Role.OPTIONAL);
    private static final EmbedderProvider PREFERRED = provider("theirs", Role.PREFERRED);

    @AfterEach
    void clearProperty() {
        System.clearProperty("buyme.embedder");
    }

    @Test
    void aPreferredProviderReplacesTheBuiltInOneByBeingThere() {
        assertThat(providers(FALLBACK, BUILT_IN, OPTIONAL).select()).isSameAs(BUILT_IN);
        assertThat(providers(FALLBACK, BUILT_IN, OPTIONAL, PREFERRED).select()).isSameAs(PREFERRED);
    }

    @Test
    void theFallbackServesWhenNothingElseIsUsable() {
        assertThat(providers(FALLBACK, OPTIONAL, unusable("ours", Role.BUILT_IN))
                        .select())
                .isSameAs(FALLBACK);
    }

    @Test
    void anIdBeatsThePropertyAndThePropertyBeatsTheRoles() {
        Providers<EmbedderProvider> all = providers(FALLBACK, BUILT_IN, OPTIONAL, PREFERRED);
        System.setProperty("buyme.embedder", "extra");
        assertThat(all.select()).isSameAs(OPTIONAL);
        assertThat(all.select("plain")).isSameAs(FALLBACK);
    }

    @Test
    void aProviderIsToldByTheFileItIsIn() throws IOException {
        assertThat(Providers.fileName(new URL("file:/C:/apps/my%20shop/buyme-embed.jar")))
                .isEqualTo("buyme-embed.jar");
        assertThat(Providers.fileName(new URL("jar:file:/C:/shop.jar!/BOOT-INF/lib/buyme-embed.jar!/")))
                .isEqualTo("buyme-embed.jar");
        assertThat(Providers.fileName(new URL("file:/checkout/target/classes/")))
                .isEqualTo("classes");
        assertThat(Providers.fileName(new URL("file:/"))).isEqualTo("file:/");
    }

    @Test
    void anUnknownIdIsAnsweredWithWhatThereIsAndWhatToDo() {
        failsWith(
                () -> providers(BUILT_IN).select("clip"),
                "no Embedder 'clip'",
                "found [ours ",
                "add io.buyme:buyme-embed to the classpath or set -Dbuyme.embedder");
    }

    @Test
    void anUnusableProviderAskedForByIdSaysWhy() {
        failsWith(
                () -> providers(BUILT_IN, unusable("gpu", Role.OPTIONAL)).select("gpu"),
                "Embedder 'gpu' is not usable here",
                "not usable: no such hardware");
    }

    @Test
    void twoPreferredProvidersAreAnErrorThatNamesBothAndTheProperty() {
        failsWith(
                () -> providers(PREFERRED, provider("also", Role.PREFERRED), BUILT_IN)
                        .select(),
                "[also, theirs]",
                "-Dbuyme.embedder=<id>");
    }

    @Test
    void duplicateIdsAndTwoBuiltInsAndBadIdsAreErrors() {
        failsWith(() -> providers(BUILT_IN, provider("ours", Role.OPTIONAL)), "two Embedders have the id 'ours'");
        failsWith(() -> providers(BUILT_IN, provider("mine", Role.BUILT_IN)), "only one Embedder may be BUILT_IN");
        failsWith(() -> providers(provider("Ours!", Role.OPTIONAL)), "lower-case letters, digits and hyphens");
    }

    @Test
    void withoutAnyProviderTheErrorNamesTheArtifactToAdd() {
        failsWith(() -> providers().select(), "no usable Embedder", "found []", "io.buyme:buyme-embed");
    }

    @Test
    void aProviderThatThrowsWhenAskedWhetherItWorksHidesNoOther() {
        EmbedderProvider throwing = new FakeProvider("odd", Role.BUILT_IN, Optional.empty()) {
            @Override
            public Optional<String> unavailableReason() {
                throw new UnsatisfiedLinkError("libodd");
            }
        };
        assertThat(providers(throwing, FALLBACK).select()).isSameAs(FALLBACK);
    }

    @Test
    void aBrokenServiceEntryIsReportedAndHidesNoOther(@TempDir Path folder) throws IOException {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(
                services.resolve(EmbedderProvider.class.getName()),
                "io.buyme.gone.Missing\n" + DiscoveredProvider.class.getName() + "\n");
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, before)) {
            thread.setContextClassLoader(loader);
            Providers<EmbedderProvider> found = Providers.discover(EmbedderProvider.class);
            assertThat(found.all()).extracting(StageProvider::id).containsExactly("discovered");
            assertThat(found.broken()).singleElement().asString().contains("io.buyme.gone.Missing");
            failsWith(() -> found.select("other"), "could not be loaded", "io.buyme.gone.Missing");
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static void failsWith(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String... parts) {
        assertThatExceptionOfType(ProviderException.class)
                .isThrownBy(call)
                .satisfies(e -> assertThat(e).message().contains(parts));
    }

    private static Providers<EmbedderProvider> providers(EmbedderProvider... providers) {
        return Providers.of(StageKind.EMBED, List.of(providers));
    }

    private static EmbedderProvider provider(String id, Role role) {
        return new FakeProvider(id, role, Optional.empty());
    }

    private static EmbedderProvider unusable(String id, Role role) {
        return new FakeProvider(id, role, Optional.of("no such hardware"));
    }

    /** Named in the service file that a test writes. */
    public static final class DiscoveredProvider extends FakeProvider {

        /** For ServiceLoader. */
        public DiscoveredProvider() {
            super("discovered", Role.OPTIONAL, Optional.empty());
        }
    }

    private static class FakeProvider implements EmbedderProvider {

        private final String id;
        private final Role role;
        private final Optional<String> unavailable;

        FakeProvider(String id, Role role, Optional<String> unavailable) {
            this.id = id;
            this.role = role;
            this.unavailable = unavailable;
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public Role role() {
            return role;
        }

        @Override
        public Optional<String> unavailableReason() {
            return unavailable;
        }

        @Override
        public Embedder create(Options options) {
            throw new UnsupportedOperationException("only selected, never used");
        }
    }
}
