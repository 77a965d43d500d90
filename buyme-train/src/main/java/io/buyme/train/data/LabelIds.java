package io.buyme.train.data;

import io.buyme.api.BuyMeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The numbers that stand for labels in label masks. */
final class LabelIds {

    private final Map<String, Integer> ids;
    private final Path file;

    private LabelIds(Map<String, Integer> ids, Path file) {
        this.ids = ids;
        this.file = file;
    }

    /** Reads lines of a number, a tab and a label. */
    static LabelIds read(Path file) {
        Map<String, Integer> ids = new HashMap<>();
        try {
            for (String line : Files.readAllLines(file)) {
                int tab = line.indexOf('\t');
                if (tab > 0) {
                    ids.put(line.substring(tab + 1).strip(), Integer.valueOf(line.substring(0, tab)));
                }
            }
        } catch (IOException | NumberFormatException e) {
            throw new BuyMeException("want lines of a number, a tab and a label in '" + file + "'", e);
        }
        return new LabelIds(ids, file);
    }

    /** Returns the number of a label. */
    int id(String label) {
        Integer id = ids.get(label);
        if (id == null) {
            throw new BuyMeException("an annotation has the label '" + label + "', which is not in '" + file + "'");
        }
        return id;
    }
}
