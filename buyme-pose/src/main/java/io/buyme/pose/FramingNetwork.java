package io.buyme.pose;

import static java.util.Objects.requireNonNull;

import io.buyme.api.BuyMeException;
import io.buyme.api.Pose.Verdict;
import io.buyme.api.StageKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells from measures of a body whether its head and its feet are inside the frame: a layer of {@code tanh} units, and two
 * logistic outputs. {@code buyme train gate} makes its weights, and every pose provider built on BlazePose reads those of
 * the option {@code gate} instead of the built-in ones. A file of weights is a {@link Properties} file. Immutable.
 */
public final class FramingNetwork {

    private static final String BUILT_IN = "gate/framing.properties";
    private static final List<Measure> INPUTS =
            Arrays.stream(Measure.values()).filter(Measure::ranged).toList();
    private static final int OUTPUTS = 2;
    private static final int MAX_HIDDEN = 1024;

    private final Layer hidden;
    private final Layer output;

    private FramingNetwork(Layer hidden, Layer output) {
        this.hidden = hidden;
        this.output = output;
    }

    /**
     * How probable it is that a part of the body is outside the frame.
     *
     * @param head 0 to 1
     * @param feet 0 to 1
     */
    record Cuts(double head, double feet) {

        /** Returns what this says against a full-front shot, first of the head. */
        List<Finding> findings() {
            return List.of(
                    new Finding(Verdict.HALF_BODY, "head is cut off", head),
                    new Finding(Verdict.HALF_BODY, "feet are cut off", feet));
        }
    }

    /** A layer that is fully connected; {@code weights} has one row for each unit. */
    private record Layer(List<List<Double>> weights, List<Double> biases) {

        double[] apply(double[] in, DoubleUnaryOperator activation) {
            double[] out = new double[biases.size()];
            for (int unit = 0; unit < out.length; unit++) {
                double sum = biases.get(unit);
                List<Double> row = weights.get(unit);
                for (int i = 0; i < in.length; i++) {
                    sum += row.get(i) * in[i];
                }
                out[unit] = activation.applyAsDouble(sum);
            }
            return out;
        }
    }

    /** Returns the names of the measures that the network looks at, in the order of its inputs. */
    public static List<String> inputs() {
        return INPUTS.stream().map(Measure::name).toList();
    }

    /**
     * Returns a network of these weights.
     *
     * @param hiddenWeights a row for each unit, in each row a number for each input
     * @param hiddenBiases one for each unit
     * @param outputWeights two rows, for the head and for the feet, in each row a number for each unit
     * @param outputBiases for the head and for the feet
     * @throws IllegalArgumentException if the numbers are no numbers, or do not fit together
     */
    public static FramingNetwork of(
            List<List<Double>> hiddenWeights,
            List<Double> hiddenBiases,
            List<List<Double>> outputWeights,
            List<Double> outputBiases) {
        int units = hiddenBiases.size();
        if (units < 1 || units > MAX_HIDDEN || outputBiases.size() != OUTPUTS) {
            throw new IllegalArgumentException("a framing network has 1 to %d units and %d outputs, got %d and %d"
                    .formatted(MAX_HIDDEN, OUTPUTS, units, outputBiases.size()));
        }
        return new FramingNetwork(
                layer(hiddenWeights, hiddenBiases, INPUTS.size()), layer(outputWeights, outputBiases, units));
    }

    private static Layer layer(List<List<Double>> weights, List<Double> biases, int inputs) {
        boolean fits = weights.size() == biases.size()
                && weights.stream().allMatch(row -> row.size() == inputs)
                && Stream.concat(weights.stream().flatMap(List::stream), biases.stream())
                        .allMatch(Double::isFinite);
        if (!fits) {
            throw new IllegalArgumentException(
                    "a layer of %d units needs %d finite weights for each of them".formatted(biases.size(), inputs));
        }
        return new Layer(weights.stream().map(List::copyOf).toList(), List.copyOf(biases));
    }

