package dev.latchkey.testkit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A CBOR map: major type 5. Members are written in the order in which they were added; replacing a member keeps its
 * place. Immutable and thread-safe: each change gives a new map.
 */
public final class CborMap implements Cbor {

    private static final Bytes INDEFINITE_MAP = Bytes.copyOf((byte) 0xbf);
    private static final Bytes BREAK = Bytes.copyOf((byte) 0xff);

    private final Map<Cbor, Cbor> members;
    private final boolean indefinite;

    private CborMap(Map<Cbor, Cbor> members, boolean indefinite) {
        this.members = members;
        this.indefinite = indefinite;
    }

    /** A map without members. */
    public static CborMap empty() {
        return new CborMap(Map.of(), false);
    }

    /** This map with a member under an integer label, as in COSE keys. */
    public CborMap with(long label, Cbor value) {
        return with(Cbor.of(label), value);
    }

    /** This map with a member under a text label, as in attestation objects. */
    public CborMap with(String label, Cbor value) {
        return with(Cbor.of(label), value);
    }

    private CborMap with(Cbor label, Cbor value) {
        Map<Cbor, Cbor> changed = new LinkedHashMap<>(members);
        changed.put(label, value);
        return new CborMap(changed, indefinite);
    }

    /** This map without the member of an integer label. */
    public CborMap without(long label) {
        return without(Cbor.of(label));
    }

    /** This map without the member of a text label. */
    public CborMap without(String label) {
        return without(Cbor.of(label));
    }

    private CborMap without(Cbor label) {
        Map<Cbor, Cbor> changed = new LinkedHashMap<>(members);
        changed.remove(label);
        return new CborMap(changed, indefinite);
    }

    /** The member of an integer label. */
    public Optional<Cbor> get(long label) {
        return Optional.ofNullable(members.get(Cbor.of(label)));
    }

    /** The member of a text label. */
    public Optional<Cbor> get(String label) {
        return Optional.ofNullable(members.get(Cbor.of(label)));
    }

    /** This map, written with indefinite length (RFC 8949 section 3.2.2), which CTAP2 forbids. */
    public CborMap withIndefiniteLength() {
        return new CborMap(members, true);
    }

    @Override
    public Bytes encode() {
        Bytes encoded = indefinite ? INDEFINITE_MAP : CborHead.of(5, members.size());
        for (Map.Entry<Cbor, Cbor> member : members.entrySet()) {
            encoded = encoded.plus(member.getKey().encode())
                    .plus(member.getValue().encode());
        }
        return indefinite ? encoded.plus(BREAK) : encoded;
    }
}
