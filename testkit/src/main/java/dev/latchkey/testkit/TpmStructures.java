package dev.latchkey.testkit;

import java.nio.ByteBuffer;

/** What a TPM of version 2.0 says of a key on P-256 (TPM 2.0 Library, Part 2). */
final class TpmStructures {
    private static final short SHA256 = 0x000b;
    private static final short NULL = 0x0010;

    private TpmStructures() {}

    /** TPMT_PUBLIC: the key, for signing. */
    static Bytes pubArea(SignedCredential credential) {
        ByteBuffer head = ByteBuffer.allocate(18)
                .putShort((short) 0x0023)
                .putShort(SHA256)
                .putInt(0x00040000)
                .putShort((short) 0)
                .putShort(NULL)
                .putShort(NULL)
                .putShort((short) 0x0003)
                .putShort(NULL);
        return Bytes.copyOf(head.array()).plus(sized(credential.x())).plus(sized(credential.y()));
    }

    /** TPMS_ATTEST of type TPM_ST_ATTEST_CERTIFY: that the key is here, as answer to the ceremony. */
    static Bytes certInfo(SignedCredential credential, Bytes pubArea) {
        Bytes magicAndType = Bytes.fromHex("ff5443478017");
        Bytes clockAndFirmware = Bytes.copyOf(new byte[25]);
        Bytes name = Bytes.fromHex("000b").plus(pubArea.sha256());
        return magicAndType
                .plus(sized(Bytes.copyOf()))
                .plus(sized(credential.message().sha256()))
                .plus(clockAndFirmware)
                .plus(sized(name))
                .plus(sized(Bytes.copyOf()));
    }

    private static Bytes sized(Bytes content) {
        return Bytes.copyOf(ByteBuffer.allocate(2)
                        .putShort((short) content.length())
                        .array())
                .plus(content);
    }
}
