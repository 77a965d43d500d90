package io.buyme.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Encodes pictures for reports and web pages, in memory. */
public final class ImageEncoder {

    private ImageEncoder() {}

    /**
     * Returns a picture as a JPEG file; on white where it is transparent.
     *
     * @param quality 0 (smallest) to 1 (best); 0.85 is a good one for photos
     * @throws IllegalArgumentException if the quality is outside 0 to 1
     */
    public static byte[] jpeg(BufferedImage image, float quality) {
        if (!(quality >= 0 && quality <= 1)) {
            throw new IllegalArgumentException("quality must be 0 to 1, got " + quality);
        }
        ImageWriter writer = writer("jpeg");
        ImageWriteParam options = writer.getDefaultWriteParam();
        options.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        options.setCompressionQuality(quality);
        return encode(writer, options, RgbPixels.opaque(image));
    }

    /** Returns a picture as a PNG file, without loss. */
    public static byte[] png(BufferedImage image) {
        ImageWriter writer = writer("png");
        return encode(writer, writer.getDefaultWriteParam(), image);
    }

    /** Of several writers the JDK's own, whatever else is on the class path. */
    private static ImageWriter writer(String format) {
        Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName(format);
        ImageWriter writer = writers.next();
        while (writers.hasNext() && writer.getClass().getModule() != ImageWriter.class.getModule()) {
            writer.dispose();
            writer = writers.next();
        }
        return writer;
    }

    private static byte[] encode(ImageWriter writer, ImageWriteParam options, BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), options);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
