package io.buyme.pose;

import static org.assertj.core.api.Assertions.assertThat;

import io.buyme.api.Pose.Verdict;
import io.buyme.api.PoseClassifier;
import io.buyme.api.spi.Options;
import io.buyme.testkit.RealPhotos;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the verdict to labels given by eye. Looks at a sample; {@code buyme evaluate pose} looks at all of them. */
class LabelledPhotosTest {

    private static final int EVERY_WHOLE_PERSON = 5;
    private static final int EVERY_OTHER = 2;
    private static final int EVERY_GARMENT = 12;

    /** A row of the labels: file, full_front, reason, unsure. */
    private record Row(Path file, boolean fullFront, boolean unsure) {

        static Row parse(Path folder, String line) {
            String[] fields = line.split(",", -1);
            return new Row(folder.resolve(fields[0]), fields[1].equals("1"), fields[3].equals("1"));
        }
    }

    @Test
    void tellsFullFrontFromOthers() throws IOException {
        Path labels = RealPhotos.require("pose/pose.csv");
        List<Row> rows = Files.readAllLines(labels).stream()
                .skip(1)
                .map(line -> Row.parse(labels.resolveSibling(""), line))
                .filter(row -> !row.unsure)
                .toList();
        List<Row> whole =
                every(EVERY_WHOLE_PERSON, rows.stream().filter(Row::fullFront).toList());
        List<Row> others =
                every(EVERY_OTHER, rows.stream().filter(row -> !row.fullFront).toList());

        try (PoseClassifier classifier = new BlazePoseProvider().create(Options.none())) {
            double recall = (double) passing(classifier, whole) / whole.size();
            double specificity = 1 - (double) passing(classifier, others) / others.size();
            assertThat((recall + specificity) / 2)
                    .as("balanced accuracy of recall %s and specificity %s", recall, specificity)
                    .isGreaterThanOrEqualTo(0.95);
        }
    }

    @Test
    void letsNoGarmentWithoutAWearerPass() throws IOException {
        Path garments = RealPhotos.require("clothing-small/validation");
        try (PoseClassifier classifier = new BlazePoseProvider().create(Options.none());
                Stream<Path> files = Files.walk(garments)) {
            List<Row> rows = files.filter(Files::isRegularFile)
                    .sorted()
                    .map(file -> new Row(file, false, false))
                    .toList();
            assertThat(passing(classifier, every(EVERY_GARMENT, rows))).isZero();
        }
    }

    private static long passing(PoseClassifier classifier, List<Row> rows) {
        return rows.stream()
                .filter(row -> classifier.classify(TestPhotos.read(row.file)).verdict() == Verdict.FULL_FRONT)
                .count();
    }

    private static List<Row> every(int step, List<Row> rows) {
        return IntStream.range(0, rows.size())
                .filter(i -> i % step == 0)
                .mapToObj(rows::get)
                .toList();
    }
}
