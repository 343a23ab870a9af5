package dev.latchkey.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.json.Json;

/** The two shapes that an error can have. */
enum ErrorStyle {
    /** {@code {"error","error_description"}} (RFC 6749 §5.2). */
    OAUTH {
        @Override
        ObjectNode body(ApiException error) {
            return Json.object().put("error", error.kind().oauthCode()).put("error_description", error.detail());
        }
    },
    /** {@code {"type","status","title","detail","validation_errors"}}, the shape of the My Account API. */
    PROBLEM {
        @Override
        ObjectNode body(ApiException error) {
            ObjectNode json = Json.object()
                    .put("type", error.kind().type())
                    .put("status", error.status())
                    .put("title", error.kind().title())
                    .put("detail", error.detail());
            error.pointer().ifPresent(pointer -> json.putArray("validation_errors")
                    .addObject()
                    .put("detail", error.detail())
                    .put("pointer", pointer)
                    .put("field", pointer.substring(1).replace('/', '.'))
                    .put("source", "body"));
            return json;
        }
    };

    abstract ObjectNode body(ApiException error);

    /** The reply to an error. */
    Reply reply(ApiException error) {
        Reply reply = Replies.json(error.status(), body(error));
        for (var header : error.headers().entrySet()) {
            reply = reply.with(header.getKey(), header.getValue());
        }
        return reply;
    }
}
