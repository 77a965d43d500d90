package io.buyme.onnx.tflite;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/**
 * A value of a network.
 *
 * @param name as its maker called it
 * @param shape size of each axis; of four axes the last is the channels
 * @param type number of the element type
 * @param data its elements if it is a constant, in C order unless it is sparse; nothing if it is computed
 * @param sparsity where the elements belong, if zeros are left out
 */
record TfliteTensor(String name, List<Integer> shape, int type, ByteBuffer data, Optional<Sparsity> sparsity) {

    static final int FLOAT32 = 0;
    static final int FLOAT16 = 1;
    static final int INT32 = 2;

    TfliteTensor {
        shape = List.copyOf(shape);
    }

    boolean isConstant() {
        return data.hasRemaining();
    }
}
