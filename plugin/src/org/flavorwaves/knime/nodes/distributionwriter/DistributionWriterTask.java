package org.flavorwaves.knime.nodes.distributionwriter;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.flavorwaves.knime.io.FlavorMatrices;
import org.flavorwaves.knime.io.cosenu.CosenuWriter;
import org.flavorwaves.knime.io.emu.EmuWriter;
import org.flavorwaves.knime.nodes.distributionwriter.DistributionWriterParameters.Format;
import org.flavorwaves.knime.table.Messages;
import org.flavorwaves.knime.table.StateCell;
import org.flavorwaves.knime.table.StateTable;
import org.flavorwaves.knime.table.WeightUnit;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.threeflavor.ThreeFlavorState;
import org.knime.core.node.KNIMEException;

/** Writes the cells of a state table to a file. */
final class DistributionWriterTask {
    private static final int NAMED_CELLS = 10;

    private final DistributionWriterParameters m_parameters;

    private final StateTable m_table;

    private final double[] m_energies;

    /**
     * What was written.
     *
     * @param cells number of cells
     * @param modes number of modes
     * @param bytes size of the file
     * @param what what the code needs to know of it
     */
    record Written(int cells, int modes, long bytes, String what) {
    }

    /** Fills a file. */
    @FunctionalInterface
    private interface Content {
        void write(OutputStream out) throws IOException;
    }

    /**
     * Takes a table.
     *
     * @param parameters what is written
     * @param table the states
     * @param energies in MeV of each row; none if the table has none
     */
    DistributionWriterTask(final DistributionWriterParameters parameters, final StateTable table,
        final double[] energies) {
        m_parameters = parameters;
        m_table = table;
        m_energies = energies.clone();
    }

    Written write(final Path path) throws IOException, KNIMEException {
        final List<StateCell> cells = cells();
        final int modes = cells.stream().mapToInt(StateCell::size).sum();
        if (m_parameters.m_format.isEmu()) {
            final EmuWriter writer = emu(cells.get(0));
            final long bytes = replace(path, out -> {
                final Writer text = new OutputStreamWriter(out, StandardCharsets.US_ASCII);
                writer.write(text, m_parameters.m_format == Format.EMU_NAMED);
                text.flush();
            });
            return new Written(1, modes, bytes, writer.particles() + " particles, densities in cm^-3");
        }
        final List<FlavorState> states = new ArrayList<>();
        for (final StateCell cell : cells) {
            if (cell.threeFlavors().isPresent()) {
                throw Messages.failure("COSEnu has two flavors, but the state has three.", "Write it for Emu.");
            }
            states.add(inTableUnit(cell.state()));
        }
        final CosenuWriter writer = new CosenuWriter(states, m_parameters.m_repeats, m_parameters.m_scale);
        final long bytes = replace(path,
            out -> writer.write(out, m_parameters.m_format == Format.COSENU_DENSITIES));
        return new Written(cells.size(), modes, bytes, "nz = " + writer.cells() + ", nvz = " + writer.velocities());
    }

    private List<StateCell> cells() throws KNIMEException {
        final String wanted = m_parameters.m_cell.strip();
        final List<StateCell> all = m_table.cells();
        if (!wanted.isEmpty()) {
            final List<StateCell> found = all.stream()
                .filter(cell -> cell.key().map(key -> key.toString().equals(wanted)).orElse(false)).toList();
            if (found.isEmpty()) {
                throw Messages.failure("There is no cell '" + wanted + "'; found: " + names(all) + ".");
            }
            return found;
        }
        if (m_parameters.m_format.isEmu() && all.size() > 1) {
            throw Messages.failure("Emu's particle files hold one cell, but the table has " + all.size() + ": "
                + names(all) + ".", "Name the one that is wanted (cell).");
        }
        return all;
    }

    private static String names(final List<StateCell> cells) {
        final List<String> names = cells.stream().limit(NAMED_CELLS)
            .map(cell -> cell.key().map(Object::toString).orElse("one without a name")).toList();
        return String.join(", ", names) + (cells.size() > NAMED_CELLS ? ", ..." : "");
    }

    /** Weights as the table has them. */
    private MomentumModes unscaled(final MomentumModes modes) {
        return modes.toBuilder()
            .weight(Arrays.stream(modes.weights()).map(weight -> m_table.units().weight(weight)).toArray()).build();
    }

    private FlavorState inTableUnit(final FlavorState state) {
        final int n = state.size();
        final double[][] p = new double[4][n];
        for (int i = 0; i < n; i++) {
            p[0][i] = state.trace(i);
            p[1][i] = state.px(i);
            p[2][i] = state.py(i);
            p[3][i] = state.pz(i);
        }
        return new FlavorState(unscaled(state.modes()), p[0], p[1], p[2], p[3]);
    }

    private EmuWriter emu(final StateCell cell) throws KNIMEException {
        if (m_table.units().weights() != WeightUnit.PER_CM3) {
            throw Messages.failure("Emu needs densities in cm^-3, but the weights of the state are in natural units.",
                "Make the state with weights in cm^-3, or set the units to CGS if the table does not say its unit.");
        }
        final FlavorMatrices matrices = cell.threeFlavors().isPresent() ? ofThree(cell.threeFlavors().get())
            : FlavorMatrices.of(inTableUnit(cell.state()));
        final double[] energies = new double[cell.size()];
        for (int i = 0; i < energies.length; i++) {
            energies[i] = m_energies.length == 0 ? m_parameters.m_energy : m_energies[cell.row(i)];
            if (!(energies[i] > 0)) {
                throw Messages.failure("Emu needs the energies of neutrinos, but the table has no column E and energy "
                    + "is 0.", "Set the energy in MeV (energy).");
            }
        }
        return new EmuWriter(matrices, energies, m_table.layout().hasRings() ? m_parameters.m_nPhi : 1);
    }

    private FlavorMatrices ofThree(final ThreeFlavorState state) {
        final double[][] rho = new double[state.size()][];
        for (int i = 0; i < rho.length; i++) {
            rho[i] = state.rho(i);
        }
        final double[] none = new double[rho.length];
        return FlavorMatrices.of(new ThreeFlavorState(unscaled(state.modes()), none, none, rho));
    }

    /** Writes beside the file, so that nobody finds half of it, and puts it in its place. */
    private static long replace(final Path path, final Content content) throws IOException {
        final Path part = Files.createTempFile(path.getParent(), path.getFileName().toString(), ".part");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
                content.write(out);
            }
            Files.move(part, path, StandardCopyOption.REPLACE_EXISTING);
            return Files.size(path);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
