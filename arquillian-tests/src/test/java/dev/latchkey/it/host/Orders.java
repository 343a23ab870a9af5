package dev.latchkey.it.host;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.util.Optional;

/** A resource of the application's, in JSON that its own provider reads and writes. */
@Path("orders")
@Produces(MediaType.APPLICATION_JSON)
public class Orders {

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Order confirm(Order order) {
        order.setConfirmed(true);
        return order;
    }

    @GET
    @Path("who")
    @Produces(MediaType.TEXT_PLAIN)
    public String who(@Context SecurityContext security) {
        return Optional.ofNullable(security.getUserPrincipal())
                .map(Principal::getName)
                .orElse("nobody");
    }
}
