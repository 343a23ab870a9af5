package dev.latchkey.session;

import dev.latchkey.keys.Sealer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Clock;

/**
 * Auth sessions to and from the opaque text that clients carry. Every node with the same secret opens what another sealed. Thread-safe.
 */
public final class SealedSessions {
    private static final String PURPOSE = "auth-session";
    private static final int MAX_TEXT_LENGTH = 40 * 1024;

    private final Sealer sealer;
    private final Clock clock;

    public SealedSessions(Sealer sealer, Clock clock) {
        this.sealer = sealer;
        this.clock = clock;
    }

    /** The session as the value of {@code auth_session}. */
    public String seal(AuthSession session) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            AuthSessionCodec.write(session, out);
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory failed", e);
        }
        return sealer.seal(PURPOSE, bytes.toByteArray());
    }

    /**
     * The session of an {@code auth_session}.
     *
     * @throws AuthSessionException if it is not one of ours, was changed, or has expired
     */
    public AuthSession open(String authSession) {
        if (authSession.length() > MAX_TEXT_LENGTH) {
            throw new AuthSessionException("too long");
        }
        byte[] bytes = sealer.open(PURPOSE, authSession)
                .orElseThrow(() -> new AuthSessionException("not sealed by any of our secrets, or changed"));
        AuthSession session;
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            session = AuthSessionCodec.read(in);
        } catch (IOException e) {
            throw new AuthSessionException("of an unknown form");
        }
        if (!clock.instant().isBefore(session.binding().expiresAt())) {
            throw new AuthSessionException("expired at " + session.binding().expiresAt());
        }
        return session;
    }
}
