package org.flavorwaves.physics.flavomon.kinetics;

import org.flavorwaves.physics.flavomon.kinetics.occupation.FlavomonEnergy;
import org.flavorwaves.physics.flavomon.kinetics.occupation.FlavomonWave;
import org.flavorwaves.physics.numerics.StrongStabilityRungeKutta;

/**
 * Integrates the energies that neutrinos and waves exchange along the steps of a run, with the weights of the
 * Runge-Kutta method, so that they belong to the same solution as the occupations. The work of the changing medium on
 * the waves is the trapezoidal sum of N dOmega over the steps.
 */
final class EnergyLedger {
    private final KineticSystem m_system;

    private final EnergyRates[] m_stages = new EnergyRates[StrongStabilityRungeKutta.STAGES];

    private int m_stage;

    private double[] m_energies;

    private double m_waves;

    private double m_kinetic;

    private double m_width;

    private double m_emitted;

    private double m_drift;

    /** Begins at y, which was evaluated last; its waves are its unknowns from the first on. */
    EnergyLedger(final KineticSystem system, final double[] y, final int first) {
        m_system = system;
        m_waves = waves(y, first);
        begin(y, first);
    }

    /**
     * Notes the rates of the last evaluation of the system, the first stage of the next step. What waves have that
     * begin or come into being there counts as work of the medium.
     */
    void begin(final double[] y, final int first) {
        final double waves = waves(y, first);
        m_drift += waves - m_waves;
        m_waves = waves;
        m_stages[0] = m_system.energyRates();
        m_stage = 0;
        m_energies = m_system.waveEnergies();
    }

    /** Notes the rates of a further stage; a step that is tried again starts from the second one. */
    void stage() {
        m_stage = m_stage % (m_stages.length - 1) + 1;
        m_stages[m_stage] = m_system.energyRates();
    }

    /** Adds a step, whose end was evaluated last. */
    void step(final double h, final double[] before, final double[] after, final int first) {
        for (int s = 0; s < m_stages.length; s++) {
            final double weight = h * StrongStabilityRungeKutta.weight(s);
            m_kinetic += weight * m_stages[s].kinetic();
            m_width += weight * m_stages[s].width();
            m_emitted += weight * m_stages[s].emitted();
        }
        final double[] energies = m_system.waveEnergies();
        for (int j = 0; j < energies.length; j++) {
            m_drift += 0.5 * (before[first + j] + after[first + j]) * (energies[j] - m_energies[j]);
        }
        m_waves = waves(after, first);
    }

    private double waves(final double[] y, final int first) {
        double waves = 0;
        final double[] energies = m_system.waveEnergies();
        for (int j = 0; j < energies.length; j++) {
            waves += y[first + j] * energies[j];
        }
        return waves;
    }

    /** The energies at y, which was evaluated last. */
    FlavomonEnergy at(final double[] y) {
        double power = 0;
        for (final FlavomonWave wave : m_system.waves(y)) {
            power += wave.power();
        }
        return new FlavomonEnergy(m_kinetic, m_system.potentialEnergy(), m_waves, m_drift, m_width, m_emitted, power);
    }
}
