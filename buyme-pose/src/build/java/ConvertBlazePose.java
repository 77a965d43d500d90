import io.buyme.onnx.tflite.TfliteConverter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Converts the fetched BlazePose models to ONNX, beside them. Only the outputs that are used go in, so the heat maps of
 * the landmarks are not computed.
 *
 * <p>Argument: the folder. Runs from source with buyme-onnx on the class path.
 */
final class ConvertBlazePose {

    private static final Map<String, List<String>> OUTPUTS = Map.of(
            "pose_detection", List.of("Identity", "Identity_1"),
            "pose_landmark_full", List.of("Identity", "Identity_1", "Identity_2", "Identity_4"));

    private ConvertBlazePose() {}

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        for (Map.Entry<String, List<String>> model : OUTPUTS.entrySet()) {
            byte[] tflite = Files.readAllBytes(folder.resolve(model.getKey() + ".tflite"));
            byte[] onnx = TfliteConverter.convert(tflite, model.getValue());
            Path file = folder.resolve(model.getKey() + ".onnx");
            if (!Files.exists(file) || !Arrays.equals(Files.readAllBytes(file), onnx)) {
                Files.write(file, onnx);
            }
        }
    }
}
