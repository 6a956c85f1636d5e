package org.knime.core.data;

/** Marks values whose column domain lists the values that occur. */
public interface NominalValue extends DataValue {
}
