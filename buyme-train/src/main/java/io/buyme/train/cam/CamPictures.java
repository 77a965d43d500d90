package io.buyme.train.cam;

import io.buyme.train.data.Sample;
import io.buyme.train.data.TagVocabulary;
import java.util.List;

/**
 * The pictures of a run, in memory.
 *
 * @param vocabulary the categories, in the order of the model's outputs
 * @param photos to learn from
 * @param products to learn from
 * @param checked photos never learned from
 */
public record CamPictures(TagVocabulary vocabulary, List<Sample> photos, List<Sample> products, List<Sample> checked) {

    /** Copies the lists. */
    public CamPictures {
        photos = List.copyOf(photos);
        products = List.copyOf(products);
        checked = List.copyOf(checked);
    }
}
