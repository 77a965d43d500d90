package io.buyme.cli.evaluate;

import static java.util.stream.Collectors.groupingBy;

import io.buyme.api.Embedder;
import io.buyme.api.Embedding;
import io.buyme.cli.evaluate.EmbedScore.ClassScore;
import io.buyme.cli.evaluate.ExactSearch.Hit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Measures whether pictures of one class have near vectors: searches by pictures of known class among others. For one
 * run, by one thread.
 */
public final class EmbedEvaluation {

    private final Embedder embedder;
    private final MaskSource masks;
    private final SampleEmbedder run;

    /**
     * Creates an evaluation of this embedder, which the caller closes.
     *
     * @param masks says which pixels show the product
     */
    public EmbedEvaluation(Embedder embedder, MaskSource masks, EmbedProgress progress) {
        this.embedder = embedder;
        this.masks = masks;
        this.run = new SampleEmbedder(embedder, progress);
    }

    /**
     * Scores the embedder. A picture that is both in the index and a query never counts as its own neighbour.
     *
     * @param indexFolder with a folder for each class; among its pictures is searched
     * @param queryFolder likewise; its pictures are searched for
     * @param limitPerClass so many pictures of each class at most in either
     * @throws EvaluationException if a folder has no pictures, or the index has one class only, or lacks one of the queries
     */
    public EmbedResult run(Path indexFolder, Path queryFolder, int limitPerClass) {
        ClassFolders index = ClassFolders.read(indexFolder, limitPerClass, masks);
        ClassFolders queries = ClassFolders.read(queryFolder, limitPerClass, masks);
        queries.requireAnswersIn(index);
        List<Embedded<ClassPicture>> entries = run.embedAll("index", index.pictures());
        List<Embedded<ClassPicture>> asked = embedQueries(queries, index, entries);
        ExactSearch<ClassPicture> search = new ExactSearch<>(entries);
        List<Answer> answers = new ArrayList<>();
        for (Embedded<ClassPicture> query : asked) {
            ClassPicture picture = query.sample();
            List<Hit<ClassPicture>> hits =
                    search.rank(query.embedding(), other -> !other.file().equals(picture.file()));
            if (hits.stream().anyMatch(hit -> hit.sample().className().equals(picture.className()))) {
                answers.add(Answer.of(picture, hits));
            }
        }
        return new EmbedResult(score(entries, asked, answers), answers);
    }

    /** Pictures that are in the index as well are not embedded twice. */
    private List<Embedded<ClassPicture>> embedQueries(
            ClassFolders queries, ClassFolders index, List<Embedded<ClassPicture>> entries) {
        Set<ClassPicture> indexed = new HashSet<>(index.pictures());
        List<ClassPicture> others = queries.pictures().stream()
                .filter(picture -> !indexed.contains(picture))
                .toList();
        Map<ClassPicture, Embedded<ClassPicture>> known = new HashMap<>();
        Stream.concat(entries.stream(), run.embedAll("queries", others).stream())
                .forEach(entry -> known.put(entry.sample(), entry));
        return queries.pictures().stream()
                .flatMap(picture -> Stream.ofNullable(known.get(picture)))
                .toList();
    }

    private EmbedScore score(
            List<Embedded<ClassPicture>> entries, List<Embedded<ClassPicture>> asked, List<Answer> answers) {
        List<Embedding> embeddings = Stream.concat(entries.stream(), asked.stream())
                .distinct()
                .map(Embedded::embedding)
                .toList();
        Map<String, ClassScore> byClass = new TreeMap<>();
        answers.stream()
                .collect(groupingBy(answer -> answer.query().className()))
                .forEach((name, ofClass) -> byClass.put(name, classScore(ofClass)));
        return new EmbedScore(
                EmbedderFacts.of(embedder.space(), run),
                entries.size(),
                answers.size(),
                asked.size() - answers.size(),
                mean(answers, answer -> answer.ranking().precisionAt(1)),
                mean(answers, answer -> answer.ranking().precisionAt(5)),
                mean(answers, answer -> answer.ranking().precisionAt(10)),
                mean(answers, answer -> answer.ranking().averagePrecision()),
                mean(answers, answer -> answer.voteIsRight() ? 1 : 0),
                Rounded.share(Sparsity.mean(embeddings)),
                byClass);
    }

    private static ClassScore classScore(List<Answer> answers) {
        return new ClassScore(
                mean(answers, answer -> answer.ranking().precisionAt(10)),
                mean(answers, answer -> answer.ranking().averagePrecision()),
                mean(answers, answer -> answer.voteIsRight() ? 1 : 0),
                answers.size());
    }

    private static @Nullable Double mean(List<Answer> answers, ToDoubleFunction<Answer> measure) {
        return Rounded.share(answers.stream().mapToDouble(measure).average());
    }
}
