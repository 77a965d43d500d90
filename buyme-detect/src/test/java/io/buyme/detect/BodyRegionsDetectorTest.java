package io.buyme.detect;

import io.buyme.api.DetectionInput;
import io.buyme.api.spi.ArticleDetectorProvider;
import io.buyme.testkit.ArticleDetectorTck;
import java.awt.Color;
import java.util.List;

class BodyRegionsDetectorTest extends ArticleDetectorTck {

    @Override
    protected ArticleDetectorProvider provider() {
        return new BodyRegionsProvider();
    }

    @Override
    protected List<DetectionInput> inputs() {
        Mannequin trousers = new Mannequin().paint(Color.RED, 125, 290).paint(Color.BLUE, 290, 525);
        Mannequin shorts = new Mannequin().paint(Color.WHITE, 125, 270).paint(Color.BLACK, 270, 380);
        return List.of(
                DetectionInput.of(trousers.image(), trousers.pose()), DetectionInput.of(shorts.image(), shorts.pose()));
    }
}
