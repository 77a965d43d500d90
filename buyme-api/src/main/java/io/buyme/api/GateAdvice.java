package io.buyme.api;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Says what a photo that is no full-front shot costs the user, and what would help. */
final class GateAdvice {

    private static final List<SuperCategory> BODY =
            List.of(SuperCategory.UPPER, SuperCategory.LOWER, SuperCategory.FOOTWEAR);

    private GateAdvice() {}

    static List<String> advise(Pose pose, Detection detection) {
        Set<String> advice = new LinkedHashSet<>();
        if (pose.verdict() != Pose.Verdict.FULL_FRONT) {
            String reasons = pose.reasons().isEmpty() ? pose.verdict().label() : String.join(", ", pose.reasons());
            advice.add(reasons + ": " + consequence(pose, detection));
        }
        if (!pose.otherPersons().isEmpty()) {
            advice.add("%d more in the photo: only the main person was searched; crop the photo to search another"
                    .formatted(pose.otherPersons().size()));
        }
        advice.addAll(detection.notes());
        return List.copyOf(advice);
    }

    private static String consequence(Pose pose, Detection detection) {
        if (pose.verdict() == Pose.Verdict.NO_PERSON && detection.articles().isEmpty()) {
            return "nothing was searched; use a photo that shows a person";
        }
        List<String> missing = new ArrayList<>();
        for (SuperCategory part : BODY) {
            if (!covers(detection, part)) {
                missing.add(part.label());
            }
        }
        return missing.isEmpty()
                ? "matches may be less exact; a photo of the whole person from the front works best"
                : "no " + String.join(" and no ", missing)
                        + " searched; a photo of the whole person from the front shows more";
    }

    private static boolean covers(Detection detection, SuperCategory part) {
        return detection.articles().stream().map(Article::superCategory).anyMatch(found -> covers(found, part));
    }

    private static boolean covers(SuperCategory found, SuperCategory part) {
        return found == part || (found == SuperCategory.ONE_PIECE && part != SuperCategory.FOOTWEAR);
    }
}
