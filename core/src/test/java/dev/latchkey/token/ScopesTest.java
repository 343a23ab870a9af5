package dev.latchkey.token;

import static dev.latchkey.token.TestTokens.AUDIENCE;
import static dev.latchkey.token.TestTokens.DOMAIN;
import static dev.latchkey.token.TestTokens.KIOSK;
import static dev.latchkey.token.TestTokens.WEB;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("RFC 6749 §3.3")
class ScopesTest {
    private static final String USERINFO = DOMAIN.userinfoAudience();

    @Test
    void scopesAreReadInTheirOrderAndOnce() {
        assertThat(Scopes.parse("openid")).hasValue(List.of("openid"));
        assertThat(Scopes.parse("b a openid a")).hasValue(List.of("b", "a", "openid"));
        assertThat(Scopes.parse("read:me:factors !#[]~")).hasValue(List.of("read:me:factors", "!#[]~"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", " openid", "openid ", "a  b", "a\tb", "a\nb", "a\"b", "a\\b", "ä", "a\u0000"})
    void malformedScopeIsRefused(String scope) {
        assertThat(Scopes.parse(scope)).isEmpty();
    }

    @Test
    void scopeAsLongAsABodyIsReadAsWell() {
        assertThat(Scopes.parse("a " + "b ".repeat(30_000) + "c")).hasValue(List.of("a", "b", "c"));
        assertThat(Scopes.parse("a ".repeat(30_000))).isEmpty();
    }

    @Test
    void onlyWhatTheClientMayHaveIsGranted() {
        assertThat(Scopes.grant(List.of("openid", "read:orders", "delete:everything"), WEB, DOMAIN, AUDIENCE))
                .containsExactly("openid", "read:orders");
        assertThat(Scopes.grant(List.of("read:orders"), KIOSK, DOMAIN, USERINFO))
                .isEmpty();
    }

    @Test
    void offlineAccessNeedsTheGrantOfRefreshTokens() {
        assertThat(Scopes.grant(List.of("openid", "offline_access"), WEB, DOMAIN, USERINFO))
                .containsExactly("openid", "offline_access");
        assertThat(Scopes.grant(List.of("openid", "offline_access"), KIOSK, DOMAIN, USERINFO))
                .containsExactly("openid");
    }

    @Test
    void scopesOfTheMyAccountApiAreForItsAudienceAlone() {
        List<String> asked = List.of("openid", "create:me:authentication_methods", "read:orders");

        assertThat(Scopes.grant(asked, WEB, DOMAIN, DOMAIN.myAccountAudience()))
                .containsExactly("openid", "create:me:authentication_methods");
        assertThat(Scopes.grant(asked, WEB, DOMAIN, AUDIENCE)).containsExactly("openid", "read:orders");
        assertThat(Scopes.grant(asked, KIOSK, DOMAIN, DOMAIN.myAccountAudience()))
                .containsExactly("openid");
    }

    @Test
    void audienceHasToBeOneOfTheClients() {
        assertThat(Scopes.mayAsk(WEB, DOMAIN, AUDIENCE)).isTrue();
        assertThat(Scopes.mayAsk(WEB, DOMAIN, USERINFO)).isTrue();
        assertThat(Scopes.mayAsk(WEB, DOMAIN, "https://auth.example.com/me/")).isTrue();
        assertThat(Scopes.mayAsk(WEB, DOMAIN, "https://auth.example.com/me")).isFalse();
        assertThat(Scopes.mayAsk(WEB, DOMAIN, "https://other.example.com/me/")).isFalse();
        assertThat(Scopes.mayAsk(KIOSK, DOMAIN, AUDIENCE)).isFalse();
        assertThat(Scopes.mayAsk(KIOSK, DOMAIN, DOMAIN.myAccountAudience())).isFalse();
    }
}
