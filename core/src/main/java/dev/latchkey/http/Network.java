package dev.latchkey.http;

import com.google.common.net.InetAddresses;
import dev.latchkey.config.AddressRange;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** Whom an address belongs to, as far as one can tell: of IPv6 a network of 64 bits, of which one connection has all addresses (RFC 6177). */
final class Network {
    private static final int PREFIX_BYTES = 8;
    private static final int MAX_LENGTH = 64;

    private Network() {}

    /** One text for all addresses of one network; what is no address stands for itself. */
    static String of(String address) {
        return AddressRange.parse(address)
                .map(parsed -> parsed instanceof Inet6Address six ? prefix(six) : InetAddresses.toAddrString(parsed))
                .orElseGet(() -> address.substring(0, Math.min(MAX_LENGTH, address.length())));
    }

    private static String prefix(Inet6Address address) {
        byte[] bytes = address.getAddress();
        Arrays.fill(bytes, PREFIX_BYTES, bytes.length, (byte) 0);
        try {
            return InetAddresses.toAddrString(InetAddress.getByAddress(bytes)) + "/64";
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}
