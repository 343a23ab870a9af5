package dev.latchkey.webauthn;

/** {@code authn_response} lacks a member, or one is of the wrong type. The message names the member and may be told. */
public final class MalformedAnswerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String pointer;

    public MalformedAnswerException(String pointer, String problem) {
        super("authn_response" + pointer.replace('/', '.') + " " + problem);
        this.pointer = pointer;
    }

    /** The JSON pointer (RFC 6901) of the member, from {@code authn_response}. */
    public String pointer() {
        return pointer;
    }
}
