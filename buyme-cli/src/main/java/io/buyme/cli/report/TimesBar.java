package io.buyme.cli.report;

import io.buyme.api.StageTimes;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Shows where the time of one photo went: a bar of the stages' shares, and the figures. */
final class TimesBar {

    private TimesBar() {}

    static void write(Html html, StageTimes times) {
        Map<String, Duration> stages = new LinkedHashMap<>();
        stages.put("decode", times.decode());
        stages.put("pose", times.pose());
        stages.put("detect", times.detect());
        stages.put("embed", times.embed());
        stages.put("search", times.search());
        html.open("footer", "class", "times").open("div", "class", "bar", "aria-hidden", "true");
        stages.forEach((name, time) -> html.open("i", "class", name, "style", "flex-grow:" + time.toNanos() / 1000)
                .close());
        html.close().open("p");
        html.element("b", milliseconds(times.total()) + " in all");
        stages.forEach((name, time) -> html.open("span")
                .open("i", "class", name)
                .close()
                .text(name + " " + milliseconds(time))
                .close());
        html.close().close();
    }

    private static String milliseconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f ms", time.toNanos() / 1e6);
    }
}
