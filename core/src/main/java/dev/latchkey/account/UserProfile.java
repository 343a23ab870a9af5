package dev.latchkey.account;

import static dev.latchkey.account.ProfileMember.NAME;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of a person, by the names of OpenID Connect Core 1.0 §5.1. Immutable; absent members are simply not there.
 *
 * @param members the members that are present
 */
public record UserProfile(Map<ProfileMember, String> members) {

    /** A profile without members. */
    public static final UserProfile EMPTY = new UserProfile(Map.of());

    public UserProfile {
        Map<ProfileMember, String> copy = new EnumMap<>(ProfileMember.class);
        copy.putAll(members);
        members = Collections.unmodifiableMap(copy);
    }

    /** The member's value, or empty. */
    public Optional<String> get(ProfileMember member) {
        return Optional.ofNullable(members.get(member));
    }

    /** The identifiers among the members, in the order of precedence: e-mail, phone number, username. */
    public List<Identifier> identifiers() {
        List<Identifier> identifiers = new ArrayList<>();
        for (IdentifierType type : IdentifierType.values()) {
            get(type.member()).ifPresent(value -> identifiers.add(new Identifier(type, value)));
        }
        return List.copyOf(identifiers);
    }

    /** The name to show: {@code name}, else the identifier of highest precedence, else empty. */
    public Optional<String> displayName() {
        return get(NAME).or(() -> identifiers().stream().findFirst().map(Identifier::value));
    }
}
