package dev.latchkey.ceremony;

import java.util.List;

/**
 * What a client wants of a sign-in, already cut down to what it may have.
 *
 * @param audience of the access token
 * @param scopes to grant
 */
public record Wanted(String audience, List<String> scopes) {

    public Wanted {
        scopes = List.copyOf(scopes);
    }
}
