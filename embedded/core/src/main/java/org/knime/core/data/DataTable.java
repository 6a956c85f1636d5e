package org.knime.core.data;

/** A read-only table that is read row by row. */
public interface DataTable extends Iterable<DataRow> {

    /**
     * Columns and domains.
     *
     * @return the spec
     */
    DataTableSpec getDataTableSpec();

    @Override
    RowIterator iterator();
}
