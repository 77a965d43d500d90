package io.buyme.embed;

import io.buyme.api.Box;
import io.buyme.api.Crop;
import io.buyme.api.ExplainingEmbedder;
import io.buyme.api.PatchGrid;
import io.buyme.embed.PictureNetwork.Answer;
import io.buyme.onnx.PictureFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** An embedder whose network also gives the features of the places of a picture: channels, rows, columns. */
final class ExplainingOnnxEmbedder extends OnnxEmbedder implements ExplainingEmbedder {

    private final PictureFormat format;

    ExplainingOnnxEmbedder(String id, String version, PictureNetwork network, NetworkOutputs outputs) {
        super(id, version, network, outputs);
        this.format = network.format();
    }

    @Override
    public List<PatchGrid> patchesAll(List<Crop> crops) {
        List<Answer> answers = answers(crops, Set.of(NetworkOutputs.PATCHES));
        List<PatchGrid> grids = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            grids.add(grid(crops.get(i), answers.get(i)));
        }
        return grids;
    }

    private PatchGrid grid(Crop crop, Answer answer) {
        List<Long> shape = answer.shape(NetworkOutputs.PATCHES);
        int channels = Math.toIntExact(shape.get(0));
        int rows = Math.toIntExact(shape.get(1));
        int columns = Math.toIntExact(shape.get(2));
        float[] planes = answer.values(NetworkOutputs.PATCHES);
        float[] features = new float[planes.length];
        int cells = rows * columns;
        for (int cell = 0; cell < cells; cell++) {
            for (int channel = 0; channel < channels; channel++) {
                features[cell * channels + channel] = planes[channel * cells + cell];
            }
        }
        Box canvas = new Box(0, 0, format.width(), format.height());
        return PatchGrid.of(rows, columns, format.place(crop).toImage(canvas), features);
    }
}
