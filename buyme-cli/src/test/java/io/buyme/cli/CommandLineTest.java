package io.buyme.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "index --help",
                "look --help",
                "list --help",
                "remove --help",
                "stages --help",
                "evaluate --help",
                "evaluate pose --help",
                "bench --help",
                "demo --help"
            })
    void everyCommandExplainsItself(String commandLine) {
        CommandRun run = CommandRun.of((Object[]) commandLine.split(" "));
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("Usage: buyme").contains("--verbose").contains("--help");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void theVersionNamesTheProgram() {
        CommandRun run = CommandRun.of("--version");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("buyme ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "evaluate",
                "nonsense",
                "look photo.jpg",
                "look --catalog c",
                "look photo.jpg --catalog c --gate sometimes",
                "look photo.jpg --catalog c -k 0",
                "bench --repeats 0",
                "demo --looks 3 --products 5"
            })
    void aWrongCommandLineIsSaidInOneLineWithAHint(String commandLine) {
        CommandRun run = CommandRun.of((Object[]) commandLine.split(" "));
        assertThat(run.exitCode()).isEqualTo(ExitCodes.USAGE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).hasSizeLessThanOrEqualTo(2).allMatch(line -> !line.startsWith("\tat "));
        assertThat(run.err()).startsWith("buyme: ");
    }

    @Test
    void stagesMarksTheSelectedOneOfEachStage() {
        CommandRun run = CommandRun.of("stages");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("* blazepose", "* segmenter", "* buyme", "  size-only")
                .contains("pose classifier", "article detector", "embedder", "vector index");
    }
}
