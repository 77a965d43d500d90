package io.buyme.image;

import static java.util.Objects.requireNonNull;

import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import io.buyme.api.Photo;
import io.buyme.image.UnreadableImageException.Reason;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * Decodes pictures of unknown origin: JPEG (grey, color, CMYK and YCCK), PNG, WebP, BMP and the first frame of a GIF.
 *
 * <p>The content decides the format, never the name. Every picture comes out as {@link BufferedImage#TYPE_INT_RGB},
 * turned upright as its EXIF orientation asks, converted to sRGB if it has an ICC profile of three colors (a broken
 * profile is passed over), and on white where it was transparent.
 *
 * <p>Nothing is allocated for a picture beyond the limits: bytes are counted before they are read, pixels before they
 * are decoded. A damaged or truncated picture is refused rather than decoded in part, since the lower half of a person
 * in grey would be searched for like any other.
 *
 * <p>Safe for concurrent use; keeps no state, no temporary file and none of ImageIO's global settings.
 */
public final class ImageDecoder {

    /** The limit on the bytes of one encoded picture unless another is given: 64 MiB. */
    public static final long DEFAULT_MAX_BYTES = 64L << 20;

    /** The limit on the pixels of one picture unless another is given: 64 million, 256 MB when decoded. */
    public static final long DEFAULT_MAX_PIXELS = 64_000_000;

    private static final ImageDecoder STANDARD = withLimits(DEFAULT_MAX_BYTES, DEFAULT_MAX_PIXELS);

    private final long maxBytes;
    private final long maxPixels;

    private ImageDecoder(long maxBytes, long maxPixels) {
        this.maxBytes = maxBytes;
        this.maxPixels = maxPixels;
    }

    /** Returns the decoder with the default limits. */
    public static ImageDecoder standard() {
        return STANDARD;
    }

    /**
     * Returns a decoder with other limits, both inclusive.
     *
     * @throws IllegalArgumentException if a limit is less than one
     */
    public static ImageDecoder withLimits(long maxBytes, long maxPixels) {
        if (maxBytes < 1 || maxPixels < 1) {
            throw new IllegalArgumentException(
                    "limits must be at least 1, got %d bytes and %d pixels".formatted(maxBytes, maxPixels));
        }
        return new ImageDecoder(maxBytes, maxPixels);
    }

    /** Returns a photo that reads this file whenever it is asked to, named after it. */
    public Photo photo(Path file) {
        requireNonNull(file, "file");
        return new LazyPhoto(String.valueOf(file.getFileName()), () -> decode(file));
    }

    /** Returns a photo that decodes these bytes whenever it is asked to. They are not copied: leave them alone. */
    public Photo photo(byte[] bytes, String name) {
        requireNonNull(bytes, "bytes");
        return new LazyPhoto(name, () -> decode(bytes, name));
    }

    /**
     * Decodes a file.
     *
     * @return a new picture that is the caller's
     * @throws UnreadableImageException if the file cannot be read, is beyond the limits or is no sound picture
     */
    public BufferedImage decode(Path file) {
        return decode(read(file), file.toString());
    }

    /**
     * Decodes bytes.
     *
     * @param bytes a whole file; only read
     * @param name for messages, such as the file name or the address
     * @return a new picture that is the caller's
     * @throws UnreadableImageException if the bytes are beyond the limits or no sound picture
     */
    public BufferedImage decode(byte[] bytes, String name) {
        requireNonNull(name, "name");
        if (bytes.length == 0) {
            throw new UnreadableImageException(
                    Reason.EMPTY, "'" + name + "' is empty: not one byte; copy or download it again");
        }
        checkBytes(bytes.length, name);
        Format format = Format.of(bytes)
                .orElseThrow(() -> new UnreadableImageException(
                        Reason.UNKNOWN_FORMAT,
                        "'%s' looks like %s, not a JPEG, PNG, WebP, GIF or BMP picture; convert it to one of these"
                                .formatted(name, Format.describe(bytes))));
        try {
            return decode(Container.of(format, bytes), name);
        } catch (UnreadableImageException e) {
            throw e;
        } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError e) {
            // Readers meet hostile numbers with whatever error comes first, an absurd array size among them.
            throw damaged(format, name, e);
        }
    }

    private BufferedImage decode(Container container, String name) throws IOException {
        ImageReader reader = container.reader().createReaderInstance();
        try (ImageInputStream stream = new ByteArrayImageInputStream(container.pixelStream())) {
            Damage damage = new Damage(container);
            reader.addIIOReadWarningListener(damage);
            reader.setInput(stream, true, true);
            checkPixels(reader.getWidth(0), reader.getHeight(0), name);
            Container.Blocks blocks = container.inspect();
            BufferedImage raw = reader.read(0);
            damage.check();
            Optional<ICC_Profile> profile =
                    Srgb.profile(raw).or(() -> blocks.profile().flatMap(Srgb::profile));
            BufferedImage rgb = RgbPixels.opaque(raw);
            BufferedImage srgb = profile.map(p -> Srgb.convert(rgb, p)).orElse(rgb);
            return blocks.exif()
                    .map(Orientation::of)
                    .orElse(Orientation.UPRIGHT)
                    .upright(srgb);
        } finally {
            reader.dispose();
        }
    }

    /**
     * Reads a file without decoding it, for those who also want to know its content by a hash.
     *
     * @return all bytes of the file, the caller's own
     * @throws UnreadableImageException if the file cannot be read or has more bytes than the limit
     */
    public byte[] read(Path file) {
        if (Files.notExists(file)) {
            throw new UnreadableImageException(
                    Reason.MISSING, "there is no file '" + file + "'; check the path and the working directory");
        }
        if (!Files.isRegularFile(file)) {
            throw new UnreadableImageException(
                    Reason.NOT_A_FILE, "'" + file + "' is a directory or a device; name a picture file");
        }
        try (InputStream in = Files.newInputStream(file)) {
            checkBytes(Files.size(file), file.toString());
            // The file may be growing: never take in more than the limit and the byte that shows it is exceeded.
            return in.readNBytes((int) Math.min(maxBytes + 1, Integer.MAX_VALUE - 8));
        } catch (IOException e) {
            throw new UnreadableImageException(
                    Reason.INACCESSIBLE, "cannot read '" + file + "': " + e + "; check its permissions", e);
        }
    }

    private void checkBytes(long bytes, String name) {
        if (bytes > maxBytes) {
            throw new UnreadableImageException(
                    Reason.TOO_MANY_BYTES,
                    "'%s' has %,d bytes, more than the limit of %,d; make it smaller or raise the limit"
                            .formatted(name, bytes, maxBytes));
        }
    }

    private void checkPixels(int width, int height, String name) throws IOException {
        if (width < 1 || height < 1) {
            throw new IOException("its header says " + width + " x " + height + " pixels");
        }
        if ((long) width * height > maxPixels) {
            throw new UnreadableImageException(
                    Reason.TOO_MANY_PIXELS,
                    "'%s' has %,d x %,d pixels, more than the limit of %,d in all; make it smaller or raise the limit"
                            .formatted(name, width, height, maxPixels));
        }
    }

    private static UnreadableImageException damaged(Format format, String name, Throwable cause) {
        String detail = cause instanceof IOException && cause.getMessage() != null
                ? cause.getMessage()
                : "its decoder failed with " + cause;
        return new UnreadableImageException(
                Reason.DAMAGED,
                "'%s' is a damaged %s picture: %s; download or export it again".formatted(name, format, detail),
                cause);
    }
}
