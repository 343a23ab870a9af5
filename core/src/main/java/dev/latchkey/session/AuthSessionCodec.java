package dev.latchkey.session;

import dev.latchkey.account.AccountRef;
import dev.latchkey.account.ProfileMember;
import dev.latchkey.account.UserProfile;
import dev.latchkey.passkey.Bytes;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The compact binary form of an auth session, before it is sealed. */
final class AuthSessionCodec {
    private static final int SIGNUP = 1;
    private static final int LOGIN = 2;
    private static final int ENROLLMENT = 3;
    private static final int CONDITIONAL_ENROLLMENT = 4;

    private AuthSessionCodec() {}

    static void write(AuthSession session, DataOutputStream out) throws IOException {
        if (session instanceof AuthSession.Signup signup) {
            out.writeByte(SIGNUP);
            writeBinding(signup.binding(), out);
            writeBytes(signup.userHandle(), out);
            Map<String, String> profile = new LinkedHashMap<>();
            signup.profile().members().forEach((member, value) -> profile.put(member.wireName(), value));
            writeMap(profile, out);
            writeMap(signup.userMetadata(), out);
        } else if (session instanceof AuthSession.Login login) {
            out.writeByte(LOGIN);
            writeBinding(login.binding(), out);
        } else if (session instanceof AuthSession.Enrollment enrollment) {
            out.writeByte(enrollment.mediation() == Mediation.CONDITIONAL ? CONDITIONAL_ENROLLMENT : ENROLLMENT);
            writeBinding(enrollment.binding(), out);
            writeBytes(enrollment.userHandle(), out);
            out.writeUTF(enrollment.owner().realm());
            out.writeUTF(enrollment.owner().id());
        }
    }

    static AuthSession read(DataInputStream in) throws IOException {
        int kind = in.readUnsignedByte();
        Binding binding = readBinding(in);
        return switch (kind) {
            case SIGNUP -> new AuthSession.Signup(binding, readBytes(in), readProfile(in), readMap(in));
            case LOGIN -> new AuthSession.Login(binding);
            case ENROLLMENT -> readEnrollment(binding, Mediation.OPTIONAL, in);
            case CONDITIONAL_ENROLLMENT -> readEnrollment(binding, Mediation.CONDITIONAL, in);
            default -> throw new IOException("unknown kind of auth session: " + kind);
        };
    }

    private static AuthSession readEnrollment(Binding binding, Mediation mediation, DataInputStream in)
            throws IOException {
        return new AuthSession.Enrollment(
                binding, readBytes(in), new AccountRef(in.readUTF(), in.readUTF()), mediation);
    }

    private static void writeBinding(Binding binding, DataOutputStream out) throws IOException {
        out.writeUTF(binding.id());
        writeBytes(binding.challenge(), out);
        out.writeUTF(binding.issuer());
        out.writeUTF(binding.rpId());
        out.writeUTF(binding.clientId());
        out.writeUTF(binding.realm());
        out.writeUTF(binding.organization().orElse(""));
        out.writeUTF(binding.origin().orElse(""));
        out.writeLong(binding.issuedAt().toEpochMilli());
        out.writeLong(binding.expiresAt().toEpochMilli());
    }

    private static Binding readBinding(DataInputStream in) throws IOException {
        return new Binding(
                in.readUTF(),
                readBytes(in),
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                readOptional(in),
                readOptional(in),
                Instant.ofEpochMilli(in.readLong()),
                Instant.ofEpochMilli(in.readLong()));
    }

    private static Optional<String> readOptional(DataInputStream in) throws IOException {
        return Optional.of(in.readUTF()).filter(text -> !text.isEmpty());
    }

    private static void writeBytes(Bytes bytes, DataOutputStream out) throws IOException {
        out.writeByte(bytes.size());
        out.write(bytes.toArray());
    }

    private static Bytes readBytes(DataInputStream in) throws IOException {
        byte[] bytes = new byte[in.readUnsignedByte()];
        in.readFully(bytes);
        return Bytes.of(bytes);
    }

    private static void writeMap(Map<String, String> map, DataOutputStream out) throws IOException {
        out.writeByte(map.size());
        for (Map.Entry<String, String> entry : map.entrySet()) {
            out.writeUTF(entry.getKey());
            out.writeUTF(entry.getValue());
        }
    }

    private static Map<String, String> readMap(DataInputStream in) throws IOException {
        Map<String, String> map = new LinkedHashMap<>();
        for (int left = in.readUnsignedByte(); left > 0; left--) {
            map.put(in.readUTF(), in.readUTF());
        }
        return map;
    }

    private static UserProfile readProfile(DataInputStream in) throws IOException {
        Map<ProfileMember, String> members = new EnumMap<>(ProfileMember.class);
        readMap(in).forEach((name, value) -> ProfileMember.of(name).ifPresent(member -> members.put(member, value)));
        return new UserProfile(members);
    }
}
