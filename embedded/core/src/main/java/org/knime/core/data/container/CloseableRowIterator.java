package org.knime.core.data.container;

import java.io.Closeable;

import org.knime.core.data.RowIterator;

/** A row iterator that releases what it holds when it is closed, or when it has been read to its end. */
public abstract class CloseableRowIterator extends RowIterator implements Closeable {

    /** Ends the iteration; {@link #hasNext()} is false from then on. */
    @Override
    public abstract void close();
}
