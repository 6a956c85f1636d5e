package org.flavorwaves.knime.io.moments.codes;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import org.flavorwaves.knime.io.FirstLine;
import org.flavorwaves.knime.io.StateFormatException;
import org.flavorwaves.knime.io.amrex.ParticleFile;
import org.flavorwaves.knime.io.amrex.PlotfileHead;
import org.flavorwaves.knime.io.hdf.HdfData;
import org.flavorwaves.knime.io.moments.MomentsFile;
import org.flavorwaves.knime.io.moments.MomentsHints;

/** Finds out by its content what a file of moments is. */
public final class MomentsFiles {
    private MomentsFiles() {
    }

    /**
     * Opens a file.
     *
     * @param path the file
     * @param hints what it may need to be told
     * @return the open file
     * @throws IOException if it cannot be read
     * @throws StateFormatException if it holds no moments of a known layout, or of more than one
     */
    public static MomentsFile open(final Path path, final MomentsHints hints) throws IOException {
        if (!HdfData.recognizes(path)) {
            return ofText(path, FirstLine.of(path), hints);
        }
        final HdfData file = HdfData.open(path);
        try {
            return ofHdf(file, hints);
        } catch (final StateFormatException | IOException e) {
            file.close();
            throw e;
        }
    }

    private static MomentsFile ofText(final Path path, final String first, final MomentsHints hints)
        throws IOException {
        if (Gr1dMoments.recognizes(first)) {
            return new Gr1dMoments(path);
        }
        if (PlotfileHead.recognizes(first)) {
            return new EmuPlotMoments(path, hints);
        }
        if (NuxMoments.recognizes(first)) {
            return new NuxMoments(path, hints);
        }
        if (ParticleFile.recognizes(first)) {
            throw new StateFormatException("These are particles of a plotfile: read them with the node Distribution "
                + "Reader, or the fields of the plotfile from the file Header one folder up.");
        }
        return new DelimitedMoments(path);
    }

    private static MomentsFile ofHdf(final HdfData file, final MomentsHints hints) throws IOException {
        final Map<String, Opener> known = new LinkedHashMap<>();
        known.put("the M1 moments of a merger (n_e(1|ccm))", new Opener(MergerMoments::recognizes,
            (data, told) -> new MergerMoments(data)));
        known.put("Rhea's list (" + RheaMoments.INITIAL + ")", new Opener(RheaMoments::recognizes,
            RheaMoments::new));
        known.put("Emu's allData.h5 (" + EmuGridMoments.FIRST + ")", new Opener(EmuGridMoments::recognizes,
            EmuGridMoments::new));
        known.put("GR-Athena++'s .athdf (LogicalLocations)", new Opener(AthenaMoments::recognizes,
            AthenaMoments::new));
        known.put("FLASH's two-flavor M1 moments (ee01)", new Opener(FlashMoments::recognizes,
            (data, told) -> new FlashMoments(data)));
        final List<String> found =
            known.keySet().stream().filter(name -> known.get(name).recognizes().test(file)).toList();
        if (found.size() > 1) {
            throw new StateFormatException("The HDF5 file can be " + String.join(" or ", found)
                + "; nothing tells which. Remove the datasets of the others.");
        }
        if (found.isEmpty()) {
            throw new StateFormatException("The HDF5 file is none of " + String.join(", ", known.keySet())
                + "; found: " + String.join(", ", file.names("/")) + ".");
        }
        return known.get(found.get(0)).layout().open(file, hints);
    }

    /** How a layout is told from others, and what opens it. */
    private record Opener(Predicate<HdfData> recognizes, Layout layout) {
    }

    /** Opens files of a layout. */
    @FunctionalInterface
    private interface Layout {
        MomentsFile open(HdfData file, MomentsHints hints) throws IOException;
    }
}
