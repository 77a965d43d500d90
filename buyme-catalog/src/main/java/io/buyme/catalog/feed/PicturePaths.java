package io.buyme.catalog.feed;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Finds the picture that a row names, without letting a feed reach files that are none of its business. */
final class PicturePaths {

    private static final Field FIELD = Field.IMAGE;
    private static final Pattern ADDRESS = Pattern.compile("(?:[A-Za-z][A-Za-z0-9+.-]+:|//).*", Pattern.DOTALL);

    private final Path folder;
    private final boolean anywhere;

    /**
     * Creates the paths of one feed.
     *
     * @param folder to which paths are relative
     * @param anywhere whether they may lead out of it
     */
    PicturePaths(Path folder, boolean anywhere) {
        this.folder = folder;
        this.anywhere = anywhere;
    }

    /** Returns the address of the web, or of the existing file, that a row's text names. */
    URI resolve(String text) throws FieldException {
        if (ADDRESS.matcher(text).matches()) {
            return WebAddress.parse(text)
                    .orElseThrow(() -> new FieldException(
                            FIELD,
                            "'" + text + "' is no address that can be read; wanted one of http or https, or a path"));
        }
        return file(text).toUri();
    }

    private Path file(String text) throws FieldException {
        try {
            Path picture = folder.resolve(text).normalize();
            // Asked before the file is touched, so that the answer does not tell whether a file outside exists.
            requireInside(picture.toAbsolutePath(), folder.toAbsolutePath().normalize(), text);
            if (!Files.exists(picture)) {
                throw new FieldException(FIELD, "no such file: " + text);
            }
            if (!Files.isRegularFile(picture)) {
                throw new FieldException(FIELD, "not a file: " + text);
            }
            requireInside(picture.toRealPath(), folder.toRealPath(), text);
            return picture.toAbsolutePath();
        } catch (InvalidPathException | IOException e) {
            throw new FieldException(FIELD, "cannot use path '" + text + "': " + e.getMessage());
        }
    }

    private void requireInside(Path picture, Path allowed, String text) throws FieldException {
        if (!anywhere && !picture.startsWith(allowed)) {
            throw new FieldException(
                    FIELD, text + " is outside the feed's folder; move it there, or allow pictures anywhere");
        }
    }
}
