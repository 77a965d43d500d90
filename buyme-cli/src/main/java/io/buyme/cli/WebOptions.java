package io.buyme.cli;

import io.buyme.catalog.fetch.FetchOptions;
import picocli.CommandLine.Option;

/** How pictures are fetched from the web. */
final class WebOptions {

    @Option(
            names = "--allow-private-addresses",
            description =
                    "Let the feed name pictures on this machine and in private networks. Only for feeds you trust.")
    private boolean privateAddresses;

    @Option(
            names = "--max-image-bytes",
            paramLabel = "N",
            defaultValue = "20000000",
            description = "Refuse pictures from the web that are larger (default: ${DEFAULT-VALUE}).")
    private long maxImageBytes;

    /** Returns what was asked for. */
    FetchOptions fetch() {
        if (maxImageBytes < 1 || maxImageBytes > Integer.MAX_VALUE / 2) {
            throw Usage.wrong("--max-image-bytes must be 1 to 1 GB, got " + maxImageBytes);
        }
        return FetchOptions.standard().withPrivateAddresses(privateAddresses).withMaxBytes(maxImageBytes);
    }
}
