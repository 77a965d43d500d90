package io.buyme.embed;

import io.buyme.api.BuyMeException;
import io.buyme.embed.PictureNetwork.Answer;
import io.buyme.onnx.OnnxModel;
import io.buyme.onnx.TensorSpec;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which outputs of a network are read.
 *
 * @param vector the embedding
 * @param tags how the output {@code tags} is read; if empty, it is not
 * @param hasPatches whether there is an output {@code patches}
 */
record NetworkOutputs(String vector, TagHead tags, boolean hasPatches) {

    static final String TAGS = "tags";
    static final String PATCHES = "patches";

    private static final String EMBEDDING = "embedding";

    /** Returns the outputs of a model of BuyMe's own format. */
    static NetworkOutputs of(ModelCard card, OnnxModel model, Optional<String> vector) {
        Set<String> names = names(model);
        if (vector.isEmpty() && !names.contains(EMBEDDING)) {
            throw new BuyMeException("model %s has no output '%s', only %s".formatted(model.name(), EMBEDDING, names));
        }
        if (!card.tags().tags().isEmpty() && !names.contains(TAGS)) {
            throw new BuyMeException(
                    "model %s names tags but has no output '%s', only %s".formatted(model.name(), TAGS, names));
        }
        return new NetworkOutputs(choose(model, vector.orElse(EMBEDDING)), card.tags(), names.contains(PATCHES));
    }

    /** Returns the output of a foreign model: the one asked for, or the only one. */
    static NetworkOutputs of(OnnxModel model, Optional<String> vector) {
        List<TensorSpec> outputs = model.outputs();
        if (vector.isEmpty() && outputs.size() != 1) {
            throw new IllegalArgumentException(
                    "option output must name one of the outputs of model %s: %s".formatted(model.name(), outputs));
        }
        return new NetworkOutputs(choose(model, vector.orElse(outputs.get(0).name())), TagHead.NONE, false);
    }

    /** Returns the outputs that embedding and attributes need. */
    Set<String> described() {
        return tags.tags().isEmpty() ? Set.of(vector) : Set.of(vector, TAGS);
    }

    /** Returns all outputs that are ever read. */
    Set<String> all() {
        Set<String> all = new LinkedHashSet<>(described());
        if (hasPatches) {
            all.add(PATCHES);
        }
        return all;
    }

    /**
     * Checks the shapes of what a network answered.
     *
     * @return the length of the vector
     */
    int check(Answer probe) {
        if (!tags.tags().isEmpty() && length(TAGS, probe) != tags.tags().size()) {
            throw new BuyMeException("the model names %d tags, but its output has %d"
                    .formatted(tags.tags().size(), length(TAGS, probe)));
        }
        if (hasPatches && probe.shape(PATCHES).size() != 3) {
            throw new BuyMeException("output '%s' has shape %s for each picture; channels, rows and columns are wanted"
                    .formatted(PATCHES, probe.shape(PATCHES)));
        }
        return length(vector, probe);
    }

    /** Returns the length of a vector; axes of size 1, as pooling leaves them, do not count. */
    private static int length(String output, Answer probe) {
        List<Long> shape = probe.shape(output);
        List<Long> axes = shape.stream().filter(size -> size != 1).toList();
        if (axes.size() > 1 || shape.isEmpty()) {
            throw new BuyMeException(
                    "output '%s' of the model has shape %s for each picture, which is no vector; name another output"
                            .formatted(output, shape));
        }
        return axes.isEmpty() ? 1 : Math.toIntExact(axes.get(0));
    }

    private static String choose(OnnxModel model, String name) {
        if (!names(model).contains(name)) {
            throw new IllegalArgumentException(
                    "model %s has no output '%s', only %s".formatted(model.name(), name, model.outputs()));
        }
        return name;
    }

    private static Set<String> names(OnnxModel model) {
        Set<String> names = new LinkedHashSet<>();
        model.outputs().forEach(output -> names.add(output.name()));
        return names;
    }
}
