package io.buyme.train.loop;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** Trains an embedder on pictures of single articles. */
public final class EmbedderCourse implements Course {

    private final EmbedderSettings settings;
    private final TrainingSet data;
    private final Measure measure;

    /** Creates the course. */
    public EmbedderCourse(EmbedderSettings settings, TrainingSet data, Measure measure) {
        this.settings = requireNonNull(settings, "settings");
        this.data = requireNonNull(data, "data");
        this.measure = requireNonNull(measure, "measure");
    }

    @Override
    public int steps() {
        return EpochPlan.steps(settings.batching(), data.samples().size());
    }

    @Override
    public int pictures() {
        return settings.batching().size();
    }

    @Override
    public List<String> backbone() {
        return settings.backbone().layers();
    }

    @Override
    public Lesson open(Schedule.Stage stage, float[] weights) {
        return new EmbedderLesson(settings, data, measure, stage, weights);
    }
}
