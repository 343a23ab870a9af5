package dev.latchkey.webauthn;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.InvalidParameterException;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.security.Signature;
import java.security.SignatureException;
import java.security.SignatureSpi;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Stands before the JVM's own providers until it is closed, and tells which signatures they were asked to verify. Used by one thread. */
final class CountedSignatures implements AutoCloseable {
    private static final String NAME = "counted";
    private static final Map<String, String> PROVIDERS =
            Map.of("SHA256withECDSA", "SunEC", "EdDSA", "SunEC", "SHA256withRSA", "SunRsaSign");

    private final List<String> verified = new ArrayList<>();

    CountedSignatures() {
        Security.insertProviderAt(new Counting(), 1);
    }

    List<String> verified() {
        return List.copyOf(verified);
    }

    @Override
    public void close() {
        Security.removeProvider(NAME);
    }

    private final class Counting extends Provider {
        private static final long serialVersionUID = 1L;

        Counting() {
            super(NAME, "1", "counts");
            PROVIDERS.forEach((algorithm, provider) ->
                    putService(new Service(this, "Signature", algorithm, Counted.class.getName(), null, null) {
                        @Override
                        public Object newInstance(@Nullable Object parameter) throws NoSuchAlgorithmException {
                            try {
                                return new Counted(algorithm, Signature.getInstance(algorithm, provider));
                            } catch (GeneralSecurityException e) {
                                throw new NoSuchAlgorithmException(e);
                            }
                        }
                    }));
        }
    }

    private final class Counted extends SignatureSpi {
        private final String algorithm;
        private final Signature real;

        Counted(String algorithm, Signature real) {
            this.algorithm = algorithm;
            this.real = real;
        }

        @Override
        protected void engineInitVerify(PublicKey key) throws InvalidKeyException {
            real.initVerify(key);
        }

        @Override
        protected void engineInitSign(PrivateKey key) throws InvalidKeyException {
            real.initSign(key);
        }

        @Override
        protected void engineUpdate(byte b) throws SignatureException {
            real.update(b);
        }

        @Override
        protected void engineUpdate(byte[] bytes, int offset, int length) throws SignatureException {
            real.update(bytes, offset, length);
        }

        @Override
        protected byte[] engineSign() throws SignatureException {
            return real.sign();
        }

        @Override
        protected boolean engineVerify(byte[] signature) throws SignatureException {
            verified.add(algorithm);
            return real.verify(signature);
        }

        @Override
        @Deprecated
        protected void engineSetParameter(String name, Object value) {
            throw new InvalidParameterException(name);
        }

        @Override
        @Deprecated
        protected Object engineGetParameter(String name) {
            throw new InvalidParameterException(name);
        }
    }
}
