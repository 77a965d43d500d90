package io.buyme.cli.evaluate;

import io.buyme.api.Embedder;
import io.buyme.cli.evaluate.ExactSearch.Hit;
import io.buyme.testkit.lookbook.Look;
import io.buyme.testkit.lookbook.LookBook;
import io.buyme.testkit.lookbook.WornGarment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Where pairs of an article and a product that was found for it come from. */
public final class MatchPairs {

    private final List<MatchPair> pairs;

    private MatchPairs(List<MatchPair> pairs) {
        this.pairs = List.copyOf(pairs);
    }

    List<MatchPair> pairs() {
        return pairs;
    }

    /**
     * Returns what the people of a look book wear, each with its own product picture.
     *
     * @param count how many pairs at most
     */
    public static MatchPairs ofLookBook(long seed, int count, MaskSource masks) {
        LookBook book = LookBook.withSeed(seed);
        List<MatchPair> pairs = new ArrayList<>();
        for (int i = 0; pairs.size() < count; i++) {
            Look look = book.look(i);
            for (WornGarment garment : look.worn()) {
                pairs.add(new MatchPair(new WornCrop(look, garment, masks), new ProductPicture(garment.item())));
            }
        }
        return new MatchPairs(pairs.subList(0, count));
    }

    /**
     * Returns pictures, each with the one that the embedder finds nearest among others.
     *
     * @param indexFolder with a folder for each class; among its pictures is searched
     * @param queryFolder likewise; its pictures are searched for, evenly spread over it
     * @param count how many pairs at most
     * @throws EvaluationException if a folder has no pictures
     */
    public static MatchPairs ofFolders(
            Path indexFolder,
            Path queryFolder,
            int limitPerClass,
            int count,
            Embedder embedder,
            MaskSource masks,
            EmbedProgress progress) {
        SampleEmbedder run = new SampleEmbedder(embedder, progress);
        List<ClassPicture> index =
                ClassFolders.read(indexFolder, limitPerClass, masks).pictures();
        List<ClassPicture> queries = PictureFiles.spread(
                ClassFolders.read(queryFolder, Integer.MAX_VALUE, masks).pictures(), count);
        ExactSearch<ClassPicture> search = new ExactSearch<>(run.embedAll("index", index));
        List<MatchPair> pairs = new ArrayList<>();
        for (Embedded<ClassPicture> query : run.embedAll("queries", queries)) {
            ClassPicture picture = query.sample();
            search.rank(query.embedding(), other -> !other.file().equals(picture.file())).stream()
                    .findFirst()
                    .map(Hit::sample)
                    .ifPresent(nearest -> pairs.add(new MatchPair(picture, nearest)));
        }
        return new MatchPairs(pairs);
    }
}
