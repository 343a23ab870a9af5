package dev.latchkey.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a title quotes of the contract: {@code §3: words of it … further words — §5: words of that section}.
 *
 * @param section the number of the section
 * @param words normalised
 */
record Quotation(int section, String words) {
    private static final Pattern NEXT_SECTION = Pattern.compile(" — (?=§\\d+: )");
    private static final Pattern OF_SECTION = Pattern.compile("§(\\d+): (.+)");
    private static final Pattern OMISSION = Pattern.compile(" … ");

    /** What a title quotes; nothing, if it does not begin with a section. */
    static List<Quotation> of(String title) {
        List<Quotation> quotations = new ArrayList<>();
        for (String part : NEXT_SECTION.split(title, -1)) {
            Matcher matcher = OF_SECTION.matcher(part);
            if (matcher.matches()) {
                for (String words : OMISSION.split(matcher.group(2), -1)) {
                    quotations.add(new Quotation(Integer.parseInt(matcher.group(1)), ContractText.normalised(words)));
                }
            }
        }
        return quotations;
    }

    boolean isOf(ContractText.Row row) {
        return section == row.section() && row.text().contains(words);
    }

    @Override
    public String toString() {
        return "§" + section + ": " + words;
    }
}
