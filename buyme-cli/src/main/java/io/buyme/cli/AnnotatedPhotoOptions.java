package io.buyme.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Photos and what is in them. */
final class AnnotatedPhotoOptions {

    @Option(names = "--coco", required = true, paramLabel = "FILE", description = "COCO annotations of the photos.")
    @SuppressWarnings("NullAway.Init") // picocli refuses a command line without it
    private Path coco;

    @Option(names = "--images", required = true, paramLabel = "DIR", description = "Folder of the photos.")
    @SuppressWarnings("NullAway.Init") // picocli refuses a command line without it
    private Path images;

    Path coco() {
        return coco;
    }

    Path images() {
        return images;
    }
}
