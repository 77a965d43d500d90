package io.buyme.cli.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.buyme.api.BuyMeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PoseLabelsTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    @Test
    void pathsAreRelativeToTheFileAndColumnsMayComeInAnyOrder() throws IOException {
        PoseLabels labels = read("unsure,file,set,full_front,reason\n1,../a.jpg,x,0,side\n0,\"b, c.jpg\",x,1,\n");
        assertThat(labels.rows())
                .containsExactly(
                        new PoseLabels.Row(
                                "../a.jpg", folder.toAbsolutePath().resolveSibling("a.jpg"), false, "side", true),
                        new PoseLabels.Row("b, c.jpg", folder.toAbsolutePath().resolve("b, c.jpg"), true, "", false));
    }

    @Test
    void aFlagThatIsNeitherZeroNorOneIsNamedWithItsRow() {
        assertThatThrownBy(() -> read("file,full_front\na.jpg,yes\n"))
                .isInstanceOf(BuyMeException.class)
                .hasMessageContaining("row 1")
                .hasMessageContaining("full_front must be 0 or 1, got 'yes'");
    }

    @Test
    void aFileOfOtherColumnsIsRefused() {
        assertThatThrownBy(() -> read("photo,label\na.jpg,1\n"))
                .isInstanceOf(BuyMeException.class)
                .hasMessageContaining("columns file,full_front");
    }

    private PoseLabels read(String text) throws IOException {
        return PoseLabels.read(Files.writeString(folder.resolve("labels.csv"), text));
    }
}
