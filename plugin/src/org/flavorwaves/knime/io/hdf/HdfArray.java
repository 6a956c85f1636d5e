package org.flavorwaves.knime.io.hdf;

import java.lang.reflect.Array;
import java.util.Arrays;

import io.jhdf.api.Dataset;
import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.api.dataset.ContiguousDataset;
import org.flavorwaves.knime.io.StateFormatException;

/** A dataset of numbers of an HDF5 file, read in boxes. */
public final class HdfArray {
    private final String m_name;

    private final Dataset m_dataset;

    private final int[] m_shape;

    HdfArray(final String name, final Dataset dataset, final long fileSize) {
        m_name = name;
        m_dataset = dataset;
        m_shape = dataset.isScalar() ? new int[0] : dataset.getDimensions();
        final Class<?> type = dataset.getJavaType();
        if (type == boolean.class || !type.isPrimitive() && !Number.class.isAssignableFrom(type)) {
            throw new StateFormatException("The dataset '" + name + "' does not hold numbers.");
        }
        if (dataset instanceof ContiguousDataset contiguous && !dataset.isEmpty() && size() > 0) {
            final long address = contiguous.getDataAddress();
            final double bytes = size() * (double) contiguous.getDataType().getSize();
            if (address < 0 || address + bytes > fileSize) {
                throw new StateFormatException("The dataset '" + name + "' says that it has the shape "
                    + Arrays.toString(m_shape) + ", which goes beyond the end of the file.");
            }
        }
    }

    /**
     * Its name.
     *
     * @return path in the file
     */
    public String name() {
        return m_name;
    }

    /**
     * Its shape.
     *
     * @return the dimensions, the slowest first; none of a single number
     */
    public int[] shape() {
        return m_shape.clone();
    }

    /**
     * The number of numbers.
     *
     * @return product of the dimensions
     */
    public double size() {
        return Arrays.stream(m_shape).asDoubleStream().reduce(1, (a, b) -> a * b);
    }

    /**
     * How many indices of the slowest dimension are stored, and unpacked, together.
     *
     * @return at least 1
     */
    public int thickness() {
        if (m_dataset instanceof ChunkedDataset chunked) {
            return HdfData.<Integer>guarded("The dataset '" + m_name + "'",
                () -> Math.max(1, chunked.getChunkDimensions()[0]));
        }
        return 1;
    }

    /**
     * Requires a shape.
     *
     * @param shape the dimensions; -1 for any
     * @return this
     * @throws StateFormatException if it has another one; names both
     */
    public HdfArray requireShape(final int... shape) {
        boolean same = shape.length == m_shape.length;
        for (int a = 0; same && a < shape.length; a++) {
            same = shape[a] == m_shape[a] || shape[a] < 0;
        }
        if (!same) {
            throw new StateFormatException("The dataset '" + m_name + "' has the shape " + Arrays.toString(m_shape)
                + ", but needs " + Arrays.toString(shape).replace("-1", "any") + ".");
        }
        return this;
    }

    /**
     * Reads a box.
     *
     * @param offset its first index along each dimension
     * @param shape its size along each dimension
     * @return the numbers, the last dimension fastest
     */
    public double[] read(final int[] offset, final int[] shape) {
        return HdfData.guarded("The dataset '" + m_name + "'", () -> {
            final double[] values = new double[Math.toIntExact(Arrays.stream(shape).asLongStream().reduce(1,
                Math::multiplyExact))];
            if (values.length > 0) {
                final Object data = m_shape.length == 0 ? m_dataset.getData()
                    : m_dataset.getData(Arrays.stream(offset).asLongStream().toArray(), shape);
                if (m_shape.length == 0) {
                    values[0] = ((Number) data).doubleValue();
                } else if (flatten(data, values, 0) != values.length) {
                    throw new StateFormatException("The dataset '" + m_name + "' is shorter than it says.");
                }
            }
            return values;
        });
    }

    /**
     * Reads all of a small dataset.
     *
     * @param most more numbers than this are refused
     * @return the numbers, the last dimension fastest
     */
    public double[] readAll(final int most) {
        if (size() > most) {
            throw new StateFormatException("The dataset '" + m_name + "' has the shape " + Arrays.toString(m_shape)
                + "; at most " + most + " numbers are expected.");
        }
        return read(new int[m_shape.length], m_shape);
    }

    private static int flatten(final Object data, final double[] values, final int start) {
        int next = start;
        final int length = Array.getLength(data);
        if (data instanceof double[] numbers) {
            System.arraycopy(numbers, 0, values, start, length);
            return start + length;
        }
        for (int i = 0; i < length; i++) {
            final Object item = Array.get(data, i);
            if (item instanceof Number number) {
                values[next++] = number.doubleValue();
            } else {
                next = flatten(item, values, next);
            }
        }
        return next;
    }
}
