package io.buyme.train.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.buyme.api.Box;
import io.buyme.api.BuyMeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SceneReaderTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    @Test
    void pixelsHaveTheClassesOfTheirAnnotations() throws IOException {
        Scenes scenes = SceneReader.read(DrawnScenes.write(folder, 30), folder);

        assertThat(scenes.classes().names()).containsExactly("background", "top", "pants");
        assertThat(scenes.training().size() + scenes.checking().size()).isEqualTo(30);
        Scene scene = Stream.of(scenes.training(), scenes.checking())
                .flatMap(part -> part.stream())
                .filter(found -> found.name().equals("photo-1.png"))
                .findFirst()
                .orElseThrow();
        assertThat(scene.label(20, 20)).isEqualTo(1);
        assertThat(scene.label(20, 60)).isEqualTo(2);
        assertThat(scene.label(5, 20)).isEqualTo(Scene.BACKGROUND);
        assertThat(scene.value(20, 60, 0)).isEqualTo(255);
        assertThat(scene.things()).extracting(Scene.Thing::category).containsExactly(0, 1);
        assertThat(scene.person().union(new Box(16, 10, 20, 85))).isEqualTo(scene.person());
    }

    @Test
    void aBrokenPhotoIsSkippedAndNamed() throws IOException {
        Path file = DrawnScenes.write(folder, 30);
        Files.writeString(folder.resolve("photo-2.png"), "no picture");

        Scenes scenes = SceneReader.read(file, folder);

        assertThat(scenes.training().size() + scenes.checking().size()).isEqualTo(29);
        assertThat(scenes.skipped()).singleElement().asString().startsWith("photo-2.png: ");
    }

    @Test
    void aFolderWithoutThePhotosIsRefused() throws IOException {
        Path file = DrawnScenes.write(folder, 3);

        assertThatThrownBy(() -> SceneReader.read(file, folder.resolve("elsewhere")))
                .isInstanceOf(BuyMeException.class)
                .hasMessageContaining("found 0 and 0");
    }
}
