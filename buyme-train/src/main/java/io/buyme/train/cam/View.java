package io.buyme.train.cam;

import io.buyme.train.data.Cutout;
import io.buyme.train.data.Domain;
import io.buyme.train.data.Sample;
import io.buyme.train.data.TagKnowledge.State;
import io.buyme.train.data.TagName;
import io.buyme.train.data.TagVocabulary;
import java.util.SplittableRandom;

/**
 * What is shown of a sample: all of it, or of a photo the rows of one of the detector's smaller windows.
 *
 * @param sample that is shown
 * @param picture what of it
 * @param from first row, as a share of the height
 * @param to last row, as a share of the height
 */
record View(Sample sample, Cutout picture, double from, double to) {

    private static final double SMALLEST = 0.33;
    private static final double LARGEST = 0.6;

    static View draw(Sample sample, double parts, SplittableRandom random) {
        Cutout whole = sample.cutout();
        if (sample.example().domain() != Domain.STREET || random.nextDouble() >= parts) {
            return new View(sample, whole, 0, 1);
        }
        double length = SMALLEST + (LARGEST - SMALLEST) * random.nextDouble();
        // Head and feet, at the very ends, would rarely be seen whole if starts were even.
        double from = Math.min(1, Math.max(0, 1.3 * random.nextDouble() - 0.15)) * (1 - length);
        int first = (int) (from * whole.height());
        int last = Math.min(whole.height(), first + Math.max(1, (int) (length * whole.height())));
        return new View(sample, whole.rows(first, last), from, from + length);
    }

    /** Returns what is known of each tag: 1 present, 0 absent, -1 unknown. */
    float[] known(TagVocabulary vocabulary) {
        float[] known = new float[vocabulary.size()];
        vocabulary.write(sample.example().tags(), known, 0);
        if (from == 0 && to == 1) {
            return known;
        }
        for (int i = 0; i < known.length; i++) {
            TagName tag = vocabulary.tags().get(i);
            if (known[i] == 1) {
                State state = BodyZones.state(tag.name(), from, to);
                known[i] = state == State.PRESENT ? 1 : state == State.ABSENT ? 0 : -1;
            }
        }
        return known;
    }
}