    /** Returns the network that comes with this module. */
    static FramingNetwork builtIn() {
        try (InputStream in = requireNonNull(FramingNetwork.class.getResourceAsStream(BUILT_IN), BUILT_IN)) {
            return parse(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads weights that {@link #save} wrote.
     *
     * @throws BuyMeException if the file cannot be read or holds no such weights
     */
    public static FramingNetwork load(Path file) {
        try (Reader in = Files.newBufferedReader(file)) {
            return parse(in);
        } catch (IOException | IllegalArgumentException e) {
            throw new BuyMeException(
                    StageKind.POSE,
                    "gate",
                    "%s holds no weights as 'buyme train gate' writes them: %s".formatted(file, e.getMessage()),
                    e);
        }
    }

    private static FramingNetwork parse(Reader in) throws IOException {
        Properties values = new Properties();
        values.load(in);
        List<String> names = List.of(text(values, "inputs").split(" "));
        if (!names.equals(inputs())) {
            throw new IllegalArgumentException("it looks at %s, this version measures %s".formatted(names, inputs()));
        }
        return of(
                rows(values, "hidden.weights"),
                numbers(text(values, "hidden.biases")),
                rows(values, "output.weights"),
                numbers(text(values, "output.biases")));
    }

    private static List<List<Double>> rows(Properties values, String key) {
        return Stream.of(text(values, key).split(";"))
                .map(FramingNetwork::numbers)
                .toList();
    }

    private static List<Double> numbers(String text) {
        return Stream.of(text.strip().split(" +")).map(Double::valueOf).toList();
    }

    private static String text(Properties values, String key) {
        return Optional.ofNullable(values.getProperty(key))
                .orElseThrow(() -> new IllegalArgumentException("'%s' is missing".formatted(key)));
    }

    /**
     * Writes the weights.
     *
     * @param comments lines for whoever reads the file
     * @throws BuyMeException if the file cannot be written
     */
    public void save(Path file, List<String> comments) {
        try (Writer out = Files.newBufferedWriter(file)) {
            for (String comment : comments) {
                out.write("# " + comment.replaceAll("\\R", " ") + "\n");
            }
            out.write("inputs=" + String.join(" ", inputs()) + "\n");
            write(out, "hidden", hidden);
            write(out, "output", output);
        } catch (IOException e) {
            throw new BuyMeException(StageKind.POSE, "gate", "cannot write " + file.toAbsolutePath(), e);
        }
    }

    private static void write(Writer out, String name, Layer layer) throws IOException {
        out.write(name + ".weights="
                + layer.weights.stream().map(FramingNetwork::text).collect(Collectors.joining("; \\\n    ")) + "\n");
        out.write(name + ".biases=" + text(layer.biases) + "\n");
    }

    private static String text(List<Double> numbers) {
        return numbers.stream().map(n -> Float.toString(n.floatValue())).collect(Collectors.joining(" "));
    }

    /**
     * Returns how probable it is that head and feet are both inside the frame, 0 to 1.
     *
     * @param inputs of a photo, from {@link FramingMeasures#measure}
     * @throws IllegalArgumentException if their number is not that of {@link #inputs()}
     */
    public double wholeness(List<Double> inputs) {
        Cuts cuts = judge(requireInputs(inputs));
        return (1 - cuts.head()) * (1 - cuts.feet());
    }

    /**
     * Returns whether the gate takes head and feet for being inside the frame.
     *
     * @param inputs of a photo, from {@link FramingMeasures#measure}
     * @throws IllegalArgumentException if their number is not that of {@link #inputs()}
     */
    public boolean passes(List<Double> inputs) {
        return judge(requireInputs(inputs)).findings().stream().noneMatch(Finding::counts);
    }

    private static List<Double> requireInputs(List<Double> inputs) {
        if (inputs.size() != INPUTS.size()) {
            throw new IllegalArgumentException(
                    "the network looks at %d measures, got %d".formatted(INPUTS.size(), inputs.size()));
        }
        return inputs;
    }

    Cuts judge(Measures measures) {
        return judge(inputs(measures));
    }

    private Cuts judge(List<Double> inputs) {
        double[] in = inputs.stream().mapToDouble(Double::doubleValue).toArray();
        double[] out = output.apply(hidden.apply(in, Math::tanh), sum -> 1 / (1 + Math.exp(-sum)));
        return new Cuts(out[0], out[1]);
    }

    /** Returns the inputs for a photo, each -1 to 1. */
    static List<Double> inputs(Measures measures) {
        return INPUTS.stream().map(m -> m.scaled(measures.of(m))).toList();
    }
}
