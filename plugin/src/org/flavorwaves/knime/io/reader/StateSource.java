package org.flavorwaves.knime.io.reader;

import java.io.IOException;

import org.flavorwaves.knime.io.StateFile;
import org.flavorwaves.knime.io.StateFileColumns;
import org.flavorwaves.knime.io.StateFormatException;
import org.flavorwaves.physics.run.Progress;

/** A file of states whose format is read from a file and not from a stream, since others belong to it. */
interface StateSource {
    /** What it is. */
    StateFileFormat format();

    /**
     * Its optional columns.
     *
     * @throws StateFormatException if its head does not fit to the rest
     */
    StateFileColumns columns() throws IOException;

    /**
     * Reads it.
     *
     * @throws StateFormatException if it does not hold a state
     */
    StateFile read(Progress progress) throws IOException;
}
