package dev.latchkey.config;

/** What a client's proofs of possession (RFC 9449) do at the token endpoint. */
public enum DpopPolicy {
    /** They are not looked at: its tokens are bearer tokens. */
    OFF,
    /** A token request with a proof gets tokens bound to its key, one without gets bearer tokens. */
    OPTIONAL,
    /** A token request without a proof is refused ({@code dpop_bound_access_tokens}, RFC 9449 §5.2). */
    REQUIRED
}
