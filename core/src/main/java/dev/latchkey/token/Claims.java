package dev.latchkey.token;

import static dev.latchkey.account.ProfileMember.EMAIL;
import static dev.latchkey.account.ProfileMember.FAMILY_NAME;
import static dev.latchkey.account.ProfileMember.GIVEN_NAME;
import static dev.latchkey.account.ProfileMember.NAME;
import static dev.latchkey.account.ProfileMember.NICKNAME;
import static dev.latchkey.account.ProfileMember.PHONE_NUMBER;
import static dev.latchkey.account.ProfileMember.PICTURE;
import static dev.latchkey.account.ProfileMember.USERNAME;

import dev.latchkey.account.Account;
import dev.latchkey.account.IdentifierType;
import dev.latchkey.account.ProfileMember;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The claims about a person that scopes open (OpenID Connect Core 1.0 §5.4). */
public final class Claims {
    private static final List<ProfileMember> PROFILE = List.of(NAME, NICKNAME, GIVEN_NAME, FAMILY_NAME, PICTURE);

    private Claims() {}

    /** The claims that are known and that the scopes open. */
    public static Map<String, Object> of(Account account, List<String> scopes) {
        Map<String, Object> claims = new LinkedHashMap<>();
        if (scopes.contains(Scopes.PROFILE)) {
            PROFILE.forEach(member -> put(claims, account, member, member.wireName()));
            put(claims, account, USERNAME, "preferred_username");
        }
        if (scopes.contains(Scopes.EMAIL)) {
            putVerified(claims, account, EMAIL, IdentifierType.EMAIL);
        }
        if (scopes.contains(Scopes.PHONE)) {
            putVerified(claims, account, PHONE_NUMBER, IdentifierType.PHONE_NUMBER);
        }
        return claims;
    }

    private static void put(Map<String, Object> claims, Account account, ProfileMember member, String claim) {
        account.profile().get(member).ifPresent(value -> claims.put(claim, value));
    }

    private static void putVerified(
            Map<String, Object> claims, Account account, ProfileMember member, IdentifierType type) {
        account.profile().get(member).ifPresent(value -> {
            claims.put(member.wireName(), value);
            claims.put(member.wireName() + "_verified", account.verified().contains(type));
        });
    }
}
