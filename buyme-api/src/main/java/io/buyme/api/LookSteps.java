package io.buyme.api;

import io.buyme.api.DescribingEmbedder.Described;
import io.buyme.api.Progress.Ended;
import io.buyme.api.Progress.Going;
import io.buyme.api.Ranker.Sought;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The order of the stages, and what passes between them. */
record LookSteps(
        PoseClassifier pose, ArticleDetector detector, Embedder embedder, ProductSearch search, GatePolicy gate) {

    /** Returns one result per photo, in order. */
    List<LookResult> lookAll(List<Photo> photos, LookRequest request) {
        LookBatch batch = new LookBatch(photos);
        return results(batch, photos, see(batch, photos), seen -> search(seen, request));
    }

    /** Returns one result per photo, in order, after a search for what several of them show. */
    List<LookResult> lookTogether(List<Photo> photos, LookRequest request) {
        LookBatch batch = new LookBatch(photos);
        return results(batch, photos, see(batch, photos), seen -> searchTogether(seen, request));
    }

    /** Runs the stages up to the embedder. */
    private Sight see(LookBatch batch, List<Photo> photos) {
        List<Progress<BufferedImage>> images = batch.decode();
        List<Progress<Pose>> poses = batch.run(StageKind.POSE, images, pose::classifyAll);
        List<Progress<Posed>> posed = new ArrayList<>();
        for (int i = 0; i < photos.size(); i++) {
            Photo photo = photos.get(i);
            posed.add(images.get(i).with(poses.get(i), Posed::new).then(p -> admit(photo, p)));
        }
        List<Progress<DetectionInput>> inputs =
                posed.stream().map(p -> p.map(Posed::forDetector)).toList();
        List<Progress<Detection>> detections = batch.run(StageKind.DETECT, inputs, detector::detectAll);
        List<Progress<Detected>> detected = zip(posed, detections, Detected::new);
        List<Progress<List<Crop>>> crops = batch.each(StageKind.DETECT, detected, Detected::crops);
        List<Progress<List<Described>>> described = batch.run(StageKind.EMBED, crops, this::describeAll);
        return new Sight(detected, zip(detections, described, Seen::new));
    }

    private List<LookResult> results(
            LookBatch batch, List<Photo> photos, Sight sight, Function<List<Seen>, List<List<ArticleMatches>>> search) {
        List<Progress<List<ArticleMatches>>> matches = batch.run(StageKind.INDEX, sight.seen(), search);
        StageTimes times = batch.times();
        List<LookResult> results = new ArrayList<>();
        for (int i = 0; i < photos.size(); i++) {
            String name = photos.get(i).name();
            results.add(resultOf(sight.detected().get(i).with(matches.get(i), (d, m) -> found(name, d, m, times))));
        }
        return results;
    }

    private LookResult found(String name, Detected photo, List<ArticleMatches> matches, StageTimes times) {
        Pose seenPose = photo.posed().pose();
        Detection detection = photo.detection();
        List<String> advice = gate == GatePolicy.OFF ? detection.notes() : GateAdvice.advise(seenPose, detection);
        return new LookResult.Found(name, seenPose, matches, detection.boxes(), advice, times);
    }

    private Progress<Posed> admit(Photo photo, Posed posed) {
        boolean rejected = gate == GatePolicy.STRICT && posed.pose().verdict() != Pose.Verdict.FULL_FRONT;
        return rejected ? new Ended<>(new LookResult.Rejected(photo.name(), posed.pose())) : new Going<>(posed);
    }

    /** Embeds the crops of all photos in one call. */
    private List<List<Described>> describeAll(List<List<Crop>> cropsByPhoto) {
        List<Crop> all = cropsByPhoto.stream().flatMap(List::stream).toList();
        List<Described> described = embedder instanceof DescribingEmbedder describing
                ? describing.describeAll(all)
                : embedder.embedAll(all).stream()
                        .map(e -> new Described(e, Attributes.NONE))
                        .toList();
        LookBatch.sameSize(described, all.size(), StageKind.EMBED);
        List<List<Described>> byPhoto = new ArrayList<>();
        int next = 0;
        for (List<Crop> crops : cropsByPhoto) {
            byPhoto.add(described.subList(next, next += crops.size()));
        }
        return byPhoto;
    }

    /** Searches for the articles of all photos in one call. */
    private List<List<ArticleMatches>> search(List<Seen> photos, LookRequest request) {
        List<ArticleMatches> all =
                search.findAll(photos.stream().flatMap(p -> p.sought().stream()).toList(), request);
        List<List<ArticleMatches>> byPhoto = new ArrayList<>();
        int next = 0;
        for (Seen photo : photos) {
            byPhoto.add(all.subList(next, next += photo.described().size()));
        }
        return byPhoto;
    }

    /** Searches once for each article, however many photos show it. */
    private List<List<ArticleMatches>> searchTogether(List<Seen> photos, LookRequest request) {
        List<List<Sought>> sought = photos.stream().map(Seen::sought).toList();
        List<SameArticle> articles = SameArticle.among(sought);
        List<ArticleMatches> found =
                search.findAll(articles.stream().map(SameArticle::sought).toList(), request);
        IdentityHashMap<Sought, ArticleMatches> bySighting = new IdentityHashMap<>();
        for (int i = 0; i < articles.size(); i++) {
            for (Sought sighting : articles.get(i).sightings()) {
                bySighting.put(sighting, found.get(i).of(sighting));
            }
        }
        return sought.stream()
                .map(photo -> photo.stream().map(bySighting::get).toList())
                .toList();
    }

    private static <A, B, R> List<Progress<R>> zip(
            List<Progress<A>> first, List<Progress<B>> second, BiFunction<? super A, ? super B, ? extends R> combine) {
        List<Progress<R>> results = new ArrayList<>();
        for (int i = 0; i < first.size(); i++) {
            results.add(first.get(i).with(second.get(i), combine));
        }
        return results;
    }

    private static LookResult resultOf(Progress<LookResult> progress) {
        return progress instanceof Ended<LookResult> ended
                ? ended.result()
                : progress.stream().findFirst().orElseThrow();
    }

    /** What the stages before the search made of photos. */
    private record Sight(List<Progress<Detected>> detected, List<Progress<Seen>> seen) {}

    private record Posed(BufferedImage image, Pose pose) {

        DetectionInput forDetector() {
            return DetectionInput.of(image, pose);
        }
    }

    private record Detected(Posed posed, Detection detection) {

        /** Cuts the articles out; fails if the detector put one beside the photo. */
        List<Crop> crops() {
            return detection.articles().stream()
                    .map(a -> Crop.of(posed.image(), a))
                    .toList();
        }
    }

    /** The articles of a photo with their embeddings, in the same order. */
    private record Seen(Detection detection, List<Described> described) {

        List<Sought> sought() {
            List<Sought> sought = new ArrayList<>();
            for (int i = 0; i < described.size(); i++) {
                sought.add(new Sought(detection.articles().get(i), described.get(i)));
            }
            return sought;
        }
    }
}
