package io.buyme.cli.gate;

import io.buyme.cli.gate.FramedShot.Kind;
import java.util.List;

/**
 * What the gate sees of a picture, and what it should say.
 *
 * @param fold which part it belongs to; all pictures of one photo are in one
 * @param kind how the picture was made
 * @param inputs of the network
 * @param headCut whether the head is outside the frame
 * @param feetCut whether the feet are outside the frame
 */
record GateExample(int fold, Kind kind, List<Double> inputs, boolean headCut, boolean feetCut) {

    GateExample {
        inputs = List.copyOf(inputs);
    }

    boolean whole() {
        return !headCut && !feetCut;
    }

    List<Double> targets() {
        return List.of(headCut ? 1.0 : 0.0, feetCut ? 1.0 : 0.0);
    }
}
