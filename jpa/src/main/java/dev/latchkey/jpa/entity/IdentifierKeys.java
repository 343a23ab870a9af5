package dev.latchkey.jpa.entity;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latchkey.account.Identifier;
import dev.latchkey.account.IdentifierType;
import dev.latchkey.account.UserProfile;
import org.jspecify.annotations.Nullable;

/** What the unique key columns of {@link MappedAccount} hold. */
public final class IdentifierKeys {
    static final int LENGTH = 43;

    private IdentifierKeys() {}

    /**
     * The SHA-256 of the identifier's normalised key, in unpadded base64url: short enough for the indexes of every database however much
     * Unicode normalisation lengthens a text, and without the address that a database quotes when it refuses a duplicate.
     */
    public static String of(Identifier identifier) {
        return Sha256.base64Url(identifier.key().getBytes(UTF_8));
    }

    static @Nullable String of(UserProfile profile, IdentifierType type) {
        return profile.get(type.member())
                .map(value -> of(new Identifier(type, value)))
                .orElse(null);
    }
}
