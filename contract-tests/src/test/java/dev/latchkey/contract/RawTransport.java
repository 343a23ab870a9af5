package dev.latchkey.contract;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.latchkey.testkit.Bytes;
import dev.latchkey.testkit.Transport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** HTTP/1.1 by hand, to name any host and to send any head. Each request has a connection of its own. */
record RawTransport(int port, String host) implements Transport {

    @Override
    public Response send(Request request) throws IOException {
        List<String> lines = new ArrayList<>();
        request.headers().forEach((name, value) -> lines.add(name + ": " + value));
        lines.add("Content-Length: " + request.body().length());
        return send(request.method() + " " + request.path(), lines, request.body());
    }

    /** Sends a request whose head holds these lines beside {@code Host} and {@code Connection}. */
    Response send(String methodAndPath, List<String> headerLines, Bytes body) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            ByteArrayOutputStream request = new ByteArrayOutputStream();
            request.write(
                    (methodAndPath + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n").getBytes(ISO_8859_1));
            for (String line : headerLines) {
                request.write((line + "\r\n").getBytes(ISO_8859_1));
            }
            request.write("\r\n".getBytes(ISO_8859_1));
            request.write(body.toArray());
            socket.getOutputStream().write(request.toByteArray());
            socket.getOutputStream().flush();
            return parse(new String(socket.getInputStream().readAllBytes(), ISO_8859_1));
        }
    }

    private static Response parse(String response) {
        int end = response.indexOf("\r\n\r\n");
        String[] lines = response.substring(0, end).split("\r\n", -1);
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line : List.of(lines).subList(1, lines.length)) {
            int colon = line.indexOf(':');
            headers.computeIfAbsent(line.substring(0, colon), name -> new ArrayList<>())
                    .add(line.substring(colon + 1).strip());
        }
        return new Response(
                Integer.parseInt(lines[0].split(" ", -1)[1]),
                headers,
                Bytes.copyOf(response.substring(end + 4).getBytes(ISO_8859_1)));
    }
}
