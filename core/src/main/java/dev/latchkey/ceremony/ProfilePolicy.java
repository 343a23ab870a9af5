package dev.latchkey.ceremony;

import dev.latchkey.account.Identifier;
import dev.latchkey.account.IdentifierType;
import dev.latchkey.account.UserProfile;
import dev.latchkey.config.Realm;
import dev.latchkey.config.Realm.Presence;
import dev.latchkey.event.Refusal;
import java.util.regex.Pattern;

/** Which identifiers a realm wants at signup, and in which form. */
final class ProfilePolicy {
    private static final Pattern EMAIL = Pattern.compile("[^\\s@\\p{Cntrl}]{1,64}@[^\\s@\\p{Cntrl}]{1,255}");
    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{1,14}");
    private static final Pattern USERNAME = Pattern.compile("[^\\s@\\p{Cntrl}]{1,128}");

    private ProfilePolicy() {}

    static void check(Realm realm, UserProfile profile) {
        for (IdentifierType type : IdentifierType.values()) {
            String name = type.member().wireName();
            boolean there = profile.get(type.member()).isPresent();
            Presence presence = realm.presence(name);
            if (presence == Presence.REQUIRED && !there) {
                throw refused("user_profile." + name + " is required");
            }
            if (presence == Presence.OFF && there) {
                throw refused("user_profile." + name + " is not used here");
            }
        }
        if (profile.identifiers().isEmpty()) {
            throw refused("user_profile needs an identifier");
        }
        profile.identifiers().forEach(ProfilePolicy::check);
    }

    private static void check(Identifier identifier) {
        Pattern form =
                switch (identifier.type()) {
                    case EMAIL -> EMAIL;
                    case PHONE_NUMBER -> E164;
                    case USERNAME -> USERNAME;
                };
        if (!form.matcher(identifier.value()).matches()) {
            throw refused("user_profile." + identifier.type().member().wireName() + " is malformed");
        }
    }

    private static CeremonyException refused(String reason) {
        return new CeremonyException(Refusal.PROFILE, reason);
    }
}
