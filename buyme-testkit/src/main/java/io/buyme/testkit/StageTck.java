package io.buyme.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.buyme.api.Stage;
import io.buyme.api.spi.StageProvider;
import java.util.ServiceLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every stage must do, whatever it does. Extend one of the contract tests built on it, such as
 * {@code VectorIndexTck}, and implement the abstract methods.
 *
 * @param <S> the stage
 * @param <P> its provider interface
 */
public abstract class StageTck<S extends Stage, P extends StageProvider> {

    private S stage;

    /** Returns the provider under test. */
    protected abstract P provider();

    /** Returns the provider interface, as ServiceLoader knows it. */
    protected abstract Class<P> providerType();

    /** Returns a new stage of the provider under test, with the options that the test needs. */
    protected abstract S create();

    /** Uses the stage in any way, so that a closed one can show that it is closed. */
    protected abstract void use(S stage);

    /** Returns the stage of the running test. */
    protected final S stage() {
        return stage;
    }

    @BeforeEach
    final void open() {
        stage = create();
    }

    @AfterEach
    final void close() {
        stage.close();
    }

    @Test
    void closesTwiceWithoutComplaint() {
        stage.close();
        stage.close();
    }

    @Test
    void refusesUseAfterClose() {
        stage.close();
        assertThatIllegalStateException().isThrownBy(() -> use(stage));
    }

    @Test
    void isFoundByServiceLoader() {
        assertThat(ServiceLoader.load(providerType()))
                .extracting(StageProvider::id)
                .contains(provider().id());
    }

    @Test
    void hasAWellFormedId() {
        assertThat(provider().id()).matches("[a-z0-9-]+");
        assertThat(provider().unavailableReason()).isEmpty();
    }
}
