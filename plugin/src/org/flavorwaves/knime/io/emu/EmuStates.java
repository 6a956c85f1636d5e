package org.flavorwaves.knime.io.emu;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.flavorwaves.knime.io.DensityUnit;
import org.flavorwaves.knime.io.FileCell;
import org.flavorwaves.knime.io.StateFileColumns;
import org.flavorwaves.knime.io.StateFormatException;
import org.flavorwaves.knime.io.StateHints;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.InvalidModeException;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.flavorwaves.physics.state.Units;
import org.flavorwaves.physics.threeflavor.ThreeFlavorState;

/**
 * Turns Emu's particles into modes: each becomes a neutrino and an antineutrino mode with velocity pup/pupt; a density
 * matrix that is zero becomes none.
 *
 * <p>With n the density matrix in cm^-3 and w the weight, P0 = (n00 + n11)/w, Px = 2 Re n01/w, Py = -+2 Im n01/w,
 * Pz = (n00 - n11)/w. The upper sign is for neutrinos; Emu evolves antineutrinos with the conjugate of the potential,
 * so that the conjugate of its matrix obeys the equation of the neutrinos with omega -&gt; -omega, as here.
 *
 * <p>With a phase-space volume Vphase &gt; 0 (solid angle times d(E^3)/3, in erg^3) the weight is the number of states,
 * Vphase/(2 pi hbar c)^3. Without one all weights are equal and the largest occupation is the one asked for. Flavor 1
 * is x; of three flavors, 1 and 2 must be equal and unmixed, unless all three are kept:
 * rho_ab = n_ab/w with the conjugate for antineutrinos.
 */
public final class EmuStates {
    /** The optional columns of every such file. */
    public static final StateFileColumns COLUMNS =
        new StateFileColumns(false, true, false, false, false, false, Optional.of(DensityUnit.PER_CM3));

    /** 1 MeV in erg, exact. */
    static final double ERG_PER_MEV = 1.602176634e-6;

    private static final double MEV_PER_GEV = 1e3;

    /** Relative deviation of |p| from E and of flavor 2 from flavor 1 that still counts as printing error. */
    private static final double TOLERANCE = 1e-6;

    private final EmuColumns m_columns;

    private final List<double[]> m_rows;

    private final List<Long> m_lines;

    private final String m_place;

    private final int m_count;

    private final Species[] m_species;

    private final double[][] m_velocity;

    private final double[] m_energy;

    /** Weight by phase space, or 0 where there is none. */
    private final double[] m_states;

    /** n00 + n11, 2 Re n01, -+2 Im n01, n00 - n11; of three flavors the nine numbers of the density matrix. */
    private final double[][] m_density;

    private final boolean m_three;

    private final long[] m_line;

    /**
     * Takes particles.
     *
     * @param columns what their numbers are
     * @param rows the numbers of each
     * @param lines the number of each in its file, for messages
     * @param place what that number counts, such as "Line"
     * @param three whether three flavors are kept
     */
    EmuStates(final EmuColumns columns, final List<double[]> rows, final List<Long> lines, final String place,
        final boolean three) {
        if (three && columns.flavors() != 3) {
            throw new StateFormatException("The Emu particle file has two flavors, but three are to be kept. Set "
                + "\"Flavors\" to two; Table to Distribution makes three of them.");
        }
        m_three = three;
        m_place = place;
        m_columns = columns;
        m_rows = rows;
        m_lines = lines;
        final int most = 2 * rows.size();
        m_species = new Species[most];
        m_velocity = new double[3][most];
        m_energy = new double[most];
        m_states = new double[most];
        m_density = new double[three ? 9 : 4][most];
        m_line = new long[most];
        m_count = fill();
    }

    private int fill() {
        int n = 0;
        for (final Species species : Species.values()) {
            for (int r = 0; r < m_rows.size(); r++) {
                if (fillMode(n, species, m_rows.get(r), m_lines.get(r))) {
                    n++;
                }
            }
        }
        return n;
    }

    private boolean fillMode(final int n, final Species species, final double[] row, final long line) {
        final boolean bar = species == Species.NUBAR;
        final double scale = m_columns.fractions() ? row[m_columns.index(bar ? "Nbar" : "N")] : 1;
        final double n00 = scale * row[m_columns.element(0, 0, "Re", bar)];
        final double n11 = scale * row[m_columns.element(1, 1, "Re", bar)];
        if (!(n00 >= 0 && n11 >= 0)) {
            throw new StateFormatException(m_place + " " + line + " has the densities " + n00 + " and " + n11
                + " cm^-3 of " + species.label() + "; they must be >= 0.");
        }
        if (m_columns.flavors() == 3 && !m_three) {
            requireTwoFlavors(scale, n11, bar, row, line);
        }
        m_species[n] = species;
        m_line[n] = line;
        m_states[n] = m_columns.hasPhaseSpace() ? states(row[m_columns.index("Vphase")], line) : 0;
        momentum(n, row, line);
        if (m_three) {
            return fillMatrix(n, species, scale, row);
        }
        m_density[0][n] = n00 + n11;
        m_density[1][n] = 2 * scale * row[m_columns.element(0, 1, "Re", bar)];
        m_density[2][n] = -species.sign() * 2 * scale * row[m_columns.element(0, 1, "Im", bar)];
        m_density[3][n] = n00 - n11;
        return n00 + n11 > 0;
    }

