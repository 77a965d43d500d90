package io.buyme.index;

import io.buyme.api.BuyMeException;
import io.buyme.api.StageKind;
import java.nio.file.Path;

/** A file is no snapshot of an index, or a damaged one, or of a format that this version does not read. */
public final class IndexFormatException extends BuyMeException {

    private static final long serialVersionUID = 1L;

    IndexFormatException(String providerId, Path file, String problem) {
        super(
                StageKind.INDEX,
                providerId,
                "cannot load %s: %s; restore the file from a backup, or delete it and build the index anew"
                        .formatted(file, problem),
                null);
    }
}
