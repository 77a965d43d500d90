package io.buyme.pose;

import io.buyme.api.BuyMeException;
import io.buyme.api.PoseClassifier;
import io.buyme.api.StageKind;
import io.buyme.api.spi.Options;
import io.buyme.api.spi.PoseClassifierProvider;
import io.buyme.onnx.OnnxModel;
import io.buyme.onnx.OnnxModelException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Makes a pose classifier whose keypoints come from a top-down network in ONNX format: HRNet and others that put out heat
 * maps, or RTMPose and others of SimCC's kind. Verdict, box and mask of the person are those of {@code blazepose}, which
 * also says where the network is to look. The network's keypoints are the 17 of COCO.
 *
 * <p>The network takes one picture, 1 x 3 x height x width, normalized as for ImageNet, of any size that it declares, and
 * gives 1 x 17 x height/4 x width/4, or 1 x 17 x 2 width and 1 x 17 x 2 height. Its batch may be of any size or of one.
 *
 * <p>Options: {@code model}, the file of the network (one of ours); {@code refinement}, how positions within a cell of a
 * heat map are found: {@code dark} (the default), {@code quarter} or {@code none}; {@code flip}, whether the mirror image is
 * looked at, too, in twice the time ({@code false}); {@code threads}, {@code parallel} and {@code gate} as those of {@code blazepose}.
 */
public final class HrNetProvider implements PoseClassifierProvider {

    static final String ID = "hrnet";

    static final String RESOURCE = "hrnet/hrnet-small.onnx";

    private static final String MODEL = "model";
    private static final String REFINEMENT = "refinement";
    private static final String FLIP = "flip";

    /** Creates the provider; ServiceLoader does. */
    public HrNetProvider() {}

    @Override
    public String id() {
        return ID;
    }

    /** Without a network of ours it still takes a user's own, so the lack of it is only an error of those who want it. */
    @Override
    public Optional<String> unavailableReason() {
        return OnnxModel.unavailableReason().or(() -> new BlazePoseProvider().unavailableReason());
    }

    @Override
    public PoseClassifier create(Options options) {
        options.only(MODEL, REFINEMENT, FLIP, PoseOpening.THREADS, PoseOpening.PARALLEL, PoseOpening.GATE);
        PoseOpening opening = PoseOpening.of(options, Engine.ONNX);
        SubPixel refinement = options.text(REFINEMENT).map(SubPixel::of).orElse(SubPixel.DARK);
        boolean flip = options.flag(FLIP, false);
        TopDownModel model = open(options.file(MODEL), opening.threads(), refinement);
        NetworkPool<TopDownNetwork> networks =
                new NetworkPool<>(opening.parallel(), () -> model.newNetwork(flip), model::close);
        try {
            return new BlazePoseWithKeypoints(opening.blazePose(ID), networks);
        } catch (RuntimeException e) {
            networks.close();
            throw e;
        }
    }

    private static TopDownModel open(Optional<Path> file, int threads, SubPixel refinement) {
        OnnxModel model = file.map(own -> own(own, threads)).orElseGet(() -> builtIn(threads));
        try {
            return TopDownModel.of(ID, model, refinement);
        } catch (RuntimeException e) {
            model.close();
            throw e;
        }
    }

    private static OnnxModel own(Path file, int threads) {
        try {
            return OnnxModel.open(file, threads);
        } catch (OnnxModelException e) {
            throw new BuyMeException(StageKind.POSE, ID, String.valueOf(e.getMessage()), e);
        }
    }

    private static OnnxModel builtIn(int threads) {
        if (HrNetProvider.class.getResource(RESOURCE) == null) {
            throw new BuyMeException(
                    StageKind.POSE, ID, "the jar has no " + RESOURCE + "; name a network of yours: option model", null);
        }
        return OnnxModel.open(ModelFile.builtIn(ID, RESOURCE).bytes(), RESOURCE, threads);
    }
}
