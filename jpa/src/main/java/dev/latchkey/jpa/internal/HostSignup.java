package dev.latchkey.jpa.internal;

import static dev.latchkey.config.AccountAttribute.BLOCKED;
import static dev.latchkey.config.AccountAttribute.CREATED_AT;
import static dev.latchkey.config.AccountAttribute.EMAIL_VERIFIED;
import static dev.latchkey.config.AccountAttribute.PHONE_NUMBER_VERIFIED;

import dev.latchkey.account.Identifier;
import dev.latchkey.account.IdentifierType;
import dev.latchkey.account.NewAccount;
import dev.latchkey.account.ProfileMember;
import dev.latchkey.config.AccountAttribute;
import java.util.Arrays;
import java.util.List;

/** Makes an instance of the host's entity from what a signup tells; members without an attribute are left out. */
record HostSignup(HostEntity host) {
    private static final List<AccountAttribute> FALSE_AT_FIRST =
            List.of(EMAIL_VERIFIED, PHONE_NUMBER_VERIFIED, BLOCKED);

    Object newEntity(NewAccount account) {
        Object entity = host.entity().newInstance();
        for (AccountAttribute attribute : FALSE_AT_FIRST) {
            host.attribute(attribute)
                    .filter(flag -> flag.type() == Boolean.class)
                    .ifPresent(flag -> flag.set(entity, false));
        }
        host.defaults().forEach((attribute, value) -> attribute.set(entity, HostDefaults.fresh(value)));
        account.profile().members().forEach((member, value) -> host.attribute(HostMembers.attribute(member))
                .ifPresent(attribute -> attribute.set(entity, stored(member, value))));
        host.attribute(CREATED_AT).ifPresent(attribute -> TimeValue.of(attribute.type(), account.createdAt())
                .ifPresent(time -> attribute.set(entity, time)));
        return entity;
    }

    private static String stored(ProfileMember member, String value) {
        return Arrays.stream(IdentifierType.values())
                .filter(type -> type.member() == member)
                .findFirst()
                .map(type -> new Identifier(type, value).key())
                .orElse(value);
    }
}
