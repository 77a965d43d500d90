package io.buyme.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OneLineTest {

    @Test
    void whatCouldSteerATerminalBecomesABlank() {
        assertThat(OneLine.of("red\u001b[31m\r\nshirt\t\u202ecba")).isEqualTo("red [31m shirt cba");
    }

    @Test
    void aLongTextIsCutBetweenCharacters() {
        assertThat(OneLine.of("\ud83d\udc57".repeat(5), 3)).isEqualTo("\ud83d\udc57\ud83d\udc57…");
        assertThat(OneLine.of("short", 5)).isEqualTo("short");
    }
}
