package dev.latchkey.event;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;
import org.jspecify.annotations.Nullable;

/** An {@link Answered} request in a flight recording. */
@Name("dev.latchkey.Request")
@Label("Passkey Request")
@Category("Latchkey")
@Description("A request to one of the endpoints was answered")
@StackTrace(false)
final class RecordedRequest extends Event {
    @Label("Endpoint")
    @Nullable
    String endpoint;

    @Label("Method")
    @Nullable
    String method;

    @Label("Status")
    int status;

    @Label("Client")
    @Nullable
    String client;

    @Label("Time Taken")
    @Timespan(Timespan.NANOSECONDS)
    long taken;

    void fill(Answered request) {
        endpoint = request.endpoint();
        method = request.method();
        status = request.status();
        client = request.clientId().orElse(null);
        taken = request.duration().toNanos();
    }
}
