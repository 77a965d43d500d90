package io.buyme.train.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class EngineTest {

    @Test
    @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
    void convolutionsRunOnOneDnnWhereThePlatformHasIt() throws IOException {
        Engine engine = Engine.start(1);

        boolean avx2 = !Engine.lacksAvx2(Path.of("/proc/cpuinfo"));
        assertThat(engine.oneDnn()).isEqualTo(avx2);
        assertThat(helperOfAConvolution() != null).isEqualTo(avx2);
        assertThat(engine.describe()).startsWith("ND4J on 1 thread, oneDNN " + (avx2 ? "on" : "off"));
    }

    @Test
    void fallsBackWhenOneDnnIsTurnedOff() throws Exception {
        assertThat(inAnotherProcess("-Dorg.eclipse.deeplearning4j.helpers.disable=true"))
                .contains("oneDNN off (turned off with", "helper null", "output shape [1, 1280, 1, 1]");
    }

    @Test
    void fallsBackToTheBuildWithoutOneDnn() throws Exception {
        assertThat(inAnotherProcess("-Dorg.bytedeco.javacpp.platform.extension=-compat"))
                .contains("oneDNN off (the native library", "helper null", "output shape [1, 1280, 1, 1]");
    }

    @Test
    void recognisesACpuWithoutAvx2(@TempDir Path folder) throws IOException {
        assertThat(Engine.lacksAvx2(cpu(folder, "processor : 0\nflags : fpu sse4_2 avx\n")))
                .isTrue();
        assertThat(Engine.lacksAvx2(cpu(folder, "processor : 0\nflags : fpu avx avx2 bmi2\n")))
                .isFalse();
        assertThat(Engine.lacksAvx2(folder.resolve("missing"))).isFalse();
    }

    @Test
    void wantsAtLeastOneThread() {
        assertThatThrownBy(() -> Engine.start(0)).isInstanceOf(IllegalArgumentException.class);
    }

    /** What the other process does. */
    public static void main(String[] arguments) {
        System.out.println(Engine.start(1).describe());
        System.out.println("helper " + helperOfAConvolution());
        long[] shape = graph().outputSingle(org.nd4j.linalg.factory.Nd4j.rand(1, 3, 32, 32))
                .shape();
        System.out.println("output shape " + java.util.Arrays.toString(shape));
    }

    private static String inAnotherProcess(String option) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                option,
                "-cp",
                System.getProperty("java.class.path"),
                EngineTest.class.getName()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    private static Object helperOfAConvolution() {
        return graph().getLayer("conv").getHelper();
    }

    private static ComputationGraph graph() {
        var builder =
                new NeuralNetConfiguration.Builder().seed(1).graphBuilder().addInputs("image");
        MobileNetV2 network = new MobileNetV2();
        builder.setInputTypes(network.inputType(32)).setOutputs(network.addTo(builder, "image"));
        ComputationGraph graph = new ComputationGraph(builder.build());
        graph.init();
        return graph;
    }

    private static Path cpu(Path folder, String text) throws IOException {
        return Files.writeString(folder.resolve("cpuinfo"), text);
    }
}
