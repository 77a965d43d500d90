package io.buyme.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;

/** Small pictures, encoded in the test, and the blocks that files carry beside pixels. */
final class Samples {

    static final int RED = 0xdc2828;
    static final int BLUE = 0x2850dc;

    /** 16x12, red to the left, blue to the right, by cwebp: lossless with a transparent lower right, lossy, lossy. */
    static final byte[] WEBP_LOSSLESS =
            base64("UklGRjQAAABXRUJQVlA4TCgAAAAvD8ACEBcwKGLBZID5X8EIZJPj5L8A5z/g3SAQIEyaVCohov+hdeEB");

    static final byte[] WEBP_LOSSY = base64(
            "UklGRkAAAABXRUJQVlA4IDQAAADQAQCdASoQAAwAAMASJaACdLoB+AADsAD+90H/i7H/rK/2" + "eX5OP/slb/956PMr/eej6ygA");

    static final byte[] WEBP_LOSSY_ALPHA = base64(
            "UklGRoQAAABXRUJQVlA4WAoAAAAQAAAADwAACwAAQUxQSBQAAAABDzD/ERFCLJjkL903hoj+T8CeAFZQOCBKAAAAUAIA"
                    + "nQEqEAAMAADAEiWoAnS6AfgAAyD+5PoAAP75ER0x1+Vv//EBN/+gdp//rK/y1l/0H+xDU/o3+SM//vPRITv/9Dkyzf3lgAA=");

    private Samples() {}

    private static byte[] base64(String text) {
        return Base64.getDecoder().decode(text);
    }

    /** Red to the left, blue to the right. */
    static BufferedImage redAndBlue(int width, int height, int type) {
        BufferedImage image = new BufferedImage(width, height, type);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, 0xff000000 | (x < width / 2 ? RED : BLUE));
            }
        }
        return image;
    }

    static BufferedImage redAndBlue() {
        return redAndBlue(64, 48, BufferedImage.TYPE_INT_RGB);
    }

    static BufferedImage plain(int rgb) {
        BufferedImage image = new BufferedImage(32, 32, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 32; y++) {
            for (int x = 0; x < 32; x++) {
                image.setRGB(x, y, rgb);
            }
        }
        return image;
    }

    static byte[] encode(BufferedImage image, String format) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, format, bytes)) {
                throw new IllegalArgumentException("no writer of " + format + " for " + image);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    /** Puts an application segment behind the start marker of a JPEG. */
    static byte[] jpegWith(byte[] jpeg, int marker, byte[] body) {
        ByteBuffer out = ByteBuffer.allocate(jpeg.length + body.length + 4);
        out.put(jpeg, 0, 2).put((byte) 0xff).put((byte) marker).putShort((short) (body.length + 2));
        return out.put(body).put(jpeg, 2, jpeg.length - 2).array();
    }

    static byte[] adobeSegment(int transform) {
        return concat(ascii("Adobe"), new byte[] {0, 100, 0, 0, 0, 0, (byte) transform});
    }

    static byte[] iccSegment(byte[] profile) {
        return concat(ascii("ICC_PROFILE\0"), new byte[] {1, 1}, profile);
    }

    /** Puts a chunk behind the header of a PNG. */
    static byte[] pngWith(byte[] png, String type, byte[] body) {
        int headerEnd = 8 + 25;
        ByteBuffer out = ByteBuffer.allocate(png.length + body.length + 12);
        out.put(png, 0, headerEnd).put(pngChunk(type, body));
        return out.put(png, headerEnd, png.length - headerEnd).array();
    }

    static byte[] pngChunk(String type, byte[] body) {
        byte[] typed = concat(ascii(type), body);
        CRC32 sum = new CRC32();
        sum.update(typed);
        return ByteBuffer.allocate(body.length + 12)
                .putInt(body.length)
                .put(typed)
                .putInt((int) sum.getValue())
                .array();
    }

    static byte[] pngHeader(int width, int height) {
        byte[] body = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
        return concat(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'}, pngChunk("IHDR", body));
    }

    static byte[] iccChunkBody(byte[] profile) {
        Deflater deflater = new Deflater();
        deflater.setInput(profile);
        deflater.finish();
        byte[] packed = new byte[profile.length + 100];
        int length = deflater.deflate(packed);
        deflater.end();
        return concat(ascii("name\0\0"), Arrays.copyOf(packed, length));
    }

    /** An extended WebP around the pixels of a simple one. */
    static byte[] webpWith(byte[] webp, int flag, String type, byte[] body) {
        byte[] header = {(byte) flag, 0, 0, 0, 15, 0, 0, 11, 0, 0};
        byte[] pixels = Arrays.copyOfRange(webp, 12, webp.length);
        byte[] before = type.equals("ICCP") ? riffChunk(type, body) : new byte[0];
        byte[] after = type.equals("ICCP") ? new byte[0] : riffChunk(type, body);
        byte[] content = concat(ascii("WEBP"), riffChunk("VP8X", header), before, pixels, after);
        return riffChunk("RIFF", content);
    }

    private static byte[] riffChunk(String type, byte[] body) {
        return little(8 + body.length + (body.length & 1))
                .put(ascii(type))
                .putInt(body.length)
                .put(body)
                .array();
    }

    /** A TIFF structure with nothing but an orientation. */
    static byte[] tiff(int orientation) {
        return little(26)
                .put(ascii("II*\0"))
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .array();
    }

    static ByteBuffer little(int capacity) {
        return ByteBuffer.allocate(capacity).order(ByteOrder.LITTLE_ENDIAN);
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
