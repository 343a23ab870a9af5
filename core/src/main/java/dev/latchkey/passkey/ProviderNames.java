package dev.latchkey.passkey;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Names of passkey providers by the AAGUID that they give to their passkeys. A label for people: without trusted attestation an AAGUID proves
 * nothing.
 */
public final class ProviderNames {
    private static final Map<UUID, String> NAMES = Map.ofEntries(
            entry(UUID.fromString("ea9b8d66-4d01-1d21-3ce4-b6b48cb575d4"), "Google Password Manager"),
            entry(UUID.fromString("adce0002-35bc-c60a-648b-0b25f1f05503"), "Chrome on Mac"),
            entry(UUID.fromString("fbfc3007-154e-4ecc-8c0b-6e020557d7bd"), "iCloud Keychain"),
            entry(UUID.fromString("dd4ec289-e01d-41c9-bb89-70fa845d4bf2"), "iCloud Keychain"),
            entry(UUID.fromString("08987058-cadc-4b81-b6e1-30de50dcbe96"), "Windows Hello"),
            entry(UUID.fromString("9ddd1817-af5a-4672-a2b9-3e3dd95000a9"), "Windows Hello"),
            entry(UUID.fromString("6028b017-b1d4-4c02-b4b3-afcdafc96bb2"), "Windows Hello"),
            entry(UUID.fromString("53414d53-554e-4700-0000-000000000000"), "Samsung Pass"),
            entry(UUID.fromString("bada5566-a7aa-401f-bd96-45619a55120d"), "1Password"),
            entry(UUID.fromString("d548826e-79b4-db40-a3d8-11116f7e8349"), "Bitwarden"),
            entry(UUID.fromString("531126d6-e717-415c-9320-3d9aa6981239"), "Dashlane"),
            entry(UUID.fromString("f3809540-7f14-49c1-a8b3-8f813b225541"), "Enpass"),
            entry(UUID.fromString("0ea242b4-43c4-4a1b-8b17-dd6d0b6baec6"), "Keeper"),
            entry(UUID.fromString("fdb141b2-5d84-443e-8a35-4698c205a502"), "KeePassXC"),
            entry(UUID.fromString("b84e4048-15dc-4dd0-8640-f4f60813c8af"), "NordPass"),
            entry(UUID.fromString("50726f74-6f6e-5061-7373-50726f746f6e"), "Proton Pass"));

    private ProviderNames() {}

    /** The provider's name, or empty where it is not known. */
    public static Optional<String> of(UUID aaguid) {
        return Optional.ofNullable(NAMES.get(aaguid));
    }
}
