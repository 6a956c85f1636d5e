package org.flavorwaves.embedded.base.csv;

/**
 * A column of a character file.
 *
 * @param name name of the column in the table
 * @param field index of the column among the data fields of a row
 * @param type type of its texts
 */
public record CsvColumn(String name, int field, FieldType type) {
}
