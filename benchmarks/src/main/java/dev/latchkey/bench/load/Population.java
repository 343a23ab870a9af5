package dev.latchkey.bench.load;

import dev.latchkey.testkit.AuthenticatorModel;
import dev.latchkey.testkit.Bytes;
import dev.latchkey.testkit.CoseAlgorithm;
import dev.latchkey.testkit.SoftwareAuthenticator;
import dev.latchkey.testkit.SoftwareCredential;
import java.io.IOException;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Accounts with a passkey each, put into Latchkey's tables without asking Latchkey. Their passkeys share a key pair, and have ids and user
 * handles that can be computed.
 *
 * @param size how many, numbered from 1
 * @param keyPair of all of them
 */
record Population(int size, KeyPair keyPair) {
    private static final String BASE64_URL = "translate(encode(%s, 'base64'), E'+/=\\n', '-_')";

    /** Copies the one account that is there, with its passkey, so often. */
    static Population copy(String url, int size, SoftwareAuthenticator original) throws IOException {
        String handle = BASE64_URL.formatted("sha512(('handle' || i)::bytea)");
        String rows = " from generate_series(1, " + size + ") i cross join (select * from %s limit 1) o;\n";
        Postgres.run(
                url,
                ("""
                        insert into latchkey_account
                          (id, realm, email, email_key, email_verified, phone_number_verified, blocked, created_at_micros)
                        select 'person' || i, realm, 'someone' || i || '@example.com', %s,
                          email_verified, phone_number_verified, blocked, created_at_micros
                        """.formatted(BASE64_URL.formatted("sha256(('mail' || i)::bytea)"))
                                + rows.formatted("latchkey_account"))
                        + "insert into latchkey_user_handle (user_handle, realm, account_id) select " + handle
                        + ", realm, 'person' || i" + rows.formatted("latchkey_user_handle")
                        + """
                        insert into latchkey_passkey (id, realm, account_id, rp_id, credential_id, credential_hash, user_handle, public_key, sign_count,
                          backup_eligible, backed_up, transports, aaguid, created_at_micros, last_used_at_micros)
                        select 'dev_' || i, realm, 'person' || i, rp_id, sha256(('credential' || i)::bytea), %s, %s, public_key, sign_count,
                          backup_eligible, backed_up, transports, aaguid, created_at_micros, last_used_at_micros
                        """.formatted(BASE64_URL.formatted("sha256(sha256(('credential' || i)::bytea))"), handle)
                        + rows.formatted("latchkey_passkey"));
        Postgres.run(url, "vacuum analyze");
        Postgres.run(url, "checkpoint");
        return new Population(size, original.credentials().get(0).keyPair());
    }

    /** The authenticator of one of them. */
    SoftwareAuthenticator person(int number) {
        SoftwareAuthenticator authenticator = newAuthenticator();
        authenticator.add(SoftwareCredential.of(
                Bytes.copyOf(hash("SHA-256", "credential" + number)),
                "localhost",
                Bytes.copyOf(hash("SHA-512", "handle" + number)),
                keyPair));
        return authenticator;
    }

    static SoftwareAuthenticator newAuthenticator() {
        return new SoftwareAuthenticator(AuthenticatorModel.syncedPasskeys().withAlgorithms(CoseAlgorithm.ES256));
    }

    private static byte[] hash(String algorithm, String text) {
        try {
            return MessageDigest.getInstance(algorithm).digest(Bytes.utf8(text).toArray());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }
}
