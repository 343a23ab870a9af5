package dev.latchkey.ceremony;

import dev.latchkey.attestation.AttestationTrust;
import dev.latchkey.config.LatchkeyConfig;
import dev.latchkey.event.PasskeyEvents;
import dev.latchkey.keys.Crypto;
import dev.latchkey.session.AuthSession;
import dev.latchkey.session.SealedSessions;
import dev.latchkey.storage.Storage;
import dev.latchkey.token.RefreshTokenIssuer;
import java.security.SecureRandom;
import java.time.Clock;

/** All ceremonies over one storage. Thread-safe. */
public final class Ceremonies {
    private final Ceremony ceremony;
    private final Signup signup;
    private final Login login;
    private final Enrollment enrollment;
    private final Refresh refresh;
    private final Revocation revocation;
    private final PasskeyManagement management;

    public Ceremonies(
            LatchkeyConfig config,
            SealedSessions sessions,
            Crypto crypto,
            Storage storage,
            AttestationTrust trust,
            PasskeyEvents events,
            Clock clock,
            SecureRandom random) {
        ceremony = new Ceremony(config.ceremony(), sessions, storage, trust, events, clock, random);
        RefreshTokenIssuer refreshTokens = new RefreshTokenIssuer(config.tokens(), clock, random);
        Memberships memberships = new Memberships(config);
        SignIns signIns = new SignIns(refreshTokens, memberships);
        signup = new Signup(config.ceremony(), ceremony, signIns);
        login = new Login(config.ceremony(), ceremony, signIns, crypto);
        enrollment = new Enrollment(config.ceremony(), ceremony);
        refresh = new Refresh(ceremony, refreshTokens, memberships);
        revocation = new Revocation(ceremony);
        management = new PasskeyManagement(ceremony);
    }

    /**
     * The pending ceremony of an {@code auth_session}.
     *
     * @throws CeremonyException if it is not one of ours, was changed, or has expired
     */
    public AuthSession open(String authSession) {
        return ceremony.bindings().open(authSession);
    }

    public Signup signup() {
        return signup;
    }

    public Login login() {
        return login;
    }

    public Enrollment enrollment() {
        return enrollment;
    }

    public Refresh refresh() {
        return refresh;
    }

    public Revocation revocation() {
        return revocation;
    }

    public PasskeyManagement management() {
        return management;
    }
}
