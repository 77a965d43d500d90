package io.buyme.image.coco;

import static org.assertj.core.api.Assertions.assertThat;

import io.buyme.api.Mask;
import io.buyme.testkit.RealPhotos;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The annotations of Clothing Co-Parsing, which other tools have written, where they are at hand. */
class RealAnnotationsTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    @Test
    void everyMaskHasTheAreaAndTheBoxThatTheFileSays() {
        CocoAnnotations coco = CocoAnnotations.read(RealPhotos.require("ccp/ccp.json"));
        assertThat(coco.annotations()).hasSizeGreaterThan(4000).allSatisfy(annotation -> {
            Mask mask = annotation.mask().orElseThrow();
            assertThat((double) mask.area()).isEqualTo(annotation.area());
            assertThat(mask.bounds()).contains(annotation.box());
        });
        assertThat(coco.image("0536.jpg").orElseThrow().flag("unannotated")).isTrue();
    }

    @Test
    void theFileComesBackAsItWas() {
        CocoAnnotations coco = CocoAnnotations.read(RealPhotos.require("ccp/ccp.json"));
        Path copy = folder.resolve("copy.json");
        coco.write(copy);
        CocoAnnotations again = CocoAnnotations.read(copy);
        assertThat(again.images()).isEqualTo(coco.images());
        assertThat(again.annotations()).isEqualTo(coco.annotations());
        assertThat(again.extra()).isEqualTo(coco.extra());
    }
}
