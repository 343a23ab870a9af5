package dev.latchkey.transfer;

/**
 * What became of the rows.
 *
 * @param imported how many were stored, or would have been by other than a dry run
 * @param unchanged how many were there already
 * @param refused how many were not stored
 * @param dryRun whether nothing was stored
 */
public record ImportReport(long imported, long unchanged, long refused, boolean dryRun) {

    /** One line for the report. */
    @Override
    public String toString() {
        return (dryRun ? "dry run, nothing was stored: " : "") + imported + " imported, " + unchanged + " unchanged, "
                + refused + " refused";
    }
}
