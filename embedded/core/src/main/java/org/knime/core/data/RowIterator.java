package org.knime.core.data;

import java.util.Iterator;

/** Reads a table row by row; rows cannot be removed. */
public abstract class RowIterator implements Iterator<DataRow> {

    @Override
    public abstract boolean hasNext();

    @Override
    public abstract DataRow next();
}
