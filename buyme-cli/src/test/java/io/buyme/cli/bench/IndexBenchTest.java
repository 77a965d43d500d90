package io.buyme.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.buyme.api.BuyMeException;
import io.buyme.api.Metric;
import io.buyme.cli.bench.IndexBenchReport.Filtered;
import io.buyme.cli.bench.IndexBenchReport.Index;
import io.buyme.cli.bench.IndexBenchReport.Point;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class IndexBenchTest {

    private static final VectorSet.Parts VECTORS =
            VectorSet.clustered(330, 8, 1).split(30, 2);

    private final Path folder;

    IndexBenchTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void countsWhatWasFound() {
        assertThat(IndexBench.recall(List.of(List.of(1, 2), List.of(7)), List.of(List.of(2, 3), List.of(7, 8))))
                .isEqualTo(0.5);
    }

    @Test
    void findsTheSpeedAtARecallBetweenTwoSettings() {
        List<Point> points = List.of(point(10, 0.8, 1000), point(20, 0.9, 100), point(40, 0.99, 50));
        assertThat(IndexBench.speedAt(0.7, points)).contains(1000.0);
        assertThat(IndexBench.speedAt(0.85, points))
                .hasValueSatisfying(speed -> assertThat(speed).isCloseTo(Math.sqrt(1000 * 100), within(1e-6)));
        assertThat(IndexBench.speedAt(0.99, points))
                .hasValueSatisfying(speed -> assertThat(speed).isCloseTo(50, within(1e-6)));
        assertThat(IndexBench.speedAt(0.995, points)).isEmpty();
    }

    @Test
    void measuresIndexesInTurns() {
        IndexBenchReport report =
                trial(List.of("flat", "hnsw:exactBelow=0,m=8"), Map.of()).run(folder, line -> {});
        assertThat(report.baseline()).isEqualTo("flat");
        assertThat(report.indexes()).extracting(Index::name).containsExactly("flat", "hnsw:exactBelow=0,m=8");
        Index flat = report.indexes().get(0);
        assertThat(flat.points()).hasSize(2).allSatisfy(point -> {
            assertThat(point.recall()).isEqualTo(1);
            assertThat(point.queriesPerSecond()).containsOnlyKeys(1, 2);
            assertThat(point.onOneThread()).isPositive();
        });
        assertThat(flat.filtered()).extracting(Filtered::passing).containsExactly(0.5, 0.5, 0.1, 0.1);
        assertThat(flat.filtered()).allSatisfy(filtered -> {
            assertThat(filtered.recall()).isEqualTo(1);
            assertThat(filtered.times()).isPositive();
        });
        assertThat(flat.ofBaseline()).containsEntry("0.99", 1.0);
        assertThat(flat.readBandwidthRatio()).isPositive();
        assertThat(report.indexes().get(1).readBandwidthRatio()).isNull();
        assertThat(flat.size().fileBytes()).isGreaterThan(300L * 8 * 4);
        assertThat(report.indexes().get(1).points().get(1).recall()).isGreaterThan(0.9);
        assertThat(RecallPlot.svg(report)).contains("<svg", "hnsw:exactBelow=0,m=8", "<polyline");
    }

    @Test
    void refusesSettingsThatAreNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> trial(List.of("hnsw:m"), Map.of()).run(folder, line -> {}))
                .withMessageContaining("hnsw:m");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> trial(List.of("hnsw:speed=9"), Map.of()).run(folder, line -> {}))
                .withMessageContaining("speed");
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void asksAProgramInTurns() throws IOException {
        Path peer = script("""
                echo built 1.5 1.25
                while read -r word candidates; do
                    echo searched 0.5
                    for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30; do
                        echo 1 2 3
                    done
                done
                """);
        IndexBenchReport report = trial(List.of("flat"), Map.of("other", peer)).run(folder, line -> {});
        Index other = report.indexes().get(0);
        assertThat(report.baseline()).isEqualTo("other");
        assertThat(other.buildCpuSeconds()).isEqualTo(1.25);
        assertThat(other.points())
                .allSatisfy(point -> assertThat(point.onOneThread()).isEqualTo(60));
        assertThat(other.points().get(0).recall()).isLessThan(0.5);
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void saysWhatAProgramDidWrong() throws IOException {
        assertPeerFails("echo ready", "'built'");
        assertPeerFails("exit 1", "ended before");
        assertPeerFails("echo built 1 2; read -r word; echo searched soon", "'soon'");
    }

    private void assertPeerFails(String script, String said) throws IOException {
        Path peer = script(script);
        assertThatExceptionOfType(BuyMeException.class)
                .isThrownBy(() -> trial(List.of("flat"), Map.of("other", peer)).run(folder, line -> {}))
                .withMessageContaining("other")
                .withMessageContaining(said);
    }

    private Path script(String text) throws IOException {
        Path file = Files.writeString(Files.createTempFile(folder, "peer", ".sh"), "#!/bin/sh\n" + text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    private static IndexTrial trial(List<String> indexes, Map<String, Path> peers) {
        return new IndexTrial(
                VECTORS, Metric.EUCLIDEAN, indexes, peers, 3, List.of(5, 50), List.of(1, 2), 1, List.of(0.5, 0.1), 1);
    }

    private static Point point(int candidates, double recall, double perSecond) {
        return new Point(candidates, recall, Map.of(1, perSecond));
    }
}
