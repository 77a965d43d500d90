package io.buyme.train;

import io.buyme.api.BuyMeException;
import io.buyme.image.ImageEncoder;
import io.buyme.train.loop.CurvePoint;
import io.buyme.train.loop.LearningCurve;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The folder of a run: checkpoints, recipe, learning curve, metrics and the model. */
record RunFolder(Path path) {

    /**
     * Returns the folder.
     *
     * @param resume whether there may be checkpoints in it
     * @throws BuyMeException if there are checkpoints, but they are not to be resumed
     */
    static RunFolder open(Path path, boolean resume) {
        RunFolder folder = new RunFolder(path);
        if (!resume && Files.exists(folder.checkpoints())) {
            throw new BuyMeException("'%s' has checkpoints already; resume, or choose another folder".formatted(path));
        }
        return folder;
    }

    Path checkpoints() {
        return path.resolve("checkpoints");
    }

    Path file(String name) {
        return path.resolve(name);
    }

    /** Writes a learning curve as a table and as a picture. */
    void writeCurve(String name, List<CurvePoint> points) {
        LearningCurve curve = new LearningCurve(points);
        write(name + ".csv", curve.toCsv().getBytes(StandardCharsets.UTF_8));
        write(name + ".png", ImageEncoder.png(curve.draw()));
    }

    void write(String name, byte[] content) {
        Path file = file(name);
        try {
            Files.createDirectories(path);
            Files.write(file, content);
        } catch (IOException e) {
            throw new BuyMeException("cannot write '" + file + "': " + e.getMessage(), e);
        }
    }
}
