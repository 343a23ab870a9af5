package dev.latchkey.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.latchkey.testkit.Bytes;
import dev.latchkey.testkit.Transport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/** Keeps every secret and every identifier that passes. */
final class RecordingTransport implements Transport {
    private static final Set<String> SECRET_MEMBERS = Set.of(
            "auth_session",
            "challenge",
            "access_token",
            "id_token",
            "refresh_token",
            "client_secret",
            "email",
            "phone_number",
            "username",
            "name",
            "signature",
            "clientDataJSON",
            "attestationObject");
    private static final Set<String> NAMES_OF_OURS = Set.of("localhost", "Passkey");

    private final ObjectMapper mapper = new ObjectMapper();
    private final Set<String> secrets = new ConcurrentSkipListSet<>();
    private final Transport server;

    RecordingTransport(Transport server) {
        this.server = server;
    }

    @Override
    public Response send(Request request) throws IOException {
        record(request.body());
        Optional.ofNullable(request.headers().get("DPoP")).ifPresent(proof -> secrets.addAll(parts(proof)));
        Response response = server.send(request);
        record(response.body());
        return response;
    }

    /** A proof, its claims and its signature; its first part holds what is public. */
    private static List<String> parts(String proof) {
        String[] parts = proof.split("\\.", -1);
        return List.of(proof, parts[1], parts[2]);
    }

    Set<String> secrets() {
        return secrets;
    }

    private void record(Bytes body) {
        try {
            record(mapper.readTree(body.toArray()));
        } catch (IOException e) {
            secrets.add(new String(body.toArray(), StandardCharsets.UTF_8));
        }
    }

    private void record(JsonNode json) {
        json.properties().forEach(member -> {
            String text = member.getValue().asText();
            if (SECRET_MEMBERS.contains(member.getKey()) && !text.isEmpty() && !NAMES_OF_OURS.contains(text)) {
                secrets.add(text);
            }
        });
        json.forEach(this::record);
    }
}
