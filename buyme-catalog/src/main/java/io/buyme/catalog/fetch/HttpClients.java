package io.buyme.catalog.fetch;

import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.util.Timeout;

/** Makes HTTP clients that keep nothing between requests but open connections. */
final class HttpClients {

    private static final int MAX_CONNECTIONS = 256;

    private HttpClients() {}

    static CloseableHttpClient of(FetchOptions options, DnsResolver names) {
        Timeout read = Timeout.of(options.readTimeout());
        PoolingHttpClientConnectionManagerBuilder connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(names)
                .setMaxConnTotal(MAX_CONNECTIONS)
                .setMaxConnPerRoute(options.perHost())
                .setDefaultSocketConfig(SocketConfig.custom().setSoTimeout(read).build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(options.connectTimeout()))
                        .setSocketTimeout(read)
                        .build());
        RequestConfig requests = RequestConfig.custom()
                .setRedirectsEnabled(options.maxRedirects() > 0)
                .setMaxRedirects(options.maxRedirects())
                .setCircularRedirectsAllowed(false)
                .setResponseTimeout(read)
                .setConnectionRequestTimeout(Timeout.of(options.totalTimeout()))
                .build();
        return HttpClientBuilder.create()
                .setConnectionManager(connections.build())
                .setDefaultRequestConfig(requests)
                .setUserAgent(options.userAgent())
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }
}
