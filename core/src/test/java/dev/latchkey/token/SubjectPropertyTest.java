package dev.latchkey.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.account.AccountRef;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NotEmpty;

class SubjectPropertyTest {

    @Property
    void accountIsFoundAgainWhateverItsIdHolds(@ForAll @AlphaChars @NotEmpty String realm, @ForAll String id) {
        AccountRef account = new AccountRef(realm, id);

        assertThat(Subject.parse(Subject.of(account))).contains(account);
    }

    @Property
    void whatIsReadIsWhatWasWritten(@ForAll String text) {
        Subject.parse(text).ifPresent(account -> assertThat(Subject.of(account)).isEqualTo(text));
    }
}
