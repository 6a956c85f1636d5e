package org.flavorwaves.knime.io.moments;

import java.io.IOException;
import java.nio.file.Path;

import org.flavorwaves.knime.io.StateFormatException;
import org.flavorwaves.knime.io.hdf.HdfData;

/** Finds out by its content what a file of moments is. */
public final class MomentsFiles {
    private MomentsFiles() {
    }

    /**
     * Opens a file.
     *
     * @param path the file
     * @return the open file
     * @throws IOException if it cannot be read
     * @throws StateFormatException if it holds no moments of a known layout, or of more than one
     */
    public static MomentsFile open(final Path path) throws IOException {
        if (!HdfData.recognizes(path)) {
            return new DelimitedMoments(path);
        }
        final HdfData file = HdfData.open(path);
        try {
            return ofHdf(file);
        } catch (final StateFormatException e) {
            file.close();
            throw e;
        }
    }

    private static MomentsFile ofHdf(final HdfData file) {
        final boolean merger = MergerMoments.recognizes(file);
        final boolean rhea = RheaMoments.recognizes(file);
        if (merger && rhea) {
            throw new StateFormatException("The HDF5 file can be the M1 moments of a merger (n_e(1|ccm)) or Rhea's "
                + "list (" + RheaMoments.INITIAL + "); nothing tells which. Remove the datasets of one of them.");
        }
        if (merger) {
            return new MergerMoments(file);
        }
        if (rhea) {
            return new RheaMoments(file);
        }
        throw new StateFormatException("The HDF5 file has neither n_e(1|ccm), the M1 moments of a merger, nor "
            + RheaMoments.INITIAL + ", Rhea's list; found: " + String.join(", ", file.names("/")) + ".");
    }
}
