package io.buyme.cli.rerank;

import java.util.List;

/**
 * A small catalogue and what is looked for in it.
 *
 * @param name of the trial
 * @param offers the catalogue
 * @param questions to it
 */
record Trial(String name, List<Offer> offers, List<Question> questions) {

    Trial {
        offers = List.copyOf(offers);
        questions = List.copyOf(questions);
    }
}
