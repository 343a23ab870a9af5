package dev.latchkey.jpa.internal;

import dev.latchkey.account.ProfileMember;
import dev.latchkey.config.AccountAttribute;

/** Which attribute of the configuration holds which member of a profile. */
final class HostMembers {
    private HostMembers() {}

    static AccountAttribute attribute(ProfileMember member) {
        return switch (member) {
            case EMAIL -> AccountAttribute.EMAIL;
            case PHONE_NUMBER -> AccountAttribute.PHONE_NUMBER;
            case USERNAME -> AccountAttribute.USERNAME;
            case NAME -> AccountAttribute.NAME;
            case NICKNAME -> AccountAttribute.NICKNAME;
            case GIVEN_NAME -> AccountAttribute.GIVEN_NAME;
            case FAMILY_NAME -> AccountAttribute.FAMILY_NAME;
            case PICTURE -> AccountAttribute.PICTURE;
        };
    }
}
