package org.flavorwaves.physics.flavomon.kinetics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.flavorwaves.physics.flavomon.kinetics.occupation.FlavomonBalance;
import org.flavorwaves.physics.flavomon.kinetics.occupation.FlavomonWave;
import org.flavorwaves.physics.flavomon.kinetics.occupation.NeutrinoOccupations;

/** The resonant closure (FR 17), (FR 21). */
final class ResonantSystem implements KineticSystem {
    private final NeutrinoOccupations m_neutrinos;

    private final ResonantWaves m_waves;

    private final FlavomonExchange m_exchange;

    private final FlavomonOptions m_options;

    ResonantSystem(final NeutrinoOccupations neutrinos, final ResonantWaves waves, final FlavomonOptions options) {
        m_neutrinos = neutrinos;
        m_waves = waves;
        m_exchange = new FlavomonExchange(neutrinos, waves.size(), options.spontaneous());
        m_options = options;
    }

    @Override
    public double[] initial() {
        final double[] y = new double[m_neutrinos.size() + m_waves.size()];
        Arrays.fill(y, m_neutrinos.size(), y.length, m_options.seed());
        return y;
    }

    @Override
    public void evaluate(final double[] y, final double[] rates) {
        m_waves.update(y);
        m_exchange.evaluate(y, m_waves, rates);
    }

    @Override
    public double fastest() {
        return m_exchange.fastest();
    }

    @Override
    public boolean accept(final double[] y) {
        return m_waves.accept(y);
    }

    @Override
    public List<FlavomonWave> waves(final double[] y) {
        final List<FlavomonWave> waves = new ArrayList<>();
        for (int j = 0; j < m_waves.size(); j++) {
            waves.add(m_waves.describe(j, y[m_neutrinos.size() + j]));
        }
        return waves;
    }

    @Override
    public FlavomonBalance balance(final double[] y) {
        return FlavomonBalance.of(m_neutrinos, m_waves, y);
    }

    /** Each quantum of a mode takes -v.K, D^0 - v.D and Omega, which add up to omega - k v (FR S27). */
    @Override
    public EnergyRates energyRates() {
        final MediumSeries medium = m_waves.medium();
        double kinetic = 0;
        double potential = 0;
        double waves = 0;
        double width = 0;
        for (int j = 0; j < m_waves.size(); j++) {
            if (m_waves.exists(j)) {
                final double states = m_waves.sign(j) * m_waves.measure(j);
                final double quanta = states * m_exchange.quanta(j);
                final double flow = states * m_exchange.flow(j);
                kinetic -= (m_waves.shifted(j) - medium.flux()) * flow;
                potential += medium.density() * quanta - medium.flux() * flow;
                waves += (m_waves.omega(j) - medium.density()) * quanta;
                width += m_waves.omega(j) * quanta - m_waves.shifted(j) * flow;
            }
        }
        return new EnergyRates(kinetic, potential, waves, width, 0);
    }

    /** Omega of a quantum, with the sign of Z, times the states of the wave number (FR S39). */
    @Override
    public double[] waveEnergies() {
        final double[] energies = new double[m_waves.size()];
        for (int j = 0; j < energies.length; j++) {
            energies[j] = m_waves.exists(j)
                ? m_waves.sign(j) * m_waves.measure(j) * (m_waves.omega(j) - m_waves.medium().density()) : 0;
        }
        return energies;
    }

    @Override
    public double potentialEnergy() {
        return m_waves.medium().potentialEnergy();
    }

    @Override
    public double violation(final FlavomonBalance start, final FlavomonBalance now, final double scale) {
        return Math.max(Math.abs(now.electronInvariant() - start.electronInvariant()),
            Math.abs(now.otherInvariant() - start.otherInvariant())) / scale;
    }

    /** With classical waves only, the neutrinos' entropy alone; it then rises against waves of infinite temperature. */
    @Override
    public double monotoneEntropy(final FlavomonBalance balance) {
        return m_options.spontaneous() ? balance.entropy() : balance.neutrinoEntropy();
    }
}
