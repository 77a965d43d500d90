package io.buyme.detect;

import static java.util.Objects.requireNonNull;

import io.buyme.api.Box;
import io.buyme.api.DetectedBox;
import io.buyme.api.DetectedBox.Fate;
import io.buyme.api.Mask;
import io.buyme.api.SuperCategory;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A raw box on its way to become an article, and how far it has come. Its mask is made once, when first asked for. */
final class Candidate {

    private final RawBox raw;
    private @Nullable Mask mask;
    private boolean maskMade;
    private @Nullable Fate fate;
    private String reason = "";

    Candidate(RawBox raw) {
        this.raw = raw;
    }

    String category() {
        return raw.category();
    }

    SuperCategory superCategory() {
        return raw.superCategory();
    }

    double score() {
        return raw.score();
    }

    Box box() {
        return raw.box();
    }

    String label() {
        return raw.label();
    }

    Optional<Mask> mask() {
        if (!maskMade) {
            mask = raw.mask().get().orElse(null);
            maskMade = true;
        }
        return Optional.ofNullable(mask);
    }

    void decide(Fate itsFate, String itsReason) {
        fate = itsFate;
        reason = itsReason;
    }

    /** Returns how much of this box lies in another, 0 to 1. */
    double shareInside(Box other) {
        return box().intersectionArea(other) / box().area();
    }

    /** Returns the box as the network gave it, and what became of it; a dropped one has no mask. */
    DetectedBox detected() {
        Fate decided = requireNonNull(fate, "undecided");
        return new DetectedBox(raw.article(decided == Fate.DROPPED ? Optional.empty() : mask()), decided, reason);
    }
}
