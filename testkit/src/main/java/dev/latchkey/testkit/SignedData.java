package dev.latchkey.testkit;

/**
 * What a signature is made over: authenticator data, then the hash of the client data.
 *
 * @param message what will be signed; at first it holds every bend
 * @param unbent what an honest authenticator would sign
 */
public record SignedData(Bytes message, Bytes unbent) {

    /** The same with another message to sign. */
    public SignedData withMessage(Bytes other) {
        return new SignedData(other, unbent);
    }
}
