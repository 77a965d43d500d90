package io.buyme.train.onnx;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.bytedeco.hdf5.Attribute;
import org.bytedeco.hdf5.DataSet;
import org.bytedeco.hdf5.DataSpace;
import org.bytedeco.hdf5.Group;
import org.bytedeco.hdf5.H5File;
import org.bytedeco.hdf5.H5Object;
import org.bytedeco.hdf5.PredType;
import org.bytedeco.hdf5.StrType;
import org.bytedeco.hdf5.global.hdf5;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;

/** Writes HDF5 files laid out as Keras's {@code model.save} does. */
final class KerasFixture implements AutoCloseable {

    private final H5File file;
    private final Group weights;

    KerasFixture(Path path, String configuration) {
        file = new H5File(path.toString(), hdf5.H5F_ACC_TRUNC);
        attribute(file, "keras_version", "2.4.0");
        attribute(file, "backend", "tensorflow");
        attribute(file, "model_config", configuration);
        weights = file.createGroup("model_weights");
        attribute(weights, "keras_version", "2.4.0");
        attribute(weights, "backend", "tensorflow");
    }

    /** Adds the kernel and bias of one layer. */
    KerasFixture layer(String name, float[] kernel, long[] shape, float... bias) {
        Group outer = weights.createGroup(name);
        attribute(outer, "weight_names", name + "/kernel:0", name + "/bias:0");
        Group inner = outer.createGroup(name);
        dataSet(inner, "kernel:0", kernel, shape);
        dataSet(inner, "bias:0", bias, new long[] {bias.length});
        inner.close();
        outer.close();
        return this;
    }

    private static void dataSet(Group group, String name, float[] values, long[] shape) {
        try (DataSpace space = new DataSpace(shape.length, shape);
                DataSet dataSet = group.createDataSet(name, PredType.NATIVE_FLOAT(), space);
                FloatPointer pointer = new FloatPointer(values)) {
            dataSet.write(pointer, PredType.NATIVE_FLOAT());
        }
    }

    private static void attribute(H5Object owner, String name, String... values) {
        int length = 0;
        for (String value : values) {
            length = Math.max(length, value.getBytes(StandardCharsets.UTF_8).length);
        }
        byte[] bytes = new byte[length * values.length];
        for (int i = 0; i < values.length; i++) {
            byte[] value = values[i].getBytes(StandardCharsets.UTF_8);
            System.arraycopy(value, 0, bytes, i * length, value.length);
        }
        try (StrType type = new StrType(PredType.C_S1(), length);
                DataSpace space = values.length == 1
                        ? new DataSpace(hdf5.H5S_SCALAR)
                        : new DataSpace(1, new long[] {values.length});
                Attribute attribute = owner.createAttribute(name, type, space);
                BytePointer pointer = new BytePointer(bytes)) {
            attribute.write(type, (Pointer) pointer);
        }
    }

    @Override
    public void close() {
        weights.close();
        file.close();
    }
}
