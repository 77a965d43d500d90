package io.buyme.train.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NetworksTest {

    @BeforeAll
    static void start() {
        Engine.start(1);
    }

    static List<Arguments> parameterCounts() {
        return List.of(
                Arguments.of(new DenseNet121(), 64, 7_978_856),
                Arguments.of(new ResNet50(), 64, 25_557_032),
                Arguments.of(new InceptionV3(), 75, 23_834_568));
    }

    @ParameterizedTest
    @MethodSource("parameterCounts")
    void withAThousandClassesANetworkHasTheParametersOfItsPublishedDefinition(
            Backbone backbone, int size, long parameters) {
        assertThat(Networks.trainableParameters(Networks.classifier(backbone, size, 1000, 1)))
                .isEqualTo(parameters);
    }

    @Test
    void theConvolutionsOfVgg16HaveTheirParameters() {
        assertThat(Networks.trainableParameters(Networks.features(new Vgg16(), 32, 1)))
                .isEqualTo(14_714_688);
    }

    @Test
    void theSameSeedGivesTheSameWeights() {
        ComputationGraph first = Networks.classifier(new MobileNetV2(), 32, 5, 42);
        ComputationGraph same = Networks.classifier(new MobileNetV2(), 32, 5, 42);
        ComputationGraph other = Networks.classifier(new MobileNetV2(), 32, 5, 43);

        assertThat(same.params()).isEqualTo(first.params());
        assertThat(other.params()).isNotEqualTo(first.params());
    }

    @Test
    void aBackboneNamesItsLayersInTheOrderOfComputation() {
        List<String> layers = new MobileNetV2().layers();

        assertThat(layers)
                .hasSize(52)
                .startsWith("conv", "expanded_conv.depthwise")
                .endsWith("conv_1");
        assertThat(new MobileNetV2().inputType(224).toString()).contains("h=224", "w=224", "c=3");
    }
}
