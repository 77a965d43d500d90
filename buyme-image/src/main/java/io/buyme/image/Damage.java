package io.buyme.image;

import java.io.IOException;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import org.jspecify.annotations.Nullable;

/** Listens to a reader that goes on where pixels are missing, and remembers the first such warning. */
final class Damage implements IIOReadWarningListener {

    private final Container container;
    private @Nullable String first;

    Damage(Container container) {
        this.container = container;
    }

    @Override
    public void warningOccurred(ImageReader source, String warning) {
        if (first == null && container.isDamage(warning)) {
            first = warning;
        }
    }

    /** Throws if pixels were missing. */
    void check() throws IOException {
        if (first != null) {
            throw new IOException("its pixels are incomplete (" + first + ")");
        }
    }
}
