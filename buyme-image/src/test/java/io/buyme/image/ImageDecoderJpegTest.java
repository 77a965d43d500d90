package io.buyme.image;

import static io.buyme.image.ImageAssertions.assertRedAndBlue;
import static io.buyme.image.Samples.redAndBlue;
import static java.awt.image.BufferedImage.TYPE_3BYTE_BGR;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Point;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.Test;

class ImageDecoderJpegTest {

    private final ImageDecoder decoder = ImageDecoder.standard();

    @Test
    void decodesJpeg() {
        assertRedAndBlue(decode(Samples.encode(redAndBlue(), "jpeg")), 8);
    }

    @Test
    void decodesProgressiveJpeg() throws IOException {
        assertRedAndBlue(decode(progressiveJpeg()), 8);
    }

    @Test
    void refusesAProgressiveJpegThatLacksItsLastScans() throws IOException {
        byte[] whole = progressiveJpeg();
        int lastScan = 0;
        for (int i = 0; i < whole.length - 1; i++) {
            lastScan = whole[i] == (byte) 0xff && whole[i + 1] == (byte) 0xda ? i : lastScan;
        }

        byte[] cut = Arrays.copyOf(whole, lastScan);

        assertThat(ImageDecoderBadInputTest.reasonFor(cut)).isEqualTo(UnreadableImageException.Reason.DAMAGED);
    }

    private static byte[] progressiveJpeg() throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam options = writer.getDefaultWriteParam();
        options.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        return write(writer, new IIOImage(redAndBlue(), null, null), options);
    }

    @Test
    void decodesCmykJpeg() throws IOException {
        // The inks (0, 220, 220, 0), inverted as Adobe writes them.
        byte[] cmyk = Samples.jpegWith(fourBandJpeg(255, 35, 35, 255), 0xee, Samples.adobeSegment(0));

        assertReddish(decode(cmyk));
    }

    @Test
    void decodesYcckJpeg() throws IOException {
        // Luma and chroma of the ink amounts (0, 220, 220), and black inverted, as Adobe writes them.
        byte[] ycck = Samples.jpegWith(fourBandJpeg(154, 165, 18, 255), 0xee, Samples.adobeSegment(2));

        assertReddish(decode(ycck));
    }

    private static void assertReddish(BufferedImage image) {
        assertThat(image.getType()).isEqualTo(BufferedImage.TYPE_INT_RGB);
        int rgb = image.getRGB(8, 8);
        assertThat((rgb >> 16) & 0xff).isGreaterThan(190);
        assertThat((rgb >> 8) & 0xff).isLessThan(110);
        assertThat(rgb & 0xff).isLessThan(110);
    }

    private static byte[] fourBandJpeg(int... samples) throws IOException {
        WritableRaster raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 16, 16, 4, new Point());
        for (int y = 0; y < 16; y++) {
            for (int x = 0; x < 16; x++) {
                raster.setPixel(x, y, samples);
            }
        }
        ImageWriter writer = jdkJpegWriter();
        return write(writer, new IIOImage(raster, null, null), writer.getDefaultWriteParam());
    }

    private static ImageWriter jdkJpegWriter() {
        ImageWriter[] writer = new ImageWriter[1];
        ImageIO.getImageWritersByFormatName("jpeg").forEachRemaining(candidate -> {
            if (candidate.getClass().getModule() == ImageWriter.class.getModule()) {
                writer[0] = candidate;
            }
        });
        return writer[0];
    }

    @Test
    void decodesJpegThatStoresRgb() throws IOException {
        ImageWriter writer = jdkJpegWriter();
        ImageTypeSpecifier type = ImageTypeSpecifier.createFromBufferedImageType(TYPE_3BYTE_BGR);
        IIOMetadata metadata = writer.getDefaultImageMetadata(type, writer.getDefaultWriteParam());
        IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree("javax_imageio_jpeg_image_1.0");
        IIOMetadataNode jfif =
                (IIOMetadataNode) root.getElementsByTagName("JPEGvariety").item(0);
        while (jfif.hasChildNodes()) {
            jfif.removeChild(jfif.getFirstChild());
        }
        IIOMetadataNode adobe = new IIOMetadataNode("app14Adobe");
        adobe.setAttribute("transform", "0");
        root.getElementsByTagName("markerSequence").item(0).appendChild(adobe);
        metadata.setFromTree("javax_imageio_jpeg_image_1.0", root);

        byte[] rgb = write(
                writer,
                new IIOImage(redAndBlue(64, 48, TYPE_3BYTE_BGR), null, metadata),
                writer.getDefaultWriteParam());

        assertRedAndBlue(decode(rgb), 8);
    }

    private BufferedImage decode(byte[] bytes) {
        return decoder.decode(bytes, "sample");
    }

    private static byte[] write(ImageWriter writer, IIOImage image, ImageWriteParam options) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, image, options);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
