package io.buyme.catalog.fetch;

import com.google.common.util.concurrent.Striped;
import com.google.common.util.concurrent.ThreadFactoryBuilder;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.io.Closer;

/**
 * Fetches pictures. Safe for concurrent use; a thread waits while others have as much under way with the same host as the
 * options allow.
 */
public final class PictureFetcher implements AutoCloseable {

    private static final int HOSTS = 1024;
    private static final int PATIENCE = 5;

    private final FetchOptions options;
    private final Pause pause;
    private final CloseableHttpClient client;
    private final Striped<Semaphore> hosts;
    private final SilentHosts silent = new SilentHosts(PATIENCE, Duration.ofMinutes(1));
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(new ThreadFactoryBuilder()
            .setNameFormat("buyme-fetch-clock")
            .setDaemon(true)
            .build());

    /** Creates a fetcher, which the caller closes. */
    public PictureFetcher(FetchOptions options) {
        this(options, options.privateAddresses() ? SystemDefaultDnsResolver.INSTANCE : new PublicNames());
    }

    PictureFetcher(FetchOptions options, DnsResolver names) {
        this.options = options;
        this.pause = new Pause(options.firstPause(), options.maxPause());
        this.client = HttpClients.of(options, names);
        this.hosts = Striped.semaphore(HOSTS, options.perHost());
    }

    /**
     * Fetches a picture.
     *
     * @param address of scheme http or https
     * @return its bytes, the caller's own; whether they are those of a picture is not checked
     * @throws FetchException if it cannot be had, for whatever reason
     */
    public byte[] fetch(URI address) {
        String host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
        if (silent.contains(host)) {
            throw new FetchException(
                    "cannot fetch %s: %s did not answer %d times in a row and is not asked for a minute"
                            .formatted(address, host, PATIENCE));
        }
        for (int attempt = 1; ; attempt++) {
            try {
                Answer answer = attempt(address, host);
                silent.answered(host);
                if (answer instanceof Answer.Bytes picture) {
                    return picture.bytes();
                }
                Answer.Busy busy = (Answer.Busy) answer;
                if (attempt >= options.attempts()) {
                    throw new FetchException("%s answers %d%s".formatted(address, busy.status(), times(attempt)));
                }
                sleep(attempt, busy.retryAfter());
            } catch (IOException e) {
                if (attempt >= options.attempts() || !mayPass(e)) {
                    noteSilence(host, e);
                    throw new FetchException("cannot fetch %s: %s%s".formatted(address, reason(e), times(attempt)), e);
                }
                sleep(attempt, Optional.empty());
            }
        }
    }

    private void noteSilence(String host, IOException e) {
        if (mayPass(e)) {
            silent.silent(host);
        } else {
            silent.answered(host);
        }
    }

    private Answer attempt(URI address, String hostName) throws IOException {
        HttpGet request = new HttpGet(address);
        request.setHeader(HttpHeaders.ACCEPT, "image/*,*/*;q=0.5");
        Semaphore host = hosts.get(hostName);
        acquire(host);
        AtomicBoolean late = new AtomicBoolean();
        long millis = options.totalTimeout().toMillis();
        ScheduledFuture<?> end = clock.schedule(() -> cancel(request, late), millis, TimeUnit.MILLISECONDS);
        try {
            return answer(request);
        } catch (IOException e) {
            throw late.get() ? new InterruptedIOException("took longer than " + millis + " ms") : e;
        } finally {
            end.cancel(false);
            host.release();
        }
    }

    private static void cancel(HttpGet request, AtomicBoolean late) {
        late.set(true);
        request.cancel();
    }

    /** Breaks the connection off if the answer was not read to its end: closing it would read on, however long it is. */
    private Answer answer(HttpGet request) throws IOException {
        ClassicHttpResponse response = client.executeOpen(null, request, null);
        boolean whole = false;
        try {
            Answer answer = Answer.of(response, options.maxBytes());
            whole = answer instanceof Answer.Bytes;
            return answer;
        } finally {
            if (!whole) {
                request.cancel();
            }
            Closer.closeQuietly(response);
        }
    }

    private static void acquire(Semaphore host) {
        try {
            host.acquire();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private void sleep(int failed, Optional<String> retryAfter) {
        try {
            Thread.sleep(pause.after(failed, retryAfter, Instant.now(), ThreadLocalRandom.current())
                    .toMillis());
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static FetchException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new FetchException("was interrupted", e);
    }

    /** Tells whether another attempt may do better: not where an address, a certificate or a redirect is at fault. */
    private static boolean mayPass(IOException e) {
        return !(e instanceof PublicNames.PrivateAddressException
                || e instanceof SSLException
                || e instanceof ClientProtocolException
                || e instanceof Answer.UnwantedException);
    }

    private static String reason(IOException e) {
        Throwable told = e instanceof ClientProtocolException && e.getCause() != null ? e.getCause() : e;
        return told.getMessage() == null ? told.getClass().getSimpleName() : told.getMessage();
    }

    private static String times(int attempts) {
        return attempts > 1 ? " (" + attempts + " attempts)" : "";
    }

    @Override
    public void close() {
        clock.shutdownNow();
        try {
            client.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
