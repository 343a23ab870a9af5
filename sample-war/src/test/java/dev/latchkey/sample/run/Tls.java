package dev.latchkey.sample.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** The key and self-signed certificate of the sample that runs, for whom a test lets serve by it or trust it. */
public final class Tls {
    private final Certificate certificate;

    private Tls(Certificate certificate) {
        this.certificate = certificate;
    }

    /** Of the sample that was started last. */
    public static Tls ofRunningSample() {
        try {
            return new Tls(Certificate.in(Path.of(System.getProperty("sample.data"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What a server at another port of {@code localhost} serves by. */
    public SslContextFactory.Server server() {
        SslContextFactory.Server tls = new SslContextFactory.Server();
        tls.setKeyStorePath(certificate.keyStore().toString());
        tls.setKeyStorePassword(certificate.password());
        return tls;
    }

    /** The certificate in PEM (RFC 7468). */
    public String pem() {
        try {
            KeyStore keys = KeyStore.getInstance(
                    certificate.keyStore().toFile(), certificate.password().toCharArray());
            byte[] der = keys.getCertificate(keys.aliases().nextElement()).getEncoded();
            return "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
                    + "\n-----END CERTIFICATE-----\n";
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("The certificate in " + certificate.keyStore() + " cannot be read", e);
        }
    }
}
