package dev.latchkey.token;

import dev.latchkey.config.Client;
import dev.latchkey.config.Domain;
import dev.latchkey.config.Grant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Which scopes there are, and who is granted which (RFC 6749 §3.3). */
public final class Scopes {
    public static final String OPENID = "openid";
    public static final String PROFILE = "profile";
    public static final String EMAIL = "email";
    public static final String PHONE = "phone";
    public static final String OFFLINE_ACCESS = "offline_access";
    public static final String READ_FACTORS = "read:me:factors";
    public static final String READ_METHODS = "read:me:authentication_methods";
    public static final String CREATE_METHODS = "create:me:authentication_methods";
    public static final String UPDATE_METHODS = "update:me:authentication_methods";
    public static final String DELETE_METHODS = "delete:me:authentication_methods";

    /** What an absent {@code scope} means. */
    public static final List<String> DEFAULT = List.of(OPENID, PROFILE, EMAIL);

    /** The scopes of the sign-in itself. */
    public static final List<String> SIGN_IN = List.of(OPENID, PROFILE, EMAIL, PHONE, OFFLINE_ACCESS);

    /** The scopes of the My Account API. */
    public static final List<String> MY_ACCOUNT =
            List.of(READ_FACTORS, READ_METHODS, CREATE_METHODS, UPDATE_METHODS, DELETE_METHODS);

    private static final Pattern SCOPE = Pattern.compile("[\\x21\\x23-\\x5B\\x5D-\\x7E]+");

    private Scopes() {}

    /** The scopes of a {@code scope} parameter, or empty if it is malformed. */
    public static Optional<List<String>> parse(String scope) {
        Set<String> scopes = new LinkedHashSet<>();
        for (String each : scope.split(" ", -1)) {
            if (!SCOPE.matcher(each).matches()) {
                return Optional.empty();
            }
            scopes.add(each);
        }
        return Optional.of(List.copyOf(scopes));
    }

    /** Of those asked for, the ones that the client may have for the audience; others are silently left out. */
    public static List<String> grant(List<String> asked, Client client, Domain domain, String audience) {
        Set<String> allowed = new LinkedHashSet<>(SIGN_IN);
        if (audience.equals(domain.myAccountAudience())) {
            allowed.addAll(client.myAccount() ? MY_ACCOUNT : List.of());
        } else {
            allowed.addAll(client.scopes());
        }
        if (!client.grants().contains(Grant.REFRESH_TOKEN)) {
            allowed.remove(OFFLINE_ACCESS);
        }
        return asked.stream().filter(allowed::contains).toList();
    }

    /** Whether the client may ask for the audience: one of its own, the domain's userinfo, or the domain's My Account API. */
    public static boolean mayAsk(Client client, Domain domain, String audience) {
        return audience.equals(domain.userinfoAudience())
                || client.audiences().contains(audience)
                || (client.myAccount() && audience.equals(domain.myAccountAudience()));
    }
}
