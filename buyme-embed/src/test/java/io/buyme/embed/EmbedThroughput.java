package io.buyme.embed;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.buyme.api.BuyMeException;
import io.buyme.api.Crop;
import io.buyme.api.DescribingEmbedder;
import io.buyme.api.spi.Options;
import io.buyme.onnx.OnnxModel;
import io.buyme.onnx.PictureFormat;
import io.buyme.onnx.Tensor;
import io.buyme.testkit.RealPhotos;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/**
 * Compares the embedder, from decoded pictures to vectors, with ONNX Runtime alone on tensors that are ready. Both run
 * by turns, on one thread. Prints pictures per second of processor time, and what the preparation of a picture takes.
 *
 * <pre>EmbedThroughput model=FILE preset=mobilenet-v2 [output=NAME] [size=224] [batch=16] [pictures=FOLDER] [limit=341]</pre>
 */
final class EmbedThroughput {

    private static final int ROUNDS = 3;

    private EmbedThroughput() {}

    public static void main(String[] args) throws IOException, OrtException {
        Map<String, String> settings = new LinkedHashMap<>();
        for (String arg : args) {
            settings.put(arg.substring(0, arg.indexOf('=')), arg.substring(arg.indexOf('=') + 1));
        }
        String folder = settings.remove("pictures");
        long limit = Long.parseLong(settings.getOrDefault("limit", "1000"));
        settings.remove("limit");
        Path pictures = folder != null
                ? Path.of(folder)
                : RealPhotos.root().orElseThrow().resolve("clothing-small/validation");
        System.out.println(run(crops(pictures, limit), settings));
    }

    private static String run(List<Crop> crops, Map<String, String> settings) throws OrtException {
        Options options = Options.of(settings);
        int batch = options.integer("batch", 16, 1, 256);
        Path file = options.file("model").orElseThrow();
        double[] ours = new double[ROUNDS];
        double[] bare = new double[ROUNDS];
        double[] prepared = new double[ROUNDS];
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (DescribingEmbedder embedder = new OnnxEmbedderProvider().create(options);
                OrtSession.SessionOptions single = singleThread();
                OrtSession session = environment.createSession(file.toString(), single)) {
            Set<String> output = Set.of(options.text("output")
                    .orElse(session.getOutputNames().iterator().next()));
            PictureFormat format = format(file, options);
            List<Tensor> ready = tensors(crops, format, fixedBatch(file).orElse(batch));
            for (int round = -1; round < ROUNDS; round++) {
                double our = seconds(() -> embedder.embedAll(crops));
                double their = seconds(() -> runBare(environment, session, ready, output));
                double preparing = seconds(() -> tensors(crops, format, batch));
                if (round >= 0) {
                    ours[round] = crops.size() / our;
                    bare[round] = crops.size() / their;
                    prepared[round] = 1000 * preparing / crops.size();
                }
            }
        }
        return "%d pictures, batch %d: embedder %.1f/s, ONNX Runtime alone %.1f/s, ratio %.3f; preparing %.2f ms a picture"
                .formatted(
                        crops.size(), batch, median(ours), median(bare), median(ours) / median(bare), median(prepared));
    }

    private static void runBare(
            OrtEnvironment environment, OrtSession session, List<Tensor> ready, Set<String> output) {
        String input = session.getInputNames().iterator().next();
        for (Tensor tensor : ready) {
            long[] shape = tensor.shape().stream().mapToLong(Long::longValue).toArray();
            try (OnnxTensor given = OnnxTensor.createTensor(environment, tensor.values(), shape);
                    OrtSession.Result result = session.run(Map.of(input, given), output)) {
                ((OnnxTensor) result.get(0)).getFloatBuffer();
            } catch (OrtException e) {
                throw new BuyMeException("ONNX Runtime failed", e);
            }
        }
    }

    private static OrtSession.SessionOptions singleThread() throws OrtException {
        OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        options.setIntraOpNumThreads(1);
        options.setInterOpNumThreads(1);
        options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
        return options;
    }

    private static PictureFormat format(Path file, Options options) {
        try (OnnxModel model = OnnxModel.open(file, 1)) {
            return OnnxEmbedderProvider.format(model, ModelCard.of(model), options);
        }
    }

    private static Optional<Integer> fixedBatch(Path file) {
        try (OnnxModel model = OnnxModel.open(file, 1)) {
            return Optional.of(model.inputs().get(0).shape().get(0).intValue()).filter(size -> size > 0);
        }
    }

    private static List<Tensor> tensors(List<Crop> crops, PictureFormat format, int batch) {
        List<Tensor> tensors = new ArrayList<>();
        for (int from = 0; from < crops.size(); from += batch) {
            tensors.add(format.tensor(crops.subList(from, Math.min(crops.size(), from + batch))));
        }
        return tensors;
    }

    private static List<Crop> crops(Path folder, long limit) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .sorted()
                    .limit(limit)
                    .map(EmbedThroughput::read)
                    .flatMap(Optional::stream)
                    .map(image -> new Crop(image, Optional.empty(), Optional.empty()))
                    .toList();
        }
    }

    private static Optional<BufferedImage> read(Path file) {
        try {
            return Optional.ofNullable(ImageIO.read(file.toFile())).map(EmbedThroughput::asDecoded);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The type that {@code buyme-image} decodes to. */
    private static BufferedImage asDecoded(BufferedImage image) {
        BufferedImage rgb = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        rgb.createGraphics().drawImage(image, 0, 0, null);
        return rgb;
    }

    /** Returns processor time, which other programs on the machine do not lengthen much; all runs in this thread. */
    private static double seconds(Runnable work) {
        ThreadMXBean thread = ManagementFactory.getThreadMXBean();
        long start = thread.getCurrentThreadCpuTime();
        work.run();
        return (thread.getCurrentThreadCpuTime() - start) / 1e9;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
