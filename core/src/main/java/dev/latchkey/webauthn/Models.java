package dev.latchkey.webauthn;

import com.yubico.webauthn.data.AttestedCredentialData;
import java.nio.ByteBuffer;
import java.util.UUID;

/** AAGUIDs, the names of authenticator models, which stand as 16 bytes in authenticator data and certificates. */
final class Models {
    private Models() {}

    static UUID aaguid(AttestedCredentialData data) {
        return uuid(data.getAaguid().getBytes(), 0);
    }

    static UUID uuid(byte[] bytes, int offset) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, 16);
        return new UUID(buffer.getLong(), buffer.getLong());
    }
}
