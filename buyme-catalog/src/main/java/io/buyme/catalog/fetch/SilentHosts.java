package io.buyme.catalog.fetch;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import java.time.Duration;

/**
 * Hosts that did not answer several times in a row. They are not asked for a while: a feed whose pictures are all on a host
 * that is down would otherwise take days. Safe for concurrent use.
 */
final class SilentHosts {

    private static final int MAX_HOSTS = 10_000;

    private final int patience;
    private final Cache<String, Integer> silences;

    /**
     * Creates it.
     *
     * @param patience how often a host may be silent
     * @param rest how long it is not asked then
     */
    SilentHosts(int patience, Duration rest) {
        this.patience = patience;
        this.silences = CacheBuilder.newBuilder()
                .maximumSize(MAX_HOSTS)
                .expireAfterWrite(rest)
                .build();
    }

    boolean contains(String host) {
        Integer silent = silences.getIfPresent(host);
        return silent != null && silent >= patience;
    }

    void silent(String host) {
        silences.asMap().merge(host, 1, Integer::sum);
    }

    void answered(String host) {
        silences.invalidate(host);
    }
}
