package io.buyme.cli.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.buyme.cli.evaluate.PhotoPairs.Pair;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhotoPairsTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    @Test
    void pairsAreReadInOrder() throws IOException {
        assertThat(read("[[\"a.jpg\", \"b.jpg\"], [\"c.jpg\", \"d.jpg\"]]").pairs())
                .containsExactly(new Pair("a.jpg", "b.jpg"), new Pair("c.jpg", "d.jpg"));
        assertThat(new Pair("a", "b").reversed()).isEqualTo(new Pair("b", "a"));
    }

    @Test
    void whatIsNoPairIsNamed() {
        assertThatThrownBy(() -> read("[[\"a.jpg\", \"b.jpg\"], [\"c.jpg\"]]"))
                .isInstanceOf(EvaluationException.class)
                .hasMessageContaining("entry 2 must be two file names");
        assertThatThrownBy(() -> read("{}")).hasMessageContaining("no JSON list");
        assertThatThrownBy(() -> read("[[")).hasMessageContaining("no JSON file");
        assertThatThrownBy(() -> PhotoPairs.read(folder.resolve("none"))).hasMessageContaining("there is no pair file");
    }

    private PhotoPairs read(String text) throws IOException {
        return PhotoPairs.read(Files.writeString(folder.resolve("pairs.json"), text));
    }
}
