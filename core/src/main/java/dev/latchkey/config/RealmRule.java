package dev.latchkey.config;

import dev.latchkey.account.IdentifierType;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;

/** People who may sign up can be known by something. */
final class RealmRule implements Rule {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._~-]{1,128}");

    @Override
    public void check(LatchkeyConfig config, Findings findings) {
        for (Realm realm : config.realms().values()) {
            String key = "latchkey.realms." + realm.name();
            if (!NAME.matcher(realm.name()).matches()) {
                findings.faultWithoutValue(
                        key, "a realm's name has 1 to 128 letters, digits, dots, hyphens, underscores or tildes");
            }
            if (realm.signup() && namesNobody(realm)) {
                findings.faultWithoutValue(
                        key + ".identifiers", "are all off: ask for one at least, or set " + key + ".signup = false");
            }
            checkAttestation(key + ".attestation", realm.attestation(), config.ceremony(), findings);
            if (realm.userVerification() == Realm.UserVerification.PREFERRED) {
                findings.warning(
                        key + ".user-verification",
                        "preferred",
                        "whoever holds the device may sign in without PIN or biometrics; required is safer");
            }
        }
    }

    private static void checkAttestation(
            String key, RealmAttestation attestation, CeremonySettings ceremony, Findings findings) {
        if (attestation.hasLists() && !attestation.required()) {
            findings.faultWithoutValue(
                    key,
                    "lists AAGUIDs, which prove nothing without attestation: set " + key
                            + ".required = true, or remove the lists");
        }
        if (attestation.required() && Set.of("none").containsAll(ceremony.attestationFormats())) {
            findings.fault(
                    key + ".required", true, "needs a format other than none in latchkey.ceremony.attestation-formats");
        }
        attestation.allowed().stream()
                .filter(attestation.denied()::contains)
                .forEach(aaguid ->
                        findings.fault(key + ".denied-aaguids", aaguid, "is allowed, too: keep it in one list"));
    }

    private static boolean namesNobody(Realm realm) {
        return Arrays.stream(IdentifierType.values())
                .allMatch(type -> realm.presence(type.member().wireName()) == Realm.Presence.OFF);
    }
}
