package org.flavorwaves.knime.io.moments;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;

import org.flavorwaves.knime.io.CellChoice;
import org.flavorwaves.physics.run.Progress;

/** An open file of moments. */
public interface MomentsFile extends Closeable {
    /**
     * What it holds.
     *
     * @return format and columns
     */
    MomentsHeader header();

    /**
     * The most memory that reading takes at once.
     *
     * @return bytes
     */
    long bytes();

    /**
     * The time of the moments.
     *
     * @param choice which part of the file
     * @return time in s, if the file has times
     */
    default OptionalDouble time(final CellChoice choice) {
        return OptionalDouble.empty();
    }

    /**
     * What is to be doubted about the moments.
     *
     * @return sentences, known after reading
     */
    default List<String> doubts() {
        return List.of();
    }

    /**
     * Reads it in parts.
     *
     * @param choice which part
     * @param cells takes the cells in the order of the file
     * @param progress told how far reading is
     * @throws IOException if it cannot be read
     * @throws org.flavorwaves.knime.io.StateFormatException if it does not hold what its header says
     */
    void read(CellChoice choice, CellFilter cells, Progress progress) throws IOException;
}
