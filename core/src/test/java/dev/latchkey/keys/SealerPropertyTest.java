package dev.latchkey.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class SealerPropertyTest {
    private final Sealer sealer = SealerTest.sealer("the first secret of all the secrets");

    @Property
    void whatWasSealedIsOpenedForItsPurposeAlone(@ForAll byte[] plain, @ForAll String purpose, @ForAll String other) {
        String sealed = sealer.seal(purpose, plain);

        assertThat(sealer.open(purpose, sealed)).hasValue(plain);
        assertThat(sealer.open(other, sealed).isPresent()).isEqualTo(other.equals(purpose));
    }

    @Property
    void everyChangedByteIsRefused(
            @ForAll byte[] plain, @ForAll @IntRange(min = 1, max = 255) int change, @ForAll int where) {
        byte[] sealed = Base64.getUrlDecoder().decode(sealer.seal("test", plain));
        int at = Math.floorMod(where, sealed.length);
        sealed[at] = (byte) (sealed[at] ^ change);

        assertThat(sealer.open("test", Base64.getUrlEncoder().withoutPadding().encodeToString(sealed)))
                .isEmpty();
    }

    @Property
    void anyOtherTextIsRefused(@ForAll String text) {
        assertThat(sealer.open("test", text)).isEmpty();
    }
}
