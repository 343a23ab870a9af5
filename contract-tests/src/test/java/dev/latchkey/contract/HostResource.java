package dev.latchkey.contract;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;

/** A host's own resource, as greedy as can be: it answers whatever the kit lets pass. */
@Path("/")
@Produces(MediaType.TEXT_PLAIN)
public final class HostResource {

    @GET
    @Path("{any:.*}")
    public String answer() {
        return Application.ANSWER;
    }

    @POST
    @Path("{any:.*}")
    public String answerToPost() {
        return Application.ANSWER;
    }

    /** What the host's JSON provider makes of a body, and of an answer. */
    @POST
    @Path("host/echo")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Map<String, Object> echo(Map<String, Object> body) {
        return Map.of("echo", body);
    }
}
