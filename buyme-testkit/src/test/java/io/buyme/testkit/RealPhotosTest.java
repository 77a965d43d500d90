package io.buyme.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

class RealPhotosTest {

    @Test
    void findsTheFolderBesideAParentOfTheWorkingDirectory(@TempDir Path folder) throws IOException {
        Path data = Files.createDirectories(folder.resolve("shared/data"));
        Path module = Files.createDirectories(folder.resolve("repository/module"));
        assertThat(RealPhotos.root(Optional.empty(), module)).contains(data.toAbsolutePath());
    }

    @Test
    void prefersTheConfiguredFolder(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("shared/data"));
        Path own = Files.createDirectories(folder.resolve("own"));
        assertThat(RealPhotos.root(Optional.of(own.toString()), folder)).contains(own);
    }

    @Test
    void findsNothingWhereTheConfiguredFolderIsMissing(@TempDir Path folder) {
        String missing = folder.resolve("missing").toString();
        assertThat(RealPhotos.root(Optional.of(missing), folder)).isEmpty();
    }

    @Test
    void abortsATestWhoseDataIsMissing() {
        assertThatThrownBy(() -> RealPhotos.require("no/such/photo.jpg"))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("no/such/photo.jpg")
                .hasMessageContaining("BUYME_DATA");
    }
}
