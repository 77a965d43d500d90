package io.buyme.catalog.fetch;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How pictures are fetched.
 *
 * @param privateAddresses whether addresses of this machine and of private networks may be asked. Leave it false for feeds
 *     from others: a row could otherwise have this process ask servers that its writer cannot reach
 * @param maxBytes of one picture
 * @param maxRedirects that are followed for one picture
 * @param connectTimeout for a connection to be made
 * @param readTimeout for the server to say something, each time
 * @param totalTimeout for one attempt, from the connection to the last byte
 * @param attempts in all, where a server is busy or a connection breaks
 * @param firstPause before the second attempt; each further one is twice as long, less up to a half at random
 * @param maxPause between two attempts, whatever the server asks for
 * @param perHost how many pictures are fetched from one host at a time
 * @param userAgent what servers are told of who asks
 */
public record FetchOptions(
        boolean privateAddresses,
        long maxBytes,
        int maxRedirects,
        Duration connectTimeout,
        Duration readTimeout,
        Duration totalTimeout,
        int attempts,
        Duration firstPause,
        Duration maxPause,
        int perHost,
        String userAgent) {

    /** Checks the limits. */
    public FetchOptions {
        requireNonNull(connectTimeout, "connectTimeout");
        requireNonNull(readTimeout, "readTimeout");
        requireNonNull(totalTimeout, "totalTimeout");
        requireNonNull(firstPause, "firstPause");
        requireNonNull(maxPause, "maxPause");
        requireNonNull(userAgent, "userAgent");
        if (maxBytes < 1 || maxBytes > Integer.MAX_VALUE - 16) {
            throw new IllegalArgumentException("a picture has 1 byte to 2 GB, got a limit of " + maxBytes);
        }
        if (maxRedirects < 0 || attempts < 1 || perHost < 1) {
            throw new IllegalArgumentException(
                    "wanted at least 0 redirects, 1 attempt and 1 per host, got %d, %d and %d"
                            .formatted(maxRedirects, attempts, perHost));
        }
    }

    /** Returns public addresses only, 20 MB, 5 redirects, 10, 15 and 60 seconds, 3 attempts, 4 per host. */
    public static FetchOptions standard() {
        return new FetchOptions(
                false,
                20_000_000,
                5,
                Duration.ofSeconds(10),
                Duration.ofSeconds(15),
                Duration.ofSeconds(60),
                3,
                Duration.ofSeconds(1),
                Duration.ofSeconds(30),
                4,
                "BuyMe-Catalog");
    }

    /** Returns these options with private addresses allowed, or not. */
    public FetchOptions withPrivateAddresses(boolean allowed) {
        return new FetchOptions(
                allowed,
                maxBytes,
                maxRedirects,
                connectTimeout,
                readTimeout,
                totalTimeout,
                attempts,
                firstPause,
                maxPause,
                perHost,
                userAgent);
    }

    /** Returns these options with another limit on the size. */
    public FetchOptions withMaxBytes(long other) {
        return new FetchOptions(
                privateAddresses,
                other,
                maxRedirects,
                connectTimeout,
                readTimeout,
                totalTimeout,
                attempts,
                firstPause,
                maxPause,
                perHost,
                userAgent);
    }

    /** Returns these options with other limits on time: to connect, for each sign of life, and in total. */
    public FetchOptions withTimeouts(Duration connect, Duration read, Duration total) {
        return new FetchOptions(
                privateAddresses,
                maxBytes,
                maxRedirects,
                connect,
                read,
                total,
                attempts,
                firstPause,
                maxPause,
                perHost,
                userAgent);
    }

    /** Returns these options with so many attempts, so far apart. */
    public FetchOptions withAttempts(int number, Duration first, Duration max) {
        return new FetchOptions(
                privateAddresses,
                maxBytes,
                maxRedirects,
                connectTimeout,
                readTimeout,
                totalTimeout,
                number,
                first,
                max,
                perHost,
                userAgent);
    }

    /** Returns these options with so many pictures of one host at a time. */
    public FetchOptions withPerHost(int number) {
        return new FetchOptions(
                privateAddresses,
                maxBytes,
                maxRedirects,
                connectTimeout,
                readTimeout,
                totalTimeout,
                attempts,
                firstPause,
                maxPause,
                number,
                userAgent);
    }
}
