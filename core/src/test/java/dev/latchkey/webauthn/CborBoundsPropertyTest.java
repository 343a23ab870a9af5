package dev.latchkey.webauthn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.Size;

class CborBoundsPropertyTest {

    /** An item ends where it says, whatever follows; and of what ends, nothing less is whole. */
    @Property(tries = 1000)
    void itemIsRefusedOrIsWholeAndNoLonger(@ForAll("items") byte[] bytes, @ForAll @Size(max = 8) byte[] following) {
        int end;
        try {
            end = CborBounds.end(bytes, 0);
        } catch (WebAuthnException e) {
            return;
        }
        byte[] longer = Arrays.copyOf(bytes, bytes.length + following.length);
        System.arraycopy(following, 0, longer, bytes.length, following.length);

        assertThat(end).isBetween(1, bytes.length);
        assertThat(CborBounds.end(longer, 0)).isEqualTo(end);
        for (int length = 0; length < end; length++) {
            byte[] shorter = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> CborBounds.end(shorter, 0)).isInstanceOf(WebAuthnException.class);
        }
    }

    /** Heads with small arguments come often, so that many of these are items. */
    @Provide
    Arbitrary<byte[]> items() {
        Arbitrary<Byte> heads = Arbitraries.integers()
                .between(0, 5)
                .flatMap(type -> Arbitraries.integers().between(0, 4).map(argument -> (byte) (type << 5 | argument)));
        return Arbitraries.frequencyOf(Tuple.of(5, heads), Tuple.of(1, Arbitraries.bytes()))
                .array(byte[].class)
                .ofMinSize(1)
                .ofMaxSize(24);
    }
}
