package org.knime.core.data;

/** What a cell can be read as; a cell type is the ordered set of the values that it implements. */
public interface DataValue {
}
