package org.flavorwaves.physics.flavomon.kinetics.occupation;

import java.util.Arrays;
import java.util.List;

/** Neutrinos and flavomons at one time. Immutable. */
public final class FlavomonFrame {
    private final double m_time;

    private final double[] m_electron;

    private final double[] m_other;

    private final List<FlavomonWave> m_waves;

    private final FlavomonBalance m_balance;

    private final FlavomonEnergy m_energy;

    /**
     * What the unknowns of a kinetic system mean.
     *
     * @param time t
     * @param neutrinos the occupations at the start
     * @param y the unknowns
     * @param waves the flavomons
     * @param balance sums over both
     * @param energy energies of both
     */
    public FlavomonFrame(final double time, final NeutrinoOccupations neutrinos, final double[] y,
        final List<FlavomonWave> waves, final FlavomonBalance balance, final FlavomonEnergy energy) {
        m_time = time;
        m_electron = new double[neutrinos.size()];
        m_other = new double[neutrinos.size()];
        for (int i = 0; i < m_electron.length; i++) {
            m_electron[i] = neutrinos.electron(i, y);
            m_other[i] = neutrinos.other(i, y);
        }
        m_waves = List.copyOf(waves);
        m_balance = balance;
        m_energy = energy;
    }

    /**
     * The time.
     *
     * @return t in inverse units of the potentials
     */
    public double time() {
        return m_time;
    }

    /**
     * Electron-flavor occupations.
     *
     * @return f_e by mode, a new array
     */
    public double[] electron() {
        return Arrays.copyOf(m_electron, m_electron.length);
    }

    /**
     * Occupations of the other flavor.
     *
     * @return f_x by mode, a new array
     */
    public double[] other() {
        return Arrays.copyOf(m_other, m_other.length);
    }

    /**
     * The flavomon modes.
     *
     * @return one entry a mode that is followed, in the same order at all times
     */
    public List<FlavomonWave> waves() {
        return m_waves;
    }

    /**
     * Conserved numbers and entropy.
     *
     * @return the balance
     */
    public FlavomonBalance balance() {
        return m_balance;
    }

    /**
     * The energy ledger.
     *
     * @return energies
     */
    public FlavomonEnergy energy() {
        return m_energy;
    }
}
