package dev.latchkey.config;

import com.google.common.net.InetAddresses;
import dev.latchkey.passkey.Bytes;
import java.net.InetAddress;
import java.util.Optional;

/**
 * The addresses that begin with the same bits (RFC 4632 §3.1).
 *
 * @param network one of them
 * @param bits how many of them count
 */
public record AddressRange(Bytes network, int bits) {

    /** What a text stands for: an address, or one with {@code /} and a number of bits; never asks the name service. */
    public static Optional<AddressRange> of(String text) {
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        Optional<InetAddress> parsed = parse(address);
        if (parsed.isEmpty()) {
            return Optional.empty();
        }
        byte[] network = parsed.get().getAddress();
        int all = network.length * Byte.SIZE;
        return (slash < 0 ? Optional.of(all) : bits(text.substring(slash + 1), all))
                .map(bits -> new AddressRange(Bytes.of(network), bits));
    }

    /** Whether an address as text is one of them; a text that is no address is not. */
    public boolean contains(String address) {
        return parse(address).filter(known -> agrees(known.getAddress())).isPresent();
    }

    /**
     * The address that a text is; of a scoped one ({@code fe80::1%eth0}, RFC 4007 §11) the address without its zone, which only this machine
     * could make sense of. Never asks the name service.
     */
    public static Optional<InetAddress> parse(String text) {
        int zone = text.indexOf('%');
        String address = zone < 0 ? text : text.substring(0, zone);
        return InetAddresses.isInetAddress(address) ? Optional.of(InetAddresses.forString(address)) : Optional.empty();
    }

    private static Optional<Integer> bits(String text, int all) {
        return Optional.of(text)
                .filter(digits -> digits.matches("0|[1-9][0-9]{0,2}"))
                .map(Integer::parseInt)
                .filter(bits -> bits <= all);
    }

    private boolean agrees(byte[] address) {
        byte[] first = network.toArray();
        if (first.length != address.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> bit % Byte.SIZE;
            if (((first[bit / Byte.SIZE] ^ address[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
