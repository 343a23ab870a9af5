package dev.latchkey.servlet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.http.Reply;
import dev.latchkey.passkey.Bytes;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.junit.jupiter.api.Test;

class ReplyWriterTest {
    private static final String JSON = "{\"name\":\"Zoë\"}";

    @Test
    void statusHeadersAndBodyGoOutAsTheyAre() throws Exception {
        HttpResponse<String> response = get(reply(202, Map.of("Content-Type", "application/json", "X-One", "1"), JSON));

        assertThat(response.statusCode()).isEqualTo(202);
        assertThat(response.body()).isEqualTo(JSON);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(response.headers().firstValue("X-One")).contains("1");
        assertThat(response.headers().firstValue("Content-Length")).contains("" + JSON.getBytes(UTF_8).length);
    }

    @Test
    void headHasTheLengthOfTheBodyAndNoBody() throws Exception {
        HttpResponse<String> response =
                send(reply(200, Map.of(), JSON), request -> request.method("HEAD", BodyPublishers.noBody()));

        assertThat(response.headers().firstValue("Content-Length")).contains("" + JSON.getBytes(UTF_8).length);
        assertThat(response.body()).isEmpty();
    }

    @Test
    void noContentHasNoLength() throws Exception {
        HttpResponse<String> response = get(reply(204, Map.of(), ""));

        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(response.headers().firstValue("Content-Length")).isEmpty();
    }

    @Test
    void errorWithoutBodyGetsNoErrorPage() throws Exception {
        HttpResponse<String> response = get(reply(405, Map.of("Allow", "POST"), ""));

        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.body()).isEmpty();
        assertThat(response.headers().firstValue("Content-Length")).contains("0");
    }

    @Test
    void whatAnotherFilterVariesByStays() throws Exception {
        HttpResponse<String> response = get(reply(200, Map.of("Vary", "Origin"), JSON));

        assertThat(response.headers().allValues("Vary")).containsExactly("Accept-Encoding", "Origin");
    }

    @Test
    void headerOfAnotherFilterIsReplacedNotDoubled() throws Exception {
        HttpResponse<String> response =
                get(reply(200, Map.of("Access-Control-Allow-Origin", "https://good.example"), JSON));

        assertThat(response.headers().allValues("Access-Control-Allow-Origin")).containsExactly("https://good.example");
    }

    @Test
    void replyIsFinalBeforeOuterFiltersSeeItAgain() throws Exception {
        assertThat(get(reply(405, Map.of(), "")).headers().firstValue("X-Too-Late"))
                .isEmpty();
    }

    private static Reply reply(int status, Map<String, String> headers, String body) {
        return new Reply(status, headers, Bytes.of(body.getBytes(UTF_8)));
    }

    private static HttpResponse<String> get(Reply reply) throws Exception {
        return send(reply, request -> request);
    }

    private static HttpResponse<String> send(Reply reply, UnaryOperator<HttpRequest.Builder> change) throws Exception {
        try (WebApp app =
                WebApp.start("/", application -> application.addServlet(new ServletHolder(new Sender(reply)), "/*"))) {
            return app.send(change.apply(app.request("/")));
        }
    }

    /** Sends the reply behind a filter that has set headers of its own. */
    private static final class Sender extends HttpServlet {
        private final transient Reply reply;

        Sender(Reply reply) {
            this.reply = reply;
        }

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.setHeader("Vary", "Accept-Encoding");
            response.setHeader("Access-Control-Allow-Origin", "*");
            ReplyWriter.write(reply, response);
            response.setHeader("X-Too-Late", "1");
        }
    }
}
