package org.flavorwaves.knime.io.moments;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

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
        final Map<String, Function<HdfData, MomentsFile>> found = new LinkedHashMap<>();
        if (MergerMoments.recognizes(file)) {
            found.put("the M1 moments of a merger (n_e(1|ccm))", MergerMoments::new);
        }
        if (RheaMoments.recognizes(file)) {
            found.put("Rhea's list (" + RheaMoments.INITIAL + ")", RheaMoments::new);
        }
        if (EmuGridMoments.recognizes(file)) {
            found.put("Emu's allData.h5 (" + EmuGridMoments.FIRST + ")", EmuGridMoments::new);
        }
        if (found.size() > 1) {
            throw new StateFormatException("The HDF5 file can be " + String.join(" or ", found.keySet())
                + "; nothing tells which. Remove the datasets of the others.");
        }
        if (found.isEmpty()) {
            throw new StateFormatException("The HDF5 file has neither n_e(1|ccm), the M1 moments of a merger, nor "
                + RheaMoments.INITIAL + ", Rhea's list, nor " + EmuGridMoments.FIRST + ", Emu's allData.h5; found: "
                + String.join(", ", file.names("/")) + ".");
        }
        return found.values().iterator().next().apply(file);
    }
}
