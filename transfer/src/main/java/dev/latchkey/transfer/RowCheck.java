package dev.latchkey.transfer;

import dev.latchkey.passkey.BackupState;
import dev.latchkey.webauthn.CredentialForm;
import dev.latchkey.webauthn.WebAuthnException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Everything that can be told of a row without asking the database. Nothing is mended or cut: what does not fit is refused. */
final class RowCheck {
    private static final long MAX_SIGN_COUNT = 0xffff_ffffL;
    private static final int MAX_NAME_CHARS = 100;
    private static final int MAX_USER_AGENT_CHARS = 512;
    private static final int MAX_ACCOUNT_CHARS = 320;
    private static final int MAX_TRANSPORTS = 8;
    private static final Pattern TRANSPORT = Pattern.compile("[A-Za-z0-9._-]{1,25}");
    private static final Instant YEAR_10000 = Instant.parse("+10000-01-01T00:00:00Z");

    private final ImportSettings settings;

    RowCheck(ImportSettings settings) {
        this.settings = settings;
    }

    /** @throws RowRefusedException if the row is refused */
    Candidate check(Row.Read row) {
        PasskeyRecord passkey = row.passkey();
        try {
            CredentialForm.checkId(passkey.credentialId());
            CredentialForm.checkUserHandle(passkey.userHandle());
            CredentialForm.checkPublicKey(passkey.publicKey());
            checkMembers(passkey);
        } catch (WebAuthnException | IllegalArgumentException e) {
            throw refusal(row, RefusalReason.MALFORMED, Optional.ofNullable(e.getMessage()));
        }
        String realm = passkey.realm().orElse(settings.realm());
        if (!settings.realms().contains(realm)) {
            throw refusal(row, RefusalReason.UNKNOWN_REALM, Optional.empty());
        }
        String rpId = passkey.rpId()
                .or(settings::rpId)
                .filter(settings.rpIds()::contains)
                .orElseThrow(() -> refusal(row, RefusalReason.OTHER_RELYING_PARTY, Optional.empty()));
        BackupState backup = passkey.backup()
                .or(settings::assumedBackup)
                .orElseThrow(() -> refusal(row, RefusalReason.BACKUP_UNKNOWN, Optional.empty()));
        return new Candidate(row, realm, rpId, backup);
    }

    private static RowRefusedException refusal(Row.Read row, RefusalReason reason, Optional<String> detail) {
        return new RowRefusedException(Refusal.of(row, reason, detail));
    }

    private static void checkMembers(PasskeyRecord passkey) {
        require(
                passkey.signCount() >= 0 && passkey.signCount() <= MAX_SIGN_COUNT,
                "a signature counter out of 32 bits");
        checkText("account", passkey.account().value(), MAX_ACCOUNT_CHARS);
        passkey.name().ifPresent(name -> checkText("name", name, MAX_NAME_CHARS));
        passkey.userAgent().ifPresent(agent -> checkText("user agent", agent, MAX_USER_AGENT_CHARS));
        checkTransports(passkey.transports());
        checkTime(passkey.createdAt());
        checkTime(passkey.lastUsedAt());
    }

    private static void checkTransports(List<String> transports) {
        require(transports.size() <= MAX_TRANSPORTS, "more than " + MAX_TRANSPORTS + " transports");
        transports.forEach(transport -> {
            require(TRANSPORT.matcher(transport).matches(), "a transport that is none");
        });
    }

    private static void checkText(String what, String text, int maxChars) {
        require(!text.isEmpty() && text.length() <= maxChars, what + " must have 1 to " + maxChars + " characters");
        require(text.chars().noneMatch(Character::isISOControl), what + " has a control character");
        require(StandardCharsets.UTF_8.newEncoder().canEncode(text), what + " has half a character");
    }

    private static void checkTime(Optional<Instant> time) {
        require(
                time.filter(at -> at.isBefore(Instant.EPOCH) || !at.isBefore(YEAR_10000))
                        .isEmpty(),
                "a time before 1970 or after the year 9999");
    }

    private static void require(boolean holds, String fault) {
        if (!holds) {
            throw new IllegalArgumentException(fault);
        }
    }
}
