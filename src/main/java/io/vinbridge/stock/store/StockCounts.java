package io.vinbridge.stock.store;

/**
 * Numbers of a file's lines by what became of them.
 *
 * @param rows lines in the file
 * @param unchanged vehicles of which it says what was said before
 * @param fresh vehicles that the dealer did not have before
 * @param changed vehicles of which it says something else
 * @param gone vehicles that it takes away, because they are missing
 * @param missing vehicles that are missing, and not for long enough yet
 * @param refused lines that cannot be taken
 * @param repeated lines about a vehicle of which an earlier line spoke: the later one counts
 * @param warnings lines that are taken with a warning
 * @param before vehicles that the dealer had before
 * @param taken vehicles of those above that are stored by now
 */
public record StockCounts(
        long rows,
        long unchanged,
        long fresh,
        long changed,
        long gone,
        long missing,
        long refused,
        long repeated,
        long warnings,
        long before,
        long taken) {

    static final StockCounts NONE = new StockCounts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
}
