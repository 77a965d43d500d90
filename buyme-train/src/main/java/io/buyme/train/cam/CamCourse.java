package io.buyme.train.cam;

import io.buyme.train.data.Domain;
import io.buyme.train.data.Sample;
import io.buyme.train.data.TagVocabulary;
import io.buyme.train.loop.Course;
import io.buyme.train.loop.Schedule;
import java.util.ArrayList;
import java.util.List;

/** Trains a network of activation maps on whole pictures and their categories. */
final class CamCourse implements Course {

    private final CamNetwork network;
    private final TagVocabulary vocabulary;
    private final List<Sample> photos;
    private final List<Sample> products;
    private final List<Sample> checked;
    private final CamRecipe recipe;

    CamCourse(CamNetwork network, TagVocabulary vocabulary, CamData data, CamRecipe recipe) {
        this.network = network;
        this.vocabulary = vocabulary;
        this.photos = data.photos();
        this.products = data.products();
        this.checked = data.checked();
        this.recipe = recipe;
    }

    /** An epoch shows every photo once, and as many product pictures as go with them. */
    @Override
    public int steps() {
        return Math.max(1, photos.size() / recipe.photosPerStep(products.isEmpty()));
    }

    @Override
    public int pictures() {
        return recipe.batch();
    }

    @Override
    public List<String> backbone() {
        return network.backbone().layers();
    }

    @Override
    public Lesson open(Schedule.Stage stage, float[] weights) {
        return new CamLesson(network, vocabulary, this, stage, weights);
    }

    CamMeasure measure() {
        return new CamMeasure(network, vocabulary);
    }

    CamRecipe recipe() {
        return recipe;
    }

    List<Sample> checked() {
        return checked;
    }

    /** Returns the samples of each step of an epoch: photos first, then product pictures. */
    List<List<Sample>> plan(int epoch) {
        int fromPhotos = recipe.photosPerStep(products.isEmpty());
        Rounds photoRounds = new Rounds(photos, recipe.seed(), epoch, Domain.STREET);
        Rounds productRounds = new Rounds(products, recipe.seed(), epoch, Domain.SHOP);
        ArrayList<List<Sample>> plan = new ArrayList<>();
        for (int step = 0; step < steps(); step++) {
            ArrayList<Sample> samples = new ArrayList<>();
            for (int i = 0; i < recipe.batch(); i++) {
                samples.add((i < fromPhotos ? photoRounds : productRounds).next());
            }
            plan.add(List.copyOf(samples));
        }
        return List.copyOf(plan);
    }
}
