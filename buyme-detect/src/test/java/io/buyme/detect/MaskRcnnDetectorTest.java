package io.buyme.detect;

import io.buyme.api.DetectionInput;
import io.buyme.api.spi.ArticleDetectorProvider;
import io.buyme.testkit.ArticleDetectorTck;
import io.buyme.testkit.lookbook.Look;
import io.buyme.testkit.lookbook.LookBook;
import java.util.List;
import java.util.stream.IntStream;

class MaskRcnnDetectorTest extends ArticleDetectorTck {

    @Override
    protected ArticleDetectorProvider provider() {
        return new MaskRcnnProvider();
    }

    @Override
    protected List<DetectionInput> inputs() {
        LookBook book = LookBook.withSeed(5);
        return IntStream.range(0, 2)
                .mapToObj(book::look)
                .map(Look::photo)
                .map(DetectionInput::of)
                .toList();
    }
}
