package dev.latchkey.testkit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who a {@link ContractClient} is and what it sends with its requests.
 *
 * @param clientId the {@code client_id}
 * @param parameters members of the request body beside those of the call itself: {@code client_secret}, {@code realm}…
 * @param origin the WebAuthn origin on which its authenticators answer; by default {@code https://} and the rpId
 * @param headers of every request
 * @param dpop how the proof of every request is made
 */
record ClientSettings(
        String clientId,
        Map<String, String> parameters,
        Optional<String> origin,
        Map<String, String> headers,
        Optional<DpopSettings> dpop) {

    ClientSettings(String clientId) {
        this(clientId, Map.of(), Optional.empty(), Map.of(), Optional.empty());
    }

    ClientSettings withClientId(String other) {
        return new ClientSettings(other, parameters, origin, headers, dpop);
    }

    ClientSettings withParameter(String name, String value) {
        return new ClientSettings(clientId, with(parameters, name, value), origin, headers, dpop);
    }

    ClientSettings withOrigin(String other) {
        return new ClientSettings(clientId, parameters, Optional.of(other), headers, dpop);
    }

    ClientSettings withHeader(String name, String value) {
        return new ClientSettings(clientId, parameters, origin, with(headers, name, value), dpop);
    }

    ClientSettings withDpop(DpopSettings other) {
        return new ClientSettings(clientId, parameters, origin, headers, Optional.of(other));
    }

    Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    private static Map<String, String> with(Map<String, String> map, String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(map);
        changed.put(name, value);
        return Map.copyOf(changed);
    }
}
