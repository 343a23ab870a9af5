package dev.latchkey.account;

/** What a person can be known by in a realm, in the order of precedence. */
public enum IdentifierType {
    EMAIL(ProfileMember.EMAIL),
    PHONE_NUMBER(ProfileMember.PHONE_NUMBER),
    USERNAME(ProfileMember.USERNAME);

    private final ProfileMember member;

    IdentifierType(ProfileMember member) {
        this.member = member;
    }

    /** The profile member that carries it. */
    public ProfileMember member() {
        return member;
    }
}
