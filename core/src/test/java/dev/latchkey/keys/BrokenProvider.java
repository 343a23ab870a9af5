package dev.latchkey.keys;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyFactorySpi;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.SignatureSpi;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.KeySpec;

/**
 * Has keys as any other, and one answer to every signature: {@code yes}, {@code no}, an {@code error} of its native
 * code; or it {@code verifies} well and signs nonsense.
 */
public final class BrokenProvider extends Provider {
    private static final long serialVersionUID = 1;

    public BrokenProvider(String name, String answer) {
        super(name, "1", "broken");
        put("KeyFactory.EC", Keys.class.getName());
        String signatures =
                switch (answer) {
                    case "yes" -> Yes.class.getName();
                    case "no" -> No.class.getName();
                    case "verifies" -> VerifiesAlone.class.getName();
                    default -> Broken.class.getName();
                };
        put("Signature.SHA256withECDSA", signatures);
    }

    /** Keys of the JVM's own. */
    public static final class Keys extends KeyFactorySpi {
        private final KeyFactory jvm;

        public Keys() throws GeneralSecurityException {
            jvm = KeyFactory.getInstance("EC");
        }

        @Override
        protected PublicKey engineGeneratePublic(KeySpec spec) throws InvalidKeySpecException {
            return jvm.generatePublic(spec);
        }

        @Override
        protected PrivateKey engineGeneratePrivate(KeySpec spec) throws InvalidKeySpecException {
            return jvm.generatePrivate(spec);
        }

        @Override
        protected <T extends KeySpec> T engineGetKeySpec(Key key, Class<T> type) throws InvalidKeySpecException {
            return jvm.getKeySpec(key, type);
        }

        @Override
        protected Key engineTranslateKey(Key key) throws InvalidKeyException {
            return jvm.translateKey(key);
        }
    }

    /** Every signature is good. */
    public static class Yes extends SignatureSpi {
        @Override
        protected void engineInitVerify(PublicKey key) {}

        @Override
        protected void engineInitSign(PrivateKey key) {}

        @Override
        protected void engineUpdate(byte b) {}

        @Override
        protected void engineUpdate(byte[] bytes, int offset, int length) {}

        @Override
        protected byte[] engineSign() {
            return new byte[] {0x30, 6, 2, 1, 1, 2, 1, 1};
        }

        @Override
        protected boolean engineVerify(byte[] signature) {
            return true;
        }

        @Override
        @Deprecated
        protected void engineSetParameter(String name, Object value) {}

        @Override
        @Deprecated
        protected Object engineGetParameter(String name) {
            throw new UnsupportedOperationException();
        }
    }

    /** No signature is. */
    public static final class No extends Yes {
        @Override
        protected boolean engineVerify(byte[] signature) {
            return false;
        }
    }

    /** The library is missing. */
    public static final class Broken extends Yes {
        @Override
        protected boolean engineVerify(byte[] signature) {
            throw new UnsatisfiedLinkError("no native code");
        }
    }

    /** Verifies as the JVM's own does. */
    public static final class VerifiesAlone extends Yes {
        private final Signature jvm;

        public VerifiesAlone() throws GeneralSecurityException {
            jvm = Signature.getInstance("SHA256withECDSA", "SunEC");
        }

        @Override
        protected void engineInitVerify(PublicKey key) {
            try {
                jvm.initVerify(key);
            } catch (InvalidKeyException e) {
                throw new IllegalArgumentException(e);
            }
        }

        @Override
        protected void engineUpdate(byte[] bytes, int offset, int length) {
            try {
                jvm.update(bytes, offset, length);
            } catch (SignatureException e) {
                // signing: what is signed is nonsense anyway
            }
        }

        @Override
        protected boolean engineVerify(byte[] signature) {
            try {
                return jvm.verify(signature);
            } catch (SignatureException e) {
                return false;
            }
        }
    }
}
