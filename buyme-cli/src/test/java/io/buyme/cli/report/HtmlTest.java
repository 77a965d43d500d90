package io.buyme.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlTest {

    @Test
    void textsAndAttributesAreEscaped() {
        StringBuilder out = new StringBuilder();
        new Html(out).element("p", "<b>&'\u0000", "title", "\"><script>");
        assertThat(out).hasToString("<p title=\"&quot;&gt;&lt;script&gt;\">&lt;b&gt;&amp;&#39; </p>");
    }

    @Test
    void elementsAreClosedInReverse() {
        StringBuilder out = new StringBuilder();
        new Html(out)
                .open("ul")
                .open("li")
                .open("img", "alt", "x")
                .text("y")
                .close()
                .close();
        assertThat(out).hasToString("<ul><li><img alt=\"x\">y</li></ul>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://shop.example/1", "HTTPS://shop.example/a?b=c#d"})
    void webAddressesAreLinked(String link) {
        assertThat(Links.safe(link)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                " javascript:alert(1)",
                "data:text/html,x",
                "//shop.example/1",
                "/local",
                "https:",
                "https://a b",
                "file:///etc/passwd",
                ""
            })
    void anythingElseIsNot(String link) {
        assertThat(Links.safe(link)).isFalse();
    }
}
