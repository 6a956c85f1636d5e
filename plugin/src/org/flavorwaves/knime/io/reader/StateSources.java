package org.flavorwaves.knime.io.reader;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

import org.flavorwaves.knime.io.CellChoice;
import org.flavorwaves.knime.io.FirstLine;
import org.flavorwaves.knime.io.StateFile;
import org.flavorwaves.knime.io.StateFileColumns;
import org.flavorwaves.knime.io.StateFormatException;
import org.flavorwaves.knime.io.StateHints;
import org.flavorwaves.knime.io.amrex.ParticleFile;
import org.flavorwaves.knime.io.amrex.PlotfileHead;
import org.flavorwaves.knime.io.bulb.BulbState;
import org.flavorwaves.knime.io.emu.EmuCellFile;
import org.flavorwaves.knime.io.emu.EmuPlotParticles;
import org.flavorwaves.knime.io.hdf.HdfData;
import org.flavorwaves.knime.io.nubhlight.NubhlightStates;
import org.flavorwaves.knime.io.sedonu.SedonuStates;
import org.flavorwaves.physics.run.Progress;

/** Finds out by its content whether a file is one of those that are read from files. */
final class StateSources {
    private StateSources() {
    }

    static Optional<StateSource> of(final Path path, final StateHints hints, final CellChoice choice)
        throws IOException {
        if (HdfData.recognizes(path)) {
            return Optional.of(hdf(path, hints, choice));
        }
        final String first = FirstLine.of(path);
        if (PlotfileHead.recognizes(first)) {
            throw new StateFormatException("This is the head of a plotfile. Its particles are read from the file "
                + "Header in the folder of the particles, such as neutrinos/Header, and its fields by the node Moments "
                + "Reader.");
        }
        if (ParticleFile.recognizes(first)) {
            return Optional.of(source(StateFileFormat.EMU_PLOT, () -> EmuPlotParticles.columns(path),
                progress -> EmuPlotParticles.read(path, choice, hints, progress)));
        }
        if (BulbState.recognizes(path)) {
            return Optional.of(source(StateFileFormat.SNEWPY, () -> BulbState.columns(path),
                progress -> BulbState.read(path, hints.bulb(), choice.time(), progress)));
        }
        return Optional.empty();
    }

    private static StateSource hdf(final Path path, final StateHints hints, final CellChoice choice)
        throws IOException {
        final boolean cell;
        final boolean angles;
        try (HdfData file = HdfData.open(path)) {
            cell = EmuCellFile.recognizes(file);
            angles = NubhlightStates.recognizes(file);
        }
        if (cell && angles) {
            throw new StateFormatException("The HDF5 file can be Emu's cell_i_j_k.h5 (pupt) or nubhlight's dump "
                + "(local_angles); nothing tells which.");
        }
        if (cell) {
            return source(StateFileFormat.EMU_CELL, () -> EmuCellFile.columns(path),
                progress -> EmuCellFile.read(path, hints));
        }
        if (angles) {
            return source(StateFileFormat.NUBHLIGHT, () -> NubhlightStates.columns(path),
                progress -> NubhlightStates.read(path, hints, choice, progress));
        }
        return source(StateFileFormat.SEDONU, () -> SedonuStates.columns(path),
            progress -> SedonuStates.read(path, choice, progress));
    }

    /** Looks at the columns. */
    @FunctionalInterface
    private interface Look {
        StateFileColumns columns() throws IOException;
    }

    /** Reads the file. */
    @FunctionalInterface
    private interface Read {
        StateFile read(Progress progress) throws IOException;
    }

    private static StateSource source(final StateFileFormat format, final Look look, final Read read) {
        return new StateSource() {
            @Override
            public StateFileFormat format() {
                return format;
            }

            @Override
            public StateFileColumns columns() throws IOException {
                return look.columns();
            }

            @Override
            public StateFile read(final Progress progress) throws IOException {
                return read.read(progress);
            }
        };
    }
}