    /** The nine numbers ee, mm, tt, and real and imaginary parts of em, et, mt. */
    private boolean fillMatrix(final int n, final Species species, final double scale, final double[] row) {
        final boolean bar = species == Species.NUBAR;
        double trace = 0;
        int entry = 3;
        for (int a = 0; a < 3; a++) {
            m_density[a][n] = scale * row[m_columns.element(a, a, "Re", bar)];
            trace += m_density[a][n];
            for (int b = a + 1; b < 3; b++) {
                m_density[entry++][n] = scale * row[m_columns.element(a, b, "Re", bar)];
                m_density[entry++][n] = species.sign() * scale * row[m_columns.element(a, b, "Im", bar)];
            }
        }
        return trace > 0;
    }

    private void requireTwoFlavors(final double scale, final double n11, final boolean bar, final double[] row,
        final long line) {
        final double n22 = scale * row[m_columns.element(2, 2, "Re", bar)];
        if (Math.abs(n22 - n11) > TOLERANCE * n11) {
            throw new StateFormatException(m_place + " " + line + " has different densities of flavors 1 and 2, " + n11
                + " and " + n22 + " cm^-3; two flavors cannot represent "
                + "them. Set \"Flavors\" to three.");
        }
        for (final String part : List.of("Re", "Im")) {
            for (int a = 0; a < 2; a++) {
                for (int b = a + 1; b < 3; b++) {
                    if (row[m_columns.element(a, b, part, bar)] != 0) {
                        throw new StateFormatException(m_place + " " + line + " has coherence between flavors " + a
                            + " and " + b + " of three; two flavors cannot represent it. Set \"Flavors\" to three.");
                    }
                }
            }
        }
    }

    private double states(final double volume, final long line) {
        if (!(volume >= 0)) {
            throw new StateFormatException(m_place + " " + line + " has the phase-space volume Vphase = " + volume
                + " erg^3; it must be >= 0.");
        }
        final double length = ERG_PER_MEV * 2 * Math.PI * Units.HBAR_C * MEV_PER_GEV;
        return volume / (length * length * length);
    }

    private void momentum(final int n, final double[] row, final long line) {
        double square = 0;
        for (int a = 0; a < 3; a++) {
            m_velocity[a][n] = row[m_columns.index("pup" + "xyz".charAt(a))];
            square += m_velocity[a][n] * m_velocity[a][n];
        }
        final double p = Math.sqrt(square);
        final double energy = row[m_columns.index("pupt")];
        if (!(energy > 0) || Math.abs(p - energy) > TOLERANCE * energy) {
            throw new StateFormatException(m_place + " " + line + " has the energy " + energy
                + " erg and the momentum " + p + " erg; they must be equal and positive.");
        }
        for (int a = 0; a < 3; a++) {
            m_velocity[a][n] /= p;
        }
        m_energy[n] = energy / ERG_PER_MEV;
    }

    /** Whether all densities are zero. */
    boolean isEmpty() {
        return m_count == 0;
    }

    /**
     * Makes the state.
     *
     * @param key name of the cell, if there are cells
     * @param hints largest occupation where the file does not give phase-space volumes
     * @param extras numbers of the cell beside its modes
     */
    FileCell cell(final Optional<String> key, final StateHints hints, final double... extras) {
        if (m_count == 0) {
            throw new StateFormatException("All densities of the Emu particle file are zero.");
        }
        final double[] weight = weights(hints);
        final double[][] p = new double[m_density.length][m_count];
        for (int c = 0; c < p.length; c++) {
            for (int i = 0; i < m_count; i++) {
                p[c][i] = m_density[c][i] / weight[i];
            }
        }
        try {
            final MomentumModes modes = MomentumModes.builder().species(cut(m_species))
                .velocity(cut(m_velocity[0]), cut(m_velocity[1]), cut(m_velocity[2])).weight(weight).build();
            return m_three ? new FileCell(key, threeFlavors(modes, p), Optional.of(cut(m_energy)), extras)
                : new FileCell(key, new FlavorState(modes, p[0], p[1], p[2], p[3]), Optional.of(cut(m_energy)), extras);
        } catch (final InvalidModeException e) {
            throw new StateFormatException(m_place + " " + m_line[e.mode()] + ", " + m_species[e.mode()].label() + ", "
                + e.problem() + ".", e);
        }
    }

    private ThreeFlavorState threeFlavors(final MomentumModes modes, final double[][] p) {
        final double[][] rho = new double[m_count][p.length];
        for (int i = 0; i < m_count; i++) {
            for (int c = 0; c < p.length; c++) {
                rho[i][c] = p[c][i];
            }
        }
        final double[] none = new double[m_count];
        return new ThreeFlavorState(modes, none, none, rho);
    }

    /** The largest density of a flavor state, or of three flavors the norm of the matrix, which is no less. */
    private double largest(final int i) {
        double square = 0;
        for (int c = m_three ? 0 : 1; c < m_density.length; c++) {
            square += (m_three && c >= 3 ? 2 : 1) * m_density[c][i] * m_density[c][i];
        }
        return m_three ? Math.sqrt(square) : (m_density[0][i] + Math.sqrt(square)) / 2;
    }

    private double[] weights(final StateHints hints) {
        boolean known = true;
        double most = 0;
        for (int i = 0; i < m_count; i++) {
            known &= m_states[i] > 0;
            most = Math.max(most, largest(i));
        }
        if (known) {
            return cut(m_states);
        }
        final double[] weight = new double[m_count];
        Arrays.fill(weight, most / hints.peakOccupation());
        return weight;
    }

    private double[] cut(final double[] values) {
        return Arrays.copyOf(values, m_count);
    }

    private Species[] cut(final Species[] values) {
        return Arrays.copyOf(values, m_count);
    }
}
