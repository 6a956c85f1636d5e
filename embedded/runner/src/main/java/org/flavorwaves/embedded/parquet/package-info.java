/**
 * Tables in Apache Parquet files, a row group at a time in both directions, without Hadoop. Columns have the types of
 * KNIME's tables; units and meanings are in the metadata of the file, as those of CSV files are beside them.
 */
package org.flavorwaves.embedded.parquet;
