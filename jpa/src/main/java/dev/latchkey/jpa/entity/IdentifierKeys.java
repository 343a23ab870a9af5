package dev.latchkey.jpa.entity;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latchkey.account.Identifier;
import dev.latchkey.account.IdentifierType;
import dev.latchkey.account.UserProfile;
import org.jspecify.annotations.Nullable;

/** What the unique key columns of {@link MappedAccount} hold. */
public final class IdentifierKeys {
    static final int MAX_LENGTH = 320;

    private IdentifierKeys() {}

    /**
     * The identifier's normalised key. Unicode normalisation can lengthen a text up to eighteen times; a key that would not fit is
     * replaced by its SHA-256, whose upper-case letters no normalised key has.
     */
    public static String of(Identifier identifier) {
        String key = identifier.key();
        return key.length() <= MAX_LENGTH ? key : "SHA256:" + Sha256.base64Url(key.getBytes(UTF_8));
    }

    static @Nullable String of(UserProfile profile, IdentifierType type) {
        return profile.get(type.member())
                .map(value -> of(new Identifier(type, value)))
                .orElse(null);
    }
}
