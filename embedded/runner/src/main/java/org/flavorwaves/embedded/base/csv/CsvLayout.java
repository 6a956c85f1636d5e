package org.flavorwaves.embedded.base.csv;

/**
 * Which rows of a character file are data, and what its fields are.
 *
 * @param header whether the first row names the columns
 * @param rowIds whether the first field of a row is its key
 * @param prefixRowIds whether keys from the file are prefixed with {@code File_0_}
 * @param shortRows whether rows may differ in length; missing fields are then missing cells
 * @param rowsToSkip data rows to pass over; negative for none
 * @param maxRows the most data rows to read; negative for all
 * @param maxRowsForTypes the most data rows to find the column types from; negative for all
 * @param formats how texts become numbers
 */
public record CsvLayout(boolean header, boolean rowIds, boolean prefixRowIds, boolean shortRows, long rowsToSkip,
    long maxRows, long maxRowsForTypes, NumberFormats formats) {

    /** A header, no keys, equal lengths, all rows, all rows for types, {@code 1.5} for numbers. */
    static CsvLayout plain() {
        return new CsvLayout(true, false, false, false, -1, -1, -1, new NumberFormats('\0', '.'));
    }

    /** Index of the first field that is data. */
    int firstField() {
        return rowIds ? 1 : 0;
    }
}
