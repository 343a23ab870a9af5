package dev.latchkey.testkit;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/** A flag of authenticator data (W3C Web Authentication Level 3, section 6.1). */
public enum Flag {
    /** User present. */
    UP(0x01),
    /** Reserved for future use, bit 1: always 0. */
    RFU1(0x02),
    /** User verified. */
    UV(0x04),
    /** Backup eligible: a multi-device credential. */
    BE(0x08),
    /** Backed up. */
    BS(0x10),
    /** Reserved for future use, bit 5: always 0. */
    RFU2(0x20),
    /** Attested credential data included. */
    AT(0x40),
    /** Extension data included. */
    ED(0x80);

    private final int mask;

    Flag(int mask) {
        this.mask = mask;
    }

    /** The flag's bit in the flags byte. */
    public int mask() {
        return mask;
    }

    static byte encode(Collection<Flag> flags) {
        return (byte) flags.stream().mapToInt(Flag::mask).sum();
    }

    static Set<Flag> decode(byte flags) {
        EnumSet<Flag> set = EnumSet.noneOf(Flag.class);
        for (Flag flag : values()) {
            if ((flags & flag.mask) != 0) {
                set.add(flag);
            }
        }
        return set;
    }

    static Set<Flag> change(Collection<Flag> flags, Flag flag, boolean set) {
        EnumSet<Flag> changed = EnumSet.noneOf(Flag.class);
        changed.addAll(flags);
        if (set) {
            changed.add(flag);
        } else {
            changed.remove(flag);
        }
        return Set.copyOf(changed);
    }
}
