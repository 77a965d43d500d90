package io.buyme.image.coco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.buyme.api.BuyMeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhotoSplitTest {

    private static final List<String> NAMES =
            IntStream.range(0, 1000).mapToObj("%04d.jpg"::formatted).toList();

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    @Test
    void aTenthIsToCheckWithAndAlwaysTheSame() {
        List<String> checked =
                NAMES.stream().filter(PhotoSplit.of(folder)::isForChecking).toList();
        assertThat(checked).hasSizeBetween(70, 130);
        assertThat(NAMES.stream().filter(PhotoSplit.of(folder)::isForChecking)).containsExactlyElementsOf(checked);
    }

    @Test
    void aNearDuplicateGoesWithTheSmallerName() throws IOException {
        PhotoSplit alone = PhotoSplit.of(folder);
        String checked = NAMES.stream().filter(alone::isForChecking).findFirst().orElseThrow();
        Files.writeString(folder.resolve("near_duplicates.json"), "[[\"zebra.jpg\", \"%s\"]]".formatted(checked));
        assertThat(PhotoSplit.of(folder).isForChecking("zebra.jpg")).isTrue();
        assertThat(PhotoSplit.of(folder).isForChecking(checked)).isTrue();
    }

    @Test
    void aListThatCannotBeReadIsNamed() throws IOException {
        Files.writeString(folder.resolve("near_duplicates.json"), "[[");
        assertThatThrownBy(() -> PhotoSplit.of(folder))
                .isInstanceOf(BuyMeException.class)
                .hasMessageContaining("near_duplicates.json");
    }
}
