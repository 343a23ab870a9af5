package dev.latchkey.testkit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.PrivateKey;

/**
 * A step in the making of an answer, at which {@link Bend#at} can change what was made so far. The steps follow each
 * other in the order of the constants; each sees what the ones before it made of theirs.
 *
 * @param <T> what is made at this step
 */
public final class Stage<T> {

    /** The members of the client data (section 5.8.1). */
    public static final Stage<ObjectNode> CLIENT_DATA = new Stage<>("client data", ObjectNode.class);
    /** The bytes of {@code clientDataJSON}. */
    public static final Stage<Bytes> CLIENT_DATA_JSON = new Stage<>("clientDataJSON", Bytes.class);
    /** The COSE key of a new credential; registration only. */
    public static final Stage<CborMap> CREDENTIAL_PUBLIC_KEY = new Stage<>("credential public key", CborMap.class);
    /** The fields of the authenticator data (section 6.1). */
    public static final Stage<AuthenticatorData> AUTHENTICATOR_DATA =
            new Stage<>("authenticator data", AuthenticatorData.class);
    /** The bytes of {@code authenticatorData}. */
    public static final Stage<Bytes> AUTHENTICATOR_DATA_BYTES = new Stage<>("authenticatorData", Bytes.class);
    /** The key that signs. */
    public static final Stage<PrivateKey> SIGNING_KEY = new Stage<>("signing key", PrivateKey.class);
    /** What is signed. */
    public static final Stage<SignedData> SIGNED_DATA = new Stage<>("signed data", SignedData.class);
    /** The signature: of an assertion, or of a self attestation. */
    public static final Stage<Bytes> SIGNATURE = new Stage<>("signature", Bytes.class);
    /** The attestation statement {@code attStmt}; registration only. */
    public static final Stage<CborMap> ATTESTATION_STATEMENT = new Stage<>("attStmt", CborMap.class);
    /** The members of the attestation object (section 6.5.4); registration only. */
    public static final Stage<CborMap> ATTESTATION_OBJECT = new Stage<>("attestation object", CborMap.class);
    /** The bytes of {@code attestationObject}; registration only. */
    public static final Stage<Bytes> ATTESTATION_OBJECT_BYTES = new Stage<>("attestationObject", Bytes.class);
    /** The finished answer. */
    public static final Stage<ObjectNode> ANSWER = new Stage<>("answer", ObjectNode.class);

    private final String name;
    private final Class<T> type;

    private Stage(String name, Class<T> type) {
        this.name = name;
        this.type = type;
    }

    T cast(Object made) {
        return type.cast(made);
    }

    @Override
    public String toString() {
        return name;
    }
}
