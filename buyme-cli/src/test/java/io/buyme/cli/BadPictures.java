package io.buyme.cli;

import io.buyme.image.ImageEncoder;
import io.buyme.testkit.lookbook.LookBook;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;

/** Files that are no good pictures. */
final class BadPictures {

    private BadPictures() {}

    static Path truncated(Path folder) throws IOException {
        byte[] whole = ImageEncoder.jpeg(LookBook.withSeed(1).item(0).picture(), 0.9f);
        return Files.write(folder.resolve("truncated.jpg"), Arrays.copyOf(whole, whole.length / 2));
    }

    static Path text(Path folder) throws IOException {
        return Files.writeString(folder.resolve("text.jpg"), "I am not a picture, whatever my name says.");
    }

    static Path empty(Path folder) throws IOException {
        return Files.write(folder.resolve("empty.jpg"), new byte[0]);
    }

    /** A PNG whose header says 60,000 x 60,000 pixels, and which ends there. */
    static Path huge(Path folder) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeLong(0x89504e470d0a1a0aL);
        chunk(out, "IHDR", new byte[] {0, 0, (byte) 0xea, 0x60, 0, 0, (byte) 0xea, 0x60, 8, 2, 0, 0, 0});
        chunk(out, "IDAT", new byte[0]);
        chunk(out, "IEND", new byte[0]);
        return Files.write(folder.resolve("huge.png"), bytes.toByteArray());
    }

    private static void chunk(DataOutputStream out, String type, byte[] data) throws IOException {
        byte[] name = type.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data);
        out.writeInt(data.length);
        out.write(name);
        out.write(data);
        out.writeInt((int) crc.getValue());
    }
}
