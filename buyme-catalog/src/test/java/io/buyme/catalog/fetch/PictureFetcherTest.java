package io.buyme.catalog.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PictureFetcherTest {

    private static final byte[] PICTURE = {1, 2, 3, 4, 5};
    private static final FetchOptions HERE = FetchOptions.standard()
            .withPrivateAddresses(true)
            .withMaxBytes(1_000_000)
            .withTimeouts(Duration.ofSeconds(2), Duration.ofMillis(500), Duration.ofMillis(1500))
            .withAttempts(3, Duration.ofMillis(5), Duration.ofMillis(50));

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger requests = new AtomicInteger();

    PictureFetcherTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    private URI on(String path, HttpHandler handler) {
        server.createContext(path, exchange -> {
            requests.incrementAndGet();
            try (exchange) {
                handler.handle(exchange);
            }
        });
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private static void answer(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private static void picture(HttpExchange exchange) throws IOException {
        answer(exchange, 200, "image/png", PICTURE);
    }

    private static void redirect(HttpExchange exchange, String to) throws IOException {
        exchange.getResponseHeaders().set("Location", to);
        exchange.sendResponseHeaders(302, -1);
    }

    private static byte[] fetch(URI address, FetchOptions options) {
        try (PictureFetcher fetcher = new PictureFetcher(options)) {
            return fetcher.fetch(address);
        }
    }

    private static void assertFails(URI address, FetchOptions options, String reason) {
        assertThatExceptionOfType(FetchException.class)
                .isThrownBy(() -> fetch(address, options))
                .withMessageContaining(address.toString())
                .withMessageContaining(reason);
    }

    @Test
    void fetchesAPictureAndSaysWhoAsks() {
        StringBuilder agent = new StringBuilder();
        URI address = on("/a.png", exchange -> {
            agent.append(exchange.getRequestHeaders().getFirst("User-Agent"));
            picture(exchange);
        });
        assertThat(fetch(address, HERE)).isEqualTo(PICTURE);
        assertThat(agent).hasToString("BuyMe-Catalog");
    }

    @Test
    void refusesPrivateAddressesUnlessAllowed() {
        URI address = on("/a.png", PictureFetcherTest::picture);
        FetchOptions strict = HERE.withPrivateAddresses(false);
        assertFails(address, strict, "is the private address 127.0.0.1; allow private addresses");
        int port = server.getAddress().getPort();
        for (String host : List.of("localhost", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0", "2130706433", "0177.0.0.1")) {
            assertThatExceptionOfType(FetchException.class)
                    .as(host)
                    .isThrownBy(() -> fetch(URI.create("http://" + host + ":" + port + "/a.png"), strict));
        }
        assertThat(requests).hasValue(0);
    }

    @Test
    void followsRedirectsButNotForEver() {
        on("/there.png", PictureFetcherTest::picture);
        assertThat(fetch(on("/moved.png", e -> redirect(e, "/there.png")), HERE))
                .isEqualTo(PICTURE);

        assertFails(on("/loop.png", e -> redirect(e, "/loop.png")), HERE, "redirect");
        AtomicInteger step = new AtomicInteger();
        assertFails(on("/on", e -> redirect(e, "/on/" + step.incrementAndGet())), HERE, "redirect");
        assertThat(step.get()).isLessThanOrEqualTo(HERE.maxRedirects() + 1);
        assertFails(on("/file", e -> redirect(e, "file:///etc/passwd")), HERE, "file");
    }

    @Test
    void isNotLedToAPrivateAddressByARedirect() {
        PublicNames rule = new PublicNames();
        DnsResolver names = new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                return host.equals("shop.test")
                        ? new InetAddress[] {InetAddress.getLoopbackAddress()}
                        : rule.resolve(host);
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
        int port = on("/a.png", PictureFetcherTest::picture).getPort();
        try (PictureFetcher fetcher = new PictureFetcher(HERE.withPrivateAddresses(false), names)) {
            for (String target :
                    List.of("http://127.0.0.1:" + port, "http://localhost:" + port, "http://169.254.169.254")) {
                String path = "/out/" + target.hashCode();
                on(path, e -> redirect(e, target + "/a.png"));
                assertThatExceptionOfType(FetchException.class)
                        .isThrownBy(() -> fetcher.fetch(URI.create("http://shop.test:" + port + path)))
                        .withMessageContaining("is the private address");
            }
            assertThat(fetcher.fetch(URI.create("http://shop.test:" + port + "/a.png")))
                    .isEqualTo(PICTURE);
        }
    }

    @Test
    void triesAgainWhereTheServerIsBusy() {
        AtomicInteger times = new AtomicInteger();
        URI address = on("/busy.png", exchange -> {
            if (times.incrementAndGet() < 3) {
                exchange.getResponseHeaders().set("Retry-After", "0");
                answer(exchange, times.get() == 1 ? 503 : 429, "text/plain", new byte[1000]);
            } else {
                picture(exchange);
            }
        });
        assertThat(fetch(address, HERE)).isEqualTo(PICTURE);
        assertThat(times).hasValue(3);
        assertFails(on("/never.png", e -> answer(e, 500, "text/plain", new byte[0])), HERE, "answers 500 (3 attempts)");
    }

    @Test
    void doesNotTryAgainWhereItIsOfNoUse() {
        assertFails(on("/none.png", e -> answer(e, 404, "text/html", PICTURE)), HERE, "answers 404");
        assertFails(
                on("/page", e -> answer(e, 200, "text/html; charset=utf-8", PICTURE)),
                HERE,
                "is no picture but text/html");
        assertThat(requests).hasValue(2);
        assertThat(fetch(on("/vague", e -> answer(e, 200, "application/octet-stream", PICTURE)), HERE))
                .isEqualTo(PICTURE);
    }

    @Test
    void takesNoMoreThanTheLimitWhateverTheServerSays() {
        assertThat(fetch(on("/exact", e -> answer(e, 200, "image/png", new byte[1000])), HERE.withMaxBytes(1000)))
                .hasSize(1000);
        assertFails(
                on("/large", e -> answer(e, 200, "image/png", new byte[1001])),
                HERE.withMaxBytes(1000),
                "more than 1,000 bytes");
        assertFails(on("/endless", PictureFetcherTest::sendForEver), HERE, "more than 1,000,000 bytes");
        assertThat(requests).hasValue(3);
    }

    private static void sendForEver(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        OutputStream body = exchange.getResponseBody();
        byte[] block = new byte[10_000];
        while (true) {
            body.write(block);
        }
    }

    @Test
    void doesNotWaitForSlowServers() {
        FetchOptions once = HERE.withAttempts(1, Duration.ZERO, Duration.ZERO);
        assertFails(on("/silent", e -> sleep(3000)), once, "timed out");
        assertFails(
                on("/drip", exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    for (int i = 0; i < 100; i++) {
                        exchange.getResponseBody().write(1);
                        exchange.getResponseBody().flush();
                        sleep(100);
                    }
                }),
                once,
                "took longer than 1500 ms");
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void triesAgainWhereTheConnectionBreaks() {
        AtomicInteger times = new AtomicInteger();
        URI address = on("/broken.png", exchange -> {
            if (times.incrementAndGet() == 1) {
                exchange.sendResponseHeaders(200, 100);
                exchange.getResponseBody().write(PICTURE);
                throw new IOException("the cable is cut");
            }
            picture(exchange);
        });
        assertThat(fetch(address, HERE)).isEqualTo(PICTURE);
        assertThat(times).hasValue(2);
    }

    @Test
    void asksOneHostForAFewAtATime() throws Exception {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        URI address = on("/a.png", exchange -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            sleep(20);
            now.decrementAndGet();
            picture(exchange);
        });
        ExecutorService clients = Executors.newFixedThreadPool(12);
        try (PictureFetcher fetcher = new PictureFetcher(HERE.withPerHost(3))) {
            List<Future<byte[]>> all = java.util.stream.IntStream.range(0, 40)
                    .mapToObj(i -> clients.submit(() -> fetcher.fetch(address)))
                    .toList();
            for (Future<byte[]> one : all) {
                assertThat(Arrays.equals(one.get(), PICTURE)).isTrue();
            }
        } finally {
            clients.shutdownNow();
        }
        assertThat(most.get()).isBetween(2, 3);
    }

    @Test
    void leavesAHostAloneThatIsDown() {
        URI address = on("/a.png", PictureFetcherTest::picture);
        URI other = URI.create(address.toString().replace("127.0.0.1", "localhost"));
        server.stop(0);
        try (PictureFetcher fetcher = new PictureFetcher(HERE.withAttempts(1, Duration.ZERO, Duration.ZERO))) {
            for (int i = 0; i < 5; i++) {
                assertThatExceptionOfType(FetchException.class)
                        .isThrownBy(() -> fetcher.fetch(address))
                        .withMessageNotContaining("in a row");
            }
            assertThatExceptionOfType(FetchException.class)
                    .isThrownBy(() -> fetcher.fetch(address))
                    .withMessageContaining("127.0.0.1 did not answer 5 times in a row");
            assertThatExceptionOfType(FetchException.class)
                    .as("another host")
                    .isThrownBy(() -> fetcher.fetch(other))
                    .withMessageNotContaining("in a row");
        }
    }

    @Test
    void stopsWhenInterrupted() {
        URI address = on("/a.png", e -> answer(e, 503, "text/plain", new byte[0]));
        Thread.currentThread().interrupt();
        assertThatExceptionOfType(FetchException.class)
                .isThrownBy(() -> fetch(address, HERE))
                .withMessageContaining("interrupted");
        assertThat(Thread.interrupted()).isTrue();
    }
}
