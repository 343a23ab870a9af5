package dev.latchkey.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

/** What an authenticator heeds of {@code PublicKeyCredentialCreationOptionsJSON} (section 5.1.9). */
record CreationOptions(
        Bytes challenge,
        String rpId,
        Bytes userHandle,
        String userName,
        List<Long> algorithms,
        Set<Bytes> excluded,
        boolean discoverable,
        boolean credProps) {

    private static final List<Long> DEFAULT_ALGORITHMS = List.of(CoseAlgorithm.ES256.id(), CoseAlgorithm.RS256.id());

    static CreationOptions read(JsonNode options, String origin) {
        JsonNode selection = options.path("authenticatorSelection");
        String residentKey = selection.path("residentKey").asText("");
        List<Long> algorithms = StreamSupport.stream(
                        options.path("pubKeyCredParams").spliterator(), false)
                .filter(each -> each.path("type").asText().equals("public-key"))
                .map(each -> each.path("alg").asLong())
                .toList();
        return new CreationOptions(
                Options.binary(options, "/challenge"),
                Options.rpId(options.at("/rp/id"), origin),
                Options.binary(options, "/user/id"),
                options.at("/user/name").asText(""),
                algorithms.isEmpty() ? DEFAULT_ALGORITHMS : algorithms,
                Options.credentialIds(options.path("excludeCredentials")),
                residentKey.equals("required")
                        || residentKey.equals("preferred")
                        || selection.path("requireResidentKey").asBoolean(),
                options.at("/extensions/credProps").asBoolean());
    }

    CoseAlgorithm firstSupported(List<CoseAlgorithm> supported) {
        return algorithms.stream()
                .flatMap(id -> CoseAlgorithm.of(id).stream())
                .filter(supported::contains)
                .findFirst()
                .orElseThrow(() -> new AuthenticatorException(
                        DomError.NOT_SUPPORTED, "none of the algorithms " + algorithms + " is among " + supported));
    }

    void refuseIfExcluded(Set<Bytes> present) {
        Set<Bytes> both = new LinkedHashSet<>(excluded);
        both.retainAll(present);
        if (!both.isEmpty()) {
            throw new AuthenticatorException(DomError.INVALID_STATE, "excluded credentials are here already: " + both);
        }
    }
}
