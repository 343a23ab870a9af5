package dev.latchkey.event;

import java.time.Instant;
import java.util.Optional;

/**
 * When, where and from whom: what every event has in common. Texts that a client sent are cut at 300 characters and hold neither control nor
 * invisible characters, whatever was sent.
 *
 * @param time by the kit's clock
 * @param activity what the client was about
 * @param domain host of the configured domain that the request is for; empty where it is for none
 * @param rpId relying party of that domain (W3C WebAuthn Level 3 §4)
 * @param clientId configured client that the request names; of a refused request it may not have authenticated. Empty where the
 *     application's own session asks, and where no such client is configured
 * @param origin the {@code Origin} header; empty for a native app or a server
 * @param remoteAddress where the client connects from, as text without a port: what the outermost listed proxy says, else the other end of
 *     the connection; empty where the door is not told
 * @param userAgent the {@code User-Agent} header
 */
public record Occasion(
        Instant time,
        Activity activity,
        Optional<String> domain,
        Optional<String> rpId,
        Optional<String> clientId,
        Optional<String> origin,
        Optional<String> remoteAddress,
        Optional<String> userAgent) {

    public Occasion {
        origin = origin.map(PlainText::of);
        remoteAddress = remoteAddress.map(PlainText::of);
        userAgent = userAgent.map(PlainText::of);
    }

    /** One of which nothing else is known. */
    public static Occasion of(Instant time, Activity activity) {
        return new Occasion(
                time,
                activity,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
