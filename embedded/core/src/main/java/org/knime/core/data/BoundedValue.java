package org.knime.core.data;

/** Marks values whose column domain holds a lower and an upper bound. */
public interface BoundedValue extends DataValue {
}
