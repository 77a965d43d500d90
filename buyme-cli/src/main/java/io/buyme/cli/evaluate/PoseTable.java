package io.buyme.cli.evaluate;

import io.buyme.cli.evaluate.PoseScore.Group;
import io.buyme.cli.evaluate.PoseScore.Pck;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A {@link PoseComparison} as a table for people: a line for each classifier. */
public final class PoseTable {

    private static final String NOTHING = "-";

    private PoseTable() {}

    /** Returns the lines of the table; after the measures come the labels, with how many of their rows passed. */
    public static List<String> lines(PoseComparison comparison) {
        List<String> labels = comparison.classifiers().stream()
                .flatMap(score -> score.byReason().keySet().stream())
                .collect(TreeSet<String>::new, TreeSet::add, TreeSet::addAll)
                .stream()
                .toList();
        List<List<String>> rows = new ArrayList<>();
        rows.add(header(labels));
        comparison.classifiers().forEach(score -> rows.add(row(score, labels)));
        return aligned(rows);
    }

    private static List<String> header(List<String> labels) {
        Stream<String> measures =
                Stream.of("pose", "balanced", "recall", "precision", "specificity", "ms", "PCK@0.05", "PCK@0.1");
        return Stream.concat(measures, labels.stream().map(label -> label + " passed"))
                .toList();
    }

    private static List<String> row(PoseScore score, List<String> labels) {
        Pck pck = score.pck();
        Stream<String> measures = Stream.of(
                score.pose(),
                share(score.balancedAccuracy()),
                share(score.recall()),
                share(score.precision()),
                share(score.specificity()),
                score.msPerPhoto() == null ? NOTHING : String.format(Locale.ROOT, "%.0f", score.msPerPhoto()),
                share(pck == null ? null : pck.within5()),
                share(pck == null ? null : pck.within10()));
        return Stream.concat(
                        measures,
                        labels.stream().map(label -> passed(score.byReason().get(label))))
                .toList();
    }

    private static String passed(@Nullable Group group) {
        return group == null ? NOTHING : group.passed() + "/" + group.rows();
    }

    private static String share(@Nullable Double value) {
        return value == null ? NOTHING : String.format(Locale.ROOT, "%.3f", value);
    }

    /** Names are aligned to the left, numbers to the right. */
    private static List<String> aligned(List<List<String>> rows) {
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                int index = column;
                int width =
                        rows.stream().mapToInt(r -> r.get(index).length()).max().orElse(0);
                String padding = " ".repeat(width - row.get(column).length());
                line.append(column == 0 ? row.get(column) + padding : "  " + padding + row.get(column));
            }
            lines.add(line.toString());
        }
        return lines;
    }
}
