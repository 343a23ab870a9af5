package dev.latchkey.account;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Something that a person is known by, unique in a realm under {@link #key()}.
 *
 * @param type what kind it is
 * @param value as the person wrote it
 */
public record Identifier(IdentifierType type, String value) {

    /**
     * The form that is compared and held unique: Unicode NFKC, then lower case, then NFKC again, so that letter case and look-alike
     * encodings of one identifier are one identifier.
     */
    public String key() {
        String folded = Normalizer.normalize(value, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return Normalizer.normalize(folded, Normalizer.Form.NFKC);
    }
}
