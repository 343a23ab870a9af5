package dev.latchkey.account;

import java.util.Arrays;
import java.util.Optional;

/** The members of {@code user_profile}, with their names on the wire and their greatest length in characters. */
public enum ProfileMember {
    EMAIL("email", 320),
    PHONE_NUMBER("phone_number", 16),
    USERNAME("username", 128),
    NAME("name", 300),
    NICKNAME("nickname", 300),
    GIVEN_NAME("given_name", 150),
    FAMILY_NAME("family_name", 150),
    PICTURE("picture", 2048);

    private final String wireName;
    private final int maxLength;

    ProfileMember(String wireName, int maxLength) {
        this.wireName = wireName;
        this.maxLength = maxLength;
    }

    /** The member's name in JSON, which is also the name of the OpenID Connect claim. */
    public String wireName() {
        return wireName;
    }

    /** The greatest length in characters (UTF-16 code units). */
    public int maxLength() {
        return maxLength;
    }

    /** The member of that name, or empty where there is none. */
    public static Optional<ProfileMember> of(String wireName) {
        return Arrays.stream(values())
                .filter(member -> member.wireName.equals(wireName))
                .findFirst();
    }
}
