package dev.latchkey.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.account.ProfileMember;
import dev.latchkey.json.Json;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfilesTest {

    @Test
    void everyMemberOfTheContractIsRead() {
        var json = Json.object();
        for (ProfileMember member : ProfileMember.values()) {
            json.put(member.wireName(), member == ProfileMember.PICTURE ? "https://example.com/a.png" : "text");
        }

        assertThat(Profiles.read(json).members()).hasSize(ProfileMember.values().length);
        assertThat(Profiles.read(Json.object().put("name", "  Ada 漢 👩‍💻 ")).members())
                .isEqualTo(Map.of(ProfileMember.NAME, "Ada 漢 👩‍💻"));
    }

    @ParameterizedTest
    @CsvSource({
        "email, 320",
        "username, 128",
        "name, 300",
        "nickname, 300",
        "given_name, 150",
        "family_name, 150",
        "phone_number, 16"
    })
    void lengthIsBounded(String member, int greatest) {
        assertThat(Profiles.read(Json.object().put(member, "x".repeat(greatest)))
                        .members())
                .hasSize(1);
        assertRefused("{\"%s\":\"%s\"}".formatted(member, "x".repeat(greatest + 1)), member);
        assertRefused("{\"%s\":\"\"}".formatted(member), member);
        assertRefused("{\"%s\":\" \"}".formatted(member), member);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":1}",
                "{\"name\":null}",
                "{\"name\":[\"Ada\"]}",
                "{\"name\":\"Ada\\u0000\"}",
                "{\"name\":\"Ada\\r\\nSet-Cookie: x\"}",
                "{\"name\":\"\\u0085x\"}"
            })
    void valueOfAnotherTypeOrWithControlCharactersIsRefused(String json) {
        assertRefused(json, "name");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "data:image/png;base64,AAAA",
                "ftp://example.com/a.png",
                "//example.com/a.png",
                "https:",
                "https:///a.png",
                "https://exa mple.com/",
                "picture.png"
            })
    void pictureThatIsNoWebAddressIsRefused(String picture) {
        assertRefused("{\"picture\":\"" + picture + "\"}", "picture");
    }

    @ParameterizedTest
    @ValueSource(strings = {"role", "email_verified", "Email", "", "user_metadata", "blocked"})
    void unknownMemberIsRefused(String member) {
        assertRefused("{\"" + member + "\":\"x\"}", member);
    }

    private static void assertRefused(String json, String member) {
        assertThatThrownBy(() -> Profiles.read(Json.parseObject(json).orElseThrow()))
                .isInstanceOfSatisfying(ApiException.class, refused -> {
                    assertThat(refused.kind()).isEqualTo(ErrorKind.INVALID_REQUEST);
                    assertThat(refused.pointer()).hasValue("/user_profile/" + member);
                });
    }
}
