package dev.latchkey.jpa.internal;

import dev.latchkey.jpa.entity.MappedPasskey;
import dev.latchkey.jpa.entity.MappedRefreshToken;
import dev.latchkey.jpa.entity.MappedSigningKey;
import dev.latchkey.jpa.entity.MappedSpentSession;
import dev.latchkey.jpa.entity.MappedUserHandle;

/**
 * Which entity of the persistence unit stands for what: the kit's own, or the one that the host made of its mapped superclass.
 *
 * @param userHandle of user handles
 * @param passkey of passkeys
 * @param spentSession of spent sessions
 * @param refreshToken of refresh tokens
 * @param signingKey of signing keys
 */
record Mappings(
        Mapped<MappedUserHandle> userHandle,
        Mapped<MappedPasskey> passkey,
        Mapped<MappedSpentSession> spentSession,
        Mapped<MappedRefreshToken> refreshToken,
        Mapped<MappedSigningKey> signingKey) {

    static Mappings resolve(MappingFinder finder) {
        return new Mappings(
                finder.find(MappedUserHandle.class),
                finder.find(MappedPasskey.class),
                finder.find(MappedSpentSession.class),
                finder.find(MappedRefreshToken.class),
                finder.find(MappedSigningKey.class));
    }
}
