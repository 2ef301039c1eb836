package io.vinbridge.publishing.webhooks;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** A block of addresses in CIDR notation, such as {@code 10.0.0.0/8}. */
record AddressBlock(byte[] network, int bits) {

    static AddressBlock of(String cidr) {
        String[] parts = cidr.split("/", 2);
        try {
            return new AddressBlock(InetAddress.getByName(parts[0]).getAddress(), Integer.parseInt(parts[1]));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(cidr + " is no block of addresses", e);
        }
    }

    boolean contains(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length != network.length) {
            return false;
        }
        for (int i = 0; i < bits; i++) {
            int mask = 0x80 >> (i % 8);
            if ((bytes[i / 8] & mask) != (network[i / 8] & mask)) {
                return false;
            }
        }
        return true;
    }
}
