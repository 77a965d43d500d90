package io.buyme.cli.evaluate;

import io.buyme.api.Article;
import io.buyme.api.ArticleDetector;
import io.buyme.api.Crop;
import io.buyme.api.DetectionInput;
import io.buyme.api.Mask;
import io.buyme.api.PoseClassifier;
import java.awt.image.BufferedImage;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says which pixels show an article. For one run, by one thread. */
public abstract class MaskSource {

    private MaskSource() {}

    /** Returns the masks that are known. */
    public static MaskSource known() {
        return new MaskSource() {
            @Override
            Optional<Mask> mask(BufferedImage photo, Article article) {
                return article.mask();
            }
        };
    }

    /** Returns no masks. */
    public static MaskSource none() {
        return new MaskSource() {
            @Override
            Optional<Mask> mask(BufferedImage photo, Article article) {
                return Optional.empty();
            }
        };
    }

    /** Returns the masks that a detector sees behind a pose classifier, both of which the caller closes. */
    public static MaskSource predicted(PoseClassifier pose, ArticleDetector detector) {
        return new Predicted(pose, detector);
    }

    /** Returns an article of a photo as {@link io.buyme.api.LookPipeline} cuts it out. */
    final Crop crop(BufferedImage photo, Article article) {
        return Crop.of(
                photo,
                new Article(
                        article.category(),
                        article.superCategory(),
                        article.score(),
                        article.box(),
                        mask(photo, article)));
    }

    /** Returns a whole picture of one product, without its super-category. */
    final Crop crop(BufferedImage product) {
        return new Crop(product, mask(product), Optional.empty());
    }

    /** Returns the mask of an article in a photo, if there is one. */
    abstract Optional<Mask> mask(BufferedImage photo, Article article);

    /** Returns the mask of the one product in a picture, if there is one. */
    Optional<Mask> mask(BufferedImage product) {
        return Optional.empty();
    }

    private static final class Predicted extends MaskSource {

        /** What overlaps less is another article. */
        private static final double SAME = 0.3;
        /** A product fills its picture: what covers less is a detail of it. */
        private static final double DETAIL = 0.05;

        private final PoseClassifier pose;
        private final ArticleDetector detector;
        private @Nullable BufferedImage last;
        private List<Article> seen = List.of();

        Predicted(PoseClassifier pose, ArticleDetector detector) {
            this.pose = pose;
            this.detector = detector;
        }

        @Override
        Optional<Mask> mask(BufferedImage photo, Article article) {
            // The articles of a photo come one after the other.
            if (!photo.equals(last)) {
                seen = detector.detect(DetectionInput.of(photo, pose.classify(photo)))
                        .articles();
                last = photo;
            }
            return seen.stream()
                    .filter(other -> other.superCategory() == article.superCategory()
                            && other.box().iou(article.box()) >= SAME)
                    .max(Comparator.comparingDouble(other -> other.box().iou(article.box())))
                    .flatMap(Article::mask);
        }

        @Override
        Optional<Mask> mask(BufferedImage product) {
            double all = (double) product.getWidth() * product.getHeight();
            return detector.detect(DetectionInput.of(product)).articles().stream()
                    .flatMap(article -> article.mask().stream())
                    .max(Comparator.comparingInt(Mask::area))
                    .filter(mask -> mask.area() >= DETAIL * all);
        }
    }
}
