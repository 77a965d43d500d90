package io.buyme.api;

import java.util.List;

/** Finds the articles in a photo: category, box and, where the detector can, mask. */
public interface ArticleDetector extends Stage {

    /** Returns one detection per input, in order. A photo without articles is no error. */
    List<Detection> detectAll(List<DetectionInput> inputs);

    /** Returns the detection of one photo. */
    default Detection detect(DetectionInput input) {
        return detectAll(List.of(input)).get(0);
    }
}
