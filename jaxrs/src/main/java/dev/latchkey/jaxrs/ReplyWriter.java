package dev.latchkey.jaxrs;

import dev.latchkey.http.Reply;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Writes the bytes of a reply. A writer for this type alone comes before any JSON provider that would write everything. Thread-safe. */
@Produces(MediaType.WILDCARD)
final class ReplyWriter implements MessageBodyWriter<Reply> {

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == Reply.class;
    }

    @Override
    public void writeTo(
            Reply reply,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        out.write(reply.body().toArray());
    }
}
