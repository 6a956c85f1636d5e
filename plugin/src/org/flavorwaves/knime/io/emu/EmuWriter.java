package org.flavorwaves.knime.io.emu;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.flavorwaves.knime.io.FlavorMatrices;
import org.flavorwaves.knime.io.StateFormatException;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.flavorwaves.physics.state.Units;

/**
 * Writes Emu's particle_input.dat: a particle for each momentum and number of states, which holds the neutrinos and the
 * antineutrinos of it, with densities N00_Re ... in cm^-3, TrHN = 0 and Vphase = w (2 pi hbar c)^3. With names, the
 * first line is number_of_flavors and the second one has the columns; without, the first line is the number.
 */
public final class EmuWriter {
    private static final double MEV_PER_GEV = 1e3;

    /** Deviation of |v| from 1. */
    private static final double MASSIVE = 1e-9;

    private final FlavorMatrices m_state;

    private final double[] m_energies;

    private final int m_azimuths;

    private final Map<List<Double>, int[]> m_particles = new LinkedHashMap<>();

    /**
     * Gathers the particles.
     *
     * @param state with weights in cm^-3, directions with |v| = 1, or rings about z
     * @param energies of each mode in MeV
     * @param azimuths of rings, each as many directions; 1 if the velocities are directions
     * @throws StateFormatException if a velocity is not that of light
     */
    public EmuWriter(final FlavorMatrices state, final double[] energies, final int azimuths) {
        m_state = state;
        m_energies = energies.clone();
        m_azimuths = azimuths;
        final MomentumModes modes = state.modes();
        final Map<List<Double>, Integer> copies = new LinkedHashMap<>();
        for (int i = 0; i < modes.size(); i++) {
            final double speed = Math.sqrt(modes.vx(i) * modes.vx(i) + modes.vy(i) * modes.vy(i)
                + modes.vz(i) * modes.vz(i));
            if (azimuths == 1 && Math.abs(speed - 1) > MASSIVE) {
                throw new StateFormatException("Mode " + i + " has |v| = " + speed + "; Emu's neutrinos have |v| = 1.");
            }
            final List<Double> momentum = List.of(modes.vx(i), modes.vy(i), modes.vz(i), energies[i], modes.weight(i));
            final int bar = modes.species(i) == Species.NU ? 0 : 1;
            final List<Double> counted = new ArrayList<>(momentum);
            counted.add((double) bar);
            final List<Double> key = new ArrayList<>(momentum);
            key.add((double) copies.merge(counted, 1, Integer::sum));
            m_particles.computeIfAbsent(key, k -> new int[]{-1, -1})[bar] = i;
        }
    }

    /**
     * The number of particles.
     *
     * @return that of momenta, times that of azimuths
     */
    public int particles() {
        return Math.multiplyExact(m_particles.size(), m_azimuths);
    }

    /**
     * Writes them.
     *
     * @param out takes the text
     * @param names whether the columns are named
     * @throws IOException if it cannot be written
     */
    public void write(final Writer out, final boolean names) throws IOException {
        out.write((names ? "number_of_flavors = " : "") + m_state.flavors() + "\n");
        if (names) {
            final List<String> columns = new ArrayList<>(List.of("pupx", "pupy", "pupz", "pupt"));
            columns.addAll(EmuColumns.matrix("N", m_state.flavors(), ""));
            columns.addAll(EmuColumns.matrix("N", m_state.flavors(), "bar"));
            columns.addAll(List.of("TrHN", "Vphase"));
            out.write(String.join(" ", columns) + "\n");
        }
        final double length = EmuStates.ERG_PER_MEV * 2 * Math.PI * Units.HBAR_C * MEV_PER_GEV;
        for (final int[] particle : m_particles.values()) {
            final int any = Math.max(particle[0], particle[1]);
            final double vz = m_state.modes().vz(any);
            final double sine = Math.sqrt(Math.max(0, 1 - vz * vz));
            for (int a = 0; a < m_azimuths; a++) {
                final double phi = 2 * Math.PI * a / m_azimuths;
                final double[] v = m_azimuths == 1 ? new double[]{m_state.modes().vx(any), m_state.modes().vy(any), vz}
                    : new double[]{sine * Math.cos(phi), sine * Math.sin(phi), vz};
                particle(out, particle, v, any, length * length * length);
            }
        }
    }

    private void particle(final Writer out, final int[] particle, final double[] v, final int any,
        final double volumePerState) throws IOException {
        final double energy = m_energies[any] * EmuStates.ERG_PER_MEV;
        numbers(out, v[0] * energy, v[1] * energy, v[2] * energy, energy);
        for (int bar = 0; bar < 2; bar++) {
            final double[] matrix = particle[bar] < 0 ? new double[m_state.flavors() * m_state.flavors()]
                : m_state.upper(particle[bar], bar == 1);
            for (int e = 0; e < matrix.length; e++) {
                matrix[e] /= m_azimuths;
            }
            out.write(' ');
            numbers(out, matrix);
        }
        out.write(' ');
        numbers(out, 0, m_state.modes().weight(any) / m_azimuths * volumePerState);
        out.write('\n');
    }

    private static void numbers(final Writer out, final double... values) throws IOException {
        for (int i = 0; i < values.length; i++) {
            out.write((i == 0 ? "" : " ") + values[i]);
        }
    }
}
