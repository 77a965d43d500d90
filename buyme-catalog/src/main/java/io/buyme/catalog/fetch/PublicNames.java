package io.buyme.catalog.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Finds the public addresses of a host. The connection is made to what is returned here and to nothing else, so a name
 * cannot be of a public address when it is checked and of a private one when it is used; that of a redirect comes here too.
 */
final class PublicNames implements DnsResolver {

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] all = InetAddress.getAllByName(host);
        InetAddress[] found =
                Arrays.stream(all).filter(PublicAddresses::contain).toArray(InetAddress[]::new);
        if (found.length == 0) {
            throw new PrivateAddressException(host, all[0]);
        }
        return found;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    /** A host has no public address. */
    static final class PrivateAddressException extends UnknownHostException {

        private static final long serialVersionUID = 1L;

        PrivateAddressException(String host, InetAddress address) {
            super("%s is the private address %s; allow private addresses if the feed is to be trusted"
                    .formatted(host, address.getHostAddress()));
        }
    }
}
