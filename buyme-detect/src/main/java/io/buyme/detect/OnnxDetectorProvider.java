package io.buyme.detect;

import io.buyme.api.ArticleDetector;
import io.buyme.api.spi.ArticleDetectorProvider;
import io.buyme.api.spi.Options;
import io.buyme.onnx.OnnxModel;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Makes a detector of a network in ONNX format that puts out boxes, with or without masks, or a map of classes; id {@code
 * onnx-detector}, used when asked for.
 *
 * <table>
 * <caption>Options</caption>
 * <tr><th>name</th><th>what</th><th>if not given</th></tr>
 * <tr><td>model</td><td>the file</td><td>an error</td></tr>
 * <tr><td>labels</td><td>a file with one label a line, in the order of the model's numbers; a line that is empty, {@code
 * background}, or starts with {@code -} is no article</td><td>needed unless the model is of BuyMe's own format</td></tr>
 * <tr><td>taxonomy</td><td>a file of words that are added to the standard taxonomy</td><td>the standard one</td></tr>
 * <tr><td>signature</td><td>what the model puts out: dense, tensorflow, torchvision, yolo-v8, yolo-v5, yolo-nms, yolo-v7,
 * segmentation</td><td>auto: told from names and shapes</td></tr>
 * <tr><td>first-label</td><td>the model's number for the first label, 0 or 1</td><td>1 for torchvision and tensorflow
 * unless the first label is the background, else 0</td></tr>
 * <tr><td>threshold</td><td>of scores, 0 to 1</td><td>the model's, or else 0.5</td></tr>
 * <tr><td>nms</td><td>IoU above which boxes of one category are the same thing</td><td>0.5</td></tr>
 * <tr><td>merge</td><td>which boxes are one article: none; pairs, of shoes; category, all of one category</td><td>category
 * for segmentation, else pairs</td></tr>
 * <tr><td>mirror</td><td>true or false: whether a model that puts out a map looks at the picture's mirror image, too, which
 * takes twice the time and errs less</td><td>true for dense, else false</td></tr>
 * <tr><td>region</td><td>what the model is shown: person, where a pose is given, or photo</td><td>person</td></tr>
 * <tr><td>margin</td><td>around the person, in shares of its size</td><td>the model's, or else 0.05</td></tr>
 * <tr><td>preset, size, layout, fit</td><td>how the model was trained to see pictures, as those of {@code
 * onnx-embedder}</td><td>the model's, or what is usual for the signature</td></tr>
 * <tr><td>threads</td><td>on which one photo is computed, 1 to 64</td><td>1</td></tr>
 * </table>
 *
 * <p>Masks are made where the model tells them. Nothing is made up: a photo in which the model finds nothing has no
 * article.
 */
public final class OnnxDetectorProvider implements ArticleDetectorProvider {

    static final String ID = "onnx-detector";

    /** For ServiceLoader, and for applications that do without it. */
    public OnnxDetectorProvider() {}

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Optional<String> unavailableReason() {
        return OnnxModel.unavailableReason();
    }

    @Override
    public ArticleDetector create(Options options) {
        DetectorOptions checked = DetectorOptions.ofAnyModel(options);
        Path file = options.file(DetectorOptions.MODEL)
                .orElseThrow(() -> new IllegalArgumentException("option model is needed: the file of an ONNX model"));
        return new DetectorOpening(ID, checked).openAny(() -> OnnxModel.open(file, checked.threads()));
    }
}
