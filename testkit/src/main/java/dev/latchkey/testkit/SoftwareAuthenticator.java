package dev.latchkey.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A browser with its authenticator, in memory: it answers the options of {@code navigator.credentials.create()} and
 * {@code get()} (W3C Web Authentication Level 3, sections 5.1.3 and 5.1.4) in the JSON form of {@code
 * PublicKeyCredential.toJSON()}. Nobody is asked: presence and verification are as the {@link AuthenticatorModel} says.
 *
 * <p>Options are what stands in {@code authn_params_public_key}; binary members are base64url. Options that a browser
 * would refuse by a {@code TypeError} are an {@link IllegalArgumentException}; other refusals are an {@link
 * AuthenticatorException}.
 *
 * <p>Thread-safe: ceremonies run one after the other.
 */
public final class SoftwareAuthenticator {

    private final AuthenticatorModel model;
    private final SecureRandom random;
    private final Map<Bytes, SoftwareCredential> credentials = new LinkedHashMap<>();

    /** An empty authenticator of a model. */
    public SoftwareAuthenticator(AuthenticatorModel model) {
        this(model, new SecureRandom());
    }

    /** An empty authenticator of a model whose credential ids are drawn from the given randomness. */
    public SoftwareAuthenticator(AuthenticatorModel model, SecureRandom random) {
        this.model = model;
        this.random = random;
    }

    /** An empty authenticator of {@linkplain AuthenticatorModel#syncedPasskeys() synced passkeys}. */
    public SoftwareAuthenticator() {
        this(AuthenticatorModel.syncedPasskeys());
    }

    /** An honest registration, see {@link #create(JsonNode, String, Bend)}. */
    public ObjectNode create(JsonNode options, String origin) {
        return create(options, origin, Bend.none());
    }

    /** An honest registration from options in JSON, see {@link #create(JsonNode, String, Bend)}. */
    public ObjectNode create(String options, String origin) {
        return create(Json.read(options), origin, Bend.none());
    }

    /**
     * Makes a credential and answers with its registration. The first algorithm of {@code pubKeyCredParams} that the
     * model supports is taken. As in CTAP2, a discoverable credential takes the place of an earlier one of the same
     * rpId and user id. The credential is kept as an honest ceremony would have made it, whatever is bent.
     *
     * @param options {@code PublicKeyCredentialCreationOptionsJSON}
     * @param origin of the page or app that asks, for example {@code https://auth.example.com}
     * @param bend what the answer gets wrong
     * @return the {@code authn_response}
     * @throws AuthenticatorException {@link DomError#INVALID_STATE} if an excluded credential is here, {@link
     *     DomError#NOT_SUPPORTED} if no algorithm fits, {@link DomError#SECURITY} if the rpId is not the origin's
     */
    public synchronized ObjectNode create(JsonNode options, String origin, Bend bend) {
        CreationOptions wanted = CreationOptions.read(options, origin);
        wanted.refuseIfExcluded(credentials.values().stream()
                .filter(each -> each.rpId().equals(wanted.rpId()))
                .map(SoftwareCredential::id)
                .collect(Collectors.toSet()));
        KeyPair keyPair = wanted.firstSupported(model.algorithms()).generateKeyPair();
        SoftwareCredential made = new SoftwareCredential(
                newId(), wanted.rpId(), wanted.userHandle(), wanted.userName(), keyPair, wanted.discoverable(), 0);
        ObjectNode answer = new AnswerMaker(model, origin, bend).create(wanted, made);
        if (made.discoverable()) {
            credentials
                    .values()
                    .removeIf(each -> each.discoverable()
                            && each.rpId().equals(made.rpId())
                            && each.userHandle().equals(made.userHandle()));
        }
        credentials.put(made.id(), made);
        return answer;
    }

    /** An honest assertion, see {@link #get(JsonNode, String, Bend)}. */
    public ObjectNode get(JsonNode options, String origin) {
        return get(options, origin, Bend.none());
    }

    /** An honest assertion from options in JSON, see {@link #get(JsonNode, String, Bend)}. */
    public ObjectNode get(String options, String origin) {
        return get(Json.read(options), origin, Bend.none());
    }

    /**
     * Answers with an assertion of the credential that was made, added or {@linkplain #prefer preferred} last among
     * those that fit: of the rpId, and named by {@code allowCredentials} or, when that names none, discoverable.
     *
     * @param options {@code PublicKeyCredentialRequestOptionsJSON}
     * @param origin of the page or app that asks
     * @param bend what the answer gets wrong
     * @return the {@code authn_response}
     * @throws AuthenticatorException {@link DomError#NOT_ALLOWED} if no credential fits, {@link DomError#SECURITY} if
     *     the rpId is not the origin's
     */
    public synchronized ObjectNode get(JsonNode options, String origin, Bend bend) {
        RequestOptions wanted = RequestOptions.read(options, origin);
        SoftwareCredential credential = credentials.values().stream()
                .filter(wanted::fits)
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new AuthenticatorException(
                        DomError.NOT_ALLOWED, "no credential fits " + wanted + " among " + credentials.keySet()));
        SoftwareCredential used =
                switch (model.signatureCounter()) {
                    case COUNTING -> credential.withCounter(credential.counter() + 1);
                    case ZERO -> credential.withCounter(0);
                    case MANUAL -> credential;
                };
        credentials.put(used.id(), used);
        return new AnswerMaker(model, origin, bend).get(wanted, used);
    }

    /** The credentials, the one that is preferred last. */
    public synchronized List<SoftwareCredential> credentials() {
        return new ArrayList<>(credentials.values());
    }

    /** The credential of an id, as it is now. */
    public synchronized Optional<SoftwareCredential> credential(Bytes id) {
        return Optional.ofNullable(credentials.get(id));
    }

    /** Puts a credential in, for example one of a published test vector, and prefers it. */
    public synchronized void add(SoftwareCredential credential) {
        credentials.remove(credential.id());
        credentials.put(credential.id(), credential);
    }

    /** Forgets a credential, as a person does in the settings of a passkey provider. */
    public synchronized void remove(Bytes id) {
        credentials.remove(id);
    }

    /**
     * Picks the credential that answers from now on where several fit.
     *
     * @throws IllegalArgumentException if there is none of that id
     */
    public synchronized void prefer(Bytes id) {
        add(known(id));
    }

    /**
     * Sets the counter of a credential: what the next assertion says where the model's counter is {@link
     * SignatureCounter#MANUAL}, and what it counts on from where it is {@link SignatureCounter#COUNTING}.
     *
     * @throws IllegalArgumentException if there is no credential of that id
     */
    public synchronized void setCounter(Bytes id, long counter) {
        credentials.put(id, known(id).withCounter(counter));
    }

    private SoftwareCredential known(Bytes id) {
        return credential(id).orElseThrow(() -> new IllegalArgumentException("no credential " + id.base64Url()));
    }

    private Bytes newId() {
        byte[] id = new byte[model.credentialIdLength()];
        random.nextBytes(id);
        return Bytes.copyOf(id);
    }
}
