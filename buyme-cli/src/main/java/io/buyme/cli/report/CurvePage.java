package io.buyme.cli.report;

import io.buyme.api.BuyMeException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** An HTML page of curves and a table, which needs no other file, no network and no script. */
public final class CurvePage {

    private CurvePage() {}

    /**
     * Writes a page.
     *
     * @param file made or replaced, once the page is whole
     * @param subtitle under the title
     * @param table its first row is the head
     * @throws BuyMeException if it cannot be written
     */
    public static void write(
            Path file, String title, String subtitle, List<CurveChart> charts, List<List<String>> table) {
        Path target = file.toAbsolutePath();
        Path unfinished = target.resolveSibling(target.getFileName() + ".part");
        try {
            try (BufferedWriter writer = Files.newBufferedWriter(unfinished)) {
                Html html = new Html(writer);
                PageFrame.open(html, title, subtitle);
                html.open("div", "class", "charts");
                charts.forEach(chart -> chart.write(html));
                html.close();
                table(html, table);
                PageFrame.close(html);
            }
            Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new BuyMeException("cannot write the page to " + file + ": " + e, e);
        }
    }

    private static void table(Html html, List<List<String>> table) {
        html.open("table", "class", "figures");
        for (int row = 0; row < table.size(); row++) {
            html.open("tr");
            for (String cell : table.get(row)) {
                html.element(row == 0 ? "th" : "td", cell);
            }
            html.close();
        }
        html.close();
    }
}
