package dev.latchkey.passkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class BytesPropertyTest {

    @Property
    void whatWasEncodedIsDecoded(@ForAll byte[] bytes) {
        assertThat(Bytes.fromBase64Url(Bytes.of(bytes).toBase64Url())).isEqualTo(Bytes.of(bytes));
    }

    @Property
    void foreignCharacterIsRefusedWhereverItStands(
            @ForAll byte[] bytes, @ForAll("foreign") char foreign, @ForAll int where) {
        String text = Bytes.of(bytes).toBase64Url();
        int at = Math.floorMod(where, text.length() + 1);

        assertThatThrownBy(() -> Bytes.fromBase64Url(text.substring(0, at) + foreign + text.substring(at)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Provide
    Arbitrary<Character> foreign() {
        return Arbitraries.chars().all().filter(each -> !Character.toString(each)
                .matches("[A-Za-z0-9_-]"));
    }
}
