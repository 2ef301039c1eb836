package io.vinbridge.publishing.webhooks;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.springframework.stereotype.Component;

/**
 * The addresses of receivers. A host is resolved once for a connection, all of its addresses are looked at, and the
 * connection goes to one of just these: an answer of the name server that is another a moment later changes nothing.
 */
@Component
class ReachableAddresses implements DnsResolver {

    /** IANA's special-purpose blocks, and what is no single host. */
    private static final List<AddressBlock> SPECIAL_4 = List.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    // Azure's own services, which every machine there reaches.
                    "168.63.129.16/32",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/4",
                    "240.0.0.0/4")
            .stream()
            .map(AddressBlock::of)
            .toList();

    private static final AddressBlock GLOBAL_6 = AddressBlock.of("2000::/3");

    /** Within it, what is special, and what carries another address inside (Teredo, 6to4). */
    private static final List<AddressBlock> SPECIAL_6 =
            List.of("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20").stream()
                    .map(AddressBlock::of)
                    .toList();

    private final WebhookSettings settings;

    ReachableAddresses(WebhookSettings settings) {
        this.settings = settings;
    }

    /**
     * All addresses of a host.
     *
     * @throws RefusedAddress if any of them is not open to webhooks
     */
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = SystemDefaultDnsResolver.INSTANCE.resolve(host);
        for (InetAddress address : addresses) {
            if (!settings.privateAddresses() && !open(address)) {
                throw new RefusedAddress();
            }
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
        return SystemDefaultDnsResolver.INSTANCE.resolveCanonicalHostname(host);
    }

    /** Java gives an IPv4 address that is mapped into IPv6 as the IPv4 address it is. */
    static boolean open(InetAddress address) {
        return address instanceof Inet4Address
                ? SPECIAL_4.stream().noneMatch(block -> block.contains(address))
                : GLOBAL_6.contains(address) && SPECIAL_6.stream().noneMatch(block -> block.contains(address));
    }

    /** A host that webhooks may not lead to. */
    static final class RefusedAddress extends UnknownHostException {

        private static final long serialVersionUID = 1;

        /** It does not say which: names inside a network are nothing to be found out here. */
        RefusedAddress() {
            super("the host is not a public address; vinbridge.webhooks.private-addresses allows others");
        }
    }
}
