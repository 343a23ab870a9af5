package dev.latchkey.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class AddressRangePropertyTest {

    @Property(tries = 1000)
    void addressOfVersion4IsOfTheRangeWhoseBitsItBeginsWith(
            @ForAll @Size(4) byte[] network,
            @ForAll @IntRange(max = 32) int bits,
            @ForAll @IntRange(max = 31) int flipped)
            throws UnknownHostException {
        assertMembership(network, bits, flipped);
    }

    @Property(tries = 1000)
    void addressOfVersion6IsOfTheRangeWhoseBitsItBeginsWith(
            @ForAll @Size(16) byte[] network,
            @ForAll @IntRange(max = 128) int bits,
            @ForAll @IntRange(max = 127) int flipped)
            throws UnknownHostException {
        network[0] |= 0x20;
        assertMembership(network, bits, flipped);
    }

    /** With one bit flipped an address is in the range if that bit does not count. */
    private static void assertMembership(byte[] network, int bits, int flipped) throws UnknownHostException {
        AddressRange range = AddressRange.of(text(network) + "/" + bits).orElseThrow();
        byte[] other = network.clone();
        other[flipped / 8] = (byte) (other[flipped / 8] ^ 0x80 >> flipped % 8);

        assertThat(range.contains(text(network))).isTrue();
        assertThat(range.contains(text(other))).isEqualTo(flipped >= bits);
        assertThat(bits == 0 || !range.contains(text(inverted(network)))).isTrue();
    }

    private static byte[] inverted(byte[] address) {
        byte[] inverted = address.clone();
        inverted[0] = (byte) ~inverted[0];
        return inverted;
    }

    private static String text(byte[] address) throws UnknownHostException {
        return InetAddress.getByAddress(address).getHostAddress();
    }
}
