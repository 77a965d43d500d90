package io.buyme.detect;

import io.buyme.api.ArticleDetector;
import io.buyme.api.Box;
import io.buyme.api.BuyMeException;
import io.buyme.api.Detection;
import io.buyme.api.DetectionInput;
import io.buyme.api.StageKind;
import java.awt.image.BufferedImage;
import java.util.List;

/** Finds articles with a network: shows it a region of the photo, reads what it puts out, and sorts that. */
final class OnnxDetector implements ArticleDetector {

    private final String id;
    private final PictureNetwork network;
    private final RegionChoice regions;
    private final NamedReader reader;
    private final PostProcessing postProcessing;
    private volatile boolean closed;

    /**
     * Creates a detector.
     *
     * @param id of the provider
     * @param network closed with this detector
     */
    OnnxDetector(
            String id,
            PictureNetwork network,
            RegionChoice regions,
            NamedReader reader,
            PostProcessing postProcessing) {
        this.id = id;
        this.network = network;
        this.regions = regions;
        this.reader = reader;
        this.postProcessing = postProcessing;
    }

    /**
     * How outputs become boxes with names.
     *
     * @param reader of the outputs
     * @param labels of the numbers that are in them
     * @param firstLabel the number of the first label
     */
    record NamedReader(OutputReader reader, Labels labels, int firstLabel) {}

    @Override
    public List<Detection> detectAll(List<DetectionInput> inputs) {
        if (closed) {
            throw new IllegalStateException("detector '" + id + "' is closed");
        }
        try {
            return inputs.stream().map(this::detectOne).toList();
        } catch (BuyMeException e) {
            throw new BuyMeException(StageKind.DETECT, id, String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public void close() {
        closed = true;
        network.close();
    }

    private Detection detectOne(DetectionInput input) {
        BufferedImage photo = input.image();
        Box region = regions.of(input, network.format());
        View view =
                new View(photo.getWidth(), photo.getHeight(), network.format().place(region));
        Findings findings = new Findings(view, reader.labels(), reader.firstLabel());
        reader.reader().read(network.outputs(photo, region), findings);
        return postProcessing.detection(findings, input.pose());
    }
}
