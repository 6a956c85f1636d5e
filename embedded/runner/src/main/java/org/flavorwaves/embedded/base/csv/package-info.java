/**
 * Text tables: {@link org.flavorwaves.embedded.base.csv.CsvTableReader} finds the columns of a file as KNIME's CSV
 * Reader does and reads it, {@link org.flavorwaves.embedded.base.csv.PlainCsv} reads a file whose columns are known.
 */
package org.flavorwaves.embedded.base.csv;
