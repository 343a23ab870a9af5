package dev.latchkey.jpa.entity;

import dev.latchkey.account.Account;
import dev.latchkey.account.AccountRef;
import dev.latchkey.account.IdentifierType;
import dev.latchkey.account.NewAccount;
import dev.latchkey.account.ProfileMember;
import dev.latchkey.account.UserProfile;
import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An account that the kit keeps itself, for applications without users of their own. */
@MappedSuperclass
@Access(AccessType.FIELD)
@SuppressWarnings("NullAway.Init")
public abstract class MappedAccount {
    @Id
    @Column(name = "id", length = 64, nullable = false)
    private String id;

    @Column(name = "realm", length = 128, nullable = false)
    private String realm;

    @Column(name = "email", length = 320)
    private @Nullable String email;

    /** See {@link IdentifierKeys}; null where the account has no e-mail. */
    @Column(name = "email_key", length = IdentifierKeys.LENGTH)
    private @Nullable String emailKey;

    @Column(name = "email_verified", nullable = false)
    private boolean emailVerified;

    @Column(name = "phone_number", length = 16)
    private @Nullable String phoneNumber;

    @Column(name = "phone_number_key", length = IdentifierKeys.LENGTH)
    private @Nullable String phoneNumberKey;

    @Column(name = "phone_number_verified", nullable = false)
    private boolean phoneNumberVerified;

    @Column(name = "username", length = 128)
    private @Nullable String username;

    @Column(name = "username_key", length = IdentifierKeys.LENGTH)
    private @Nullable String usernameKey;

    @Column(name = "full_name", length = 300)
    private @Nullable String fullName;

    @Column(name = "nickname", length = 300)
    private @Nullable String nickname;

    @Column(name = "given_name", length = 150)
    private @Nullable String givenName;

    @Column(name = "family_name", length = 150)
    private @Nullable String familyName;

    @Column(name = "picture", length = 2048)
    private @Nullable String picture;

    @Column(name = "user_metadata", length = MetadataJson.MAX_LENGTH)
    private @Nullable String userMetadata;

    /** Names of roles, separated by commas. */
    @Column(name = "roles", length = 1000)
    private @Nullable String roles;

    @Column(name = "blocked", nullable = false)
    private boolean blocked;

    @Column(name = "created_at_micros", nullable = false)
    private long createdAtMicros;

    protected MappedAccount() {}

    /** Takes over everything that a signup tells. */
    public void assign(String newId, NewAccount account) {
        id = newId;
        realm = account.realm();
        createdAtMicros = Micros.of(account.createdAt());
        userMetadata = MetadataJson.encode(account.userMetadata());
        UserProfile profile = account.profile();
        email = profile.get(ProfileMember.EMAIL).orElse(null);
        emailKey = IdentifierKeys.of(profile, IdentifierType.EMAIL);
        phoneNumber = profile.get(ProfileMember.PHONE_NUMBER).orElse(null);
        phoneNumberKey = IdentifierKeys.of(profile, IdentifierType.PHONE_NUMBER);
        username = profile.get(ProfileMember.USERNAME).orElse(null);
        usernameKey = IdentifierKeys.of(profile, IdentifierType.USERNAME);
        fullName = profile.get(ProfileMember.NAME).orElse(null);
        nickname = profile.get(ProfileMember.NICKNAME).orElse(null);
        givenName = profile.get(ProfileMember.GIVEN_NAME).orElse(null);
        familyName = profile.get(ProfileMember.FAMILY_NAME).orElse(null);
        picture = profile.get(ProfileMember.PICTURE).orElse(null);
    }

    /**
     * The account as a value. Its principal name is its id, which nobody can choose at a sign-up. A login of the application's own may
     * give somebody the same name; that makes them nobody here.
     */
    public Account toAccount() {
        return new Account(
                new AccountRef(realm, id),
                id,
                profile(),
                verified(),
                MetadataJson.decode(userMetadata),
                roleNames(),
                blocked,
                false);
    }

    private UserProfile profile() {
        Map<ProfileMember, String> members = new EnumMap<>(ProfileMember.class);
        for (ProfileMember member : ProfileMember.values()) {
            String value = column(member);
            if (value != null) {
                members.put(member, value);
            }
        }
        return new UserProfile(members);
    }

    private @Nullable String column(ProfileMember member) {
        return switch (member) {
            case EMAIL -> email;
            case PHONE_NUMBER -> phoneNumber;
            case USERNAME -> username;
            case NAME -> fullName;
            case NICKNAME -> nickname;
            case GIVEN_NAME -> givenName;
            case FAMILY_NAME -> familyName;
            case PICTURE -> picture;
        };
    }

    private Set<IdentifierType> verified() {
        Set<IdentifierType> verified = EnumSet.noneOf(IdentifierType.class);
        if (emailVerified) {
            verified.add(IdentifierType.EMAIL);
        }
        if (phoneNumberVerified) {
            verified.add(IdentifierType.PHONE_NUMBER);
        }
        return verified;
    }

    private Set<String> roleNames() {
        Set<String> names = new LinkedHashSet<>();
        if (roles != null) {
            Arrays.stream(roles.split(",", -1))
                    .map(String::strip)
                    .filter(name -> !name.isEmpty())
                    .forEach(names::add);
        }
        return names;
    }
}
