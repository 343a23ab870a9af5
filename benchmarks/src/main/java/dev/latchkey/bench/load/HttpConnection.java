package dev.latchkey.bench.load;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** One kept connection to the loopback address that sends one HTTP/1.1 request after another and keeps cookies. Used by one thread. */
final class HttpConnection implements AutoCloseable {
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final String host;
    private final Map<String, String> cookies = new TreeMap<>();

    HttpConnection(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
        out = socket.getOutputStream();
        host = "localhost:" + port;
    }

    record Response(int status, String body) {}

    /** Forgets who is logged in. */
    void forgetCookies() {
        cookies.clear();
    }

    /** Sends a cookie of the client's own, until {@link #forgetCookies()}. */
    void cookie(String name, String value) {
        cookies.put(name, value);
    }

    Response get(String path, String origin) throws IOException {
        return send("GET", path, Map.of("Origin", origin), new byte[0]);
    }

    Response post(String path, String origin, byte[] json) throws IOException {
        return post(path, Map.of("Origin", origin), json);
    }

    Response post(String path, Map<String, String> headers, byte[] json) throws IOException {
        return send("POST", path, headers, json);
    }

    private Response send(String method, String path, Map<String, String> headers, byte[] json) throws IOException {
        StringBuilder head = new StringBuilder(512)
                .append(method)
                .append(' ')
                .append(path)
                .append(" HTTP/1.1\r\nHost: ")
                .append(host);
        headers.forEach(
                (name, value) -> head.append("\r\n").append(name).append(": ").append(value));
        if (json.length > 0) {
            head.append("\r\nContent-Type: application/json");
        }
        if (!method.equals("GET")) {
            head.append("\r\nContent-Length: ").append(json.length);
        }
        if (!cookies.isEmpty()) {
            head.append("\r\nCookie: ");
            cookies.forEach(
                    (name, value) -> head.append(name).append('=').append(value).append("; "));
            head.setLength(head.length() - 2);
        }
        ByteArrayOutputStream request = new ByteArrayOutputStream(head.length() + json.length + 4);
        request.writeBytes(head.append("\r\n\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        request.writeBytes(json);
        request.writeTo(out);
        out.flush();
        return read();
    }

    private Response read() throws IOException {
        int status = Integer.parseInt(line().substring(9, 12));
        int length = 0;
        boolean chunked = false;
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            String value = line.substring(colon + 1).strip();
            switch (line.substring(0, colon).toLowerCase(Locale.ROOT)) {
                case "content-length" -> length = Integer.parseInt(value);
                case "transfer-encoding" -> chunked = true;
                case "set-cookie" -> keep(value);
                default -> {}
            }
        }
        return new Response(status, new String(chunked ? chunks() : in.readNBytes(length), StandardCharsets.UTF_8));
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            body.writeBytes(in.readNBytes(size));
            line();
        }
        line();
        return body.toByteArray();
    }

    private void keep(String cookie) {
        int end = cookie.indexOf(';');
        String pair = end < 0 ? cookie : cookie.substring(0, end);
        int equals = pair.indexOf('=');
        cookies.put(pair.substring(0, equals), pair.substring(equals + 1));
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(80);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the server closed the connection");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
