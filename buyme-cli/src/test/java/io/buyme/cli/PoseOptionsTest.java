package io.buyme.cli;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.buyme.api.BuyMeException;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class PoseOptionsTest {

    @Test
    void theKindOfFileSaysWhoseModelItIs() {
        assertRefused("'hrnet': no readable model file", "--pose-model", "none.onnx");
        assertRefused("'tflite': none.tflite", "--pose-model", "none.tflite");
        assertRefused("'blazepose': none.tflite", "--pose", "blazepose", "--pose-model", "none.tflite");
    }

    @Test
    void aModelCannotBeGivenTwice() {
        assertRefused("leave one out", "--pose-model", "a.onnx", "--pose-option", "model=b.onnx");
    }

    @Test
    void anUnknownSettingIsAMistakeOfTheCommandLine() {
        assertRefused("unknown option [speed]", "--pose", "hrnet", "--pose-option", "speed=1");
    }

    private static void assertRefused(String message, String... arguments) {
        PoseOptions options = CommandLine.populateCommand(new PoseOptions(), arguments);
        assertThatThrownBy(options::open).isInstanceOf(BuyMeException.class).hasMessageContaining(message);
    }
}
