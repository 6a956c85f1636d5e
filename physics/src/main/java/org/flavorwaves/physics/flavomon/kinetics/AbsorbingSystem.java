package org.flavorwaves.physics.flavomon.kinetics;

import java.util.Arrays;
import java.util.List;

import org.flavorwaves.physics.flavomon.kinetics.occupation.FlavomonBalance;
import org.flavorwaves.physics.flavomon.kinetics.occupation.FlavomonWave;
import org.flavorwaves.physics.flavomon.kinetics.occupation.NeutrinoOccupations;
import org.flavorwaves.physics.state.Absorption;

/**
 * A closure with absorption and emission of neutrinos beside it: df_e/dt and df_x/dt gain kappa (f_s - f) of the
 * occupations f_s of the source (FW source). Waves are not damped by it, the limit of slow collisions.
 *
 * <p>The unknowns of the closure are followed by the changes of f_e + f_x and by the numbers n_e and n_x that were
 * emitted in all, beside which the closure conserves what it does to rounding.
 */
final class AbsorbingSystem implements KineticSystem {
    private final NeutrinoOccupations m_neutrinos;

    private final KineticSystem m_closure;

    private final double m_largest;

    private final double[] m_emitted = new double[2];

    private double m_potential;

    AbsorbingSystem(final NeutrinoOccupations neutrinos, final KineticSystem closure) {
        m_neutrinos = neutrinos;
        m_closure = closure;
        double largest = 0;
        for (int i = 0; i < neutrinos.size(); i++) {
            largest = Math.max(largest, neutrinos.absorption().rate(i));
        }
        m_largest = largest;
    }

    @Override
    public int collisional() {
        return m_neutrinos.size() + m_emitted.length;
    }

    @Override
    public double[] initial() {
        final double[] y = m_closure.initial();
        return Arrays.copyOf(y, y.length + collisional());
    }

    @Override
    public void evaluate(final double[] y, final double[] rates) {
        m_closure.evaluate(y, rates);
        final Absorption absorption = m_neutrinos.absorption();
        final int traces = y.length - collisional();
        double electrons = 0;
        double others = 0;
        double density = 0;
        double flux = 0;
        double flow = 0;
        for (int i = 0; i < m_neutrinos.size(); i++) {
            final double fe = m_neutrinos.electron(i, y);
            final double fx = m_neutrinos.other(i, y);
            final double electron = absorption.rate(i) * ((absorption.trace(i) + absorption.pz(i)) / 2 - fe);
            final double other = absorption.rate(i) * ((absorption.trace(i) - absorption.pz(i)) / 2 - fx);
            rates[i] += (electron - other) / 2;
            rates[traces + i] = electron + other;
            final double weight = m_neutrinos.weight(i) * m_neutrinos.sign(i);
            electrons += weight * electron;
            others += weight * other;
            density += weight * (fe - fx);
            flux += weight * (fe - fx) * m_neutrinos.velocity(i);
            flow += weight * (electron - other) * m_neutrinos.velocity(i);
        }
        m_potential = 0.5 * (density * (electrons - others) - flux * flow);
        rates[y.length - 2] = electrons;
        rates[y.length - 1] = others;
    }

    @Override
    public double fastest() {
        return Math.max(m_closure.fastest(), m_largest);
    }

    @Override
    public boolean accept(final double[] y) {
        return m_closure.accept(y);
    }

    @Override
    public List<FlavomonWave> waves(final double[] y) {
        return m_closure.waves(y);
    }

    @Override
    public FlavomonBalance balance(final double[] y) {
        m_emitted[0] = y[y.length - 2];
        m_emitted[1] = y[y.length - 1];
        return m_closure.balance(y);
    }

    @Override
    public EnergyRates energyRates() {
        final EnergyRates exchange = m_closure.energyRates();
        return new EnergyRates(exchange.kinetic(), exchange.potential(), exchange.waves(), exchange.width(),
            m_potential);
    }

    @Override
    public double[] waveEnergies() {
        return m_closure.waveEnergies();
    }

    @Override
    public double potentialEnergy() {
        return m_closure.potentialEnergy();
    }

    /** What the closure changes beside what was emitted up to the last balance. */
    @Override
    public double violation(final FlavomonBalance start, final FlavomonBalance now, final double scale) {
        return m_closure.violation(new FlavomonBalance(start.electronNumber() + m_emitted[0],
            start.otherNumber() + m_emitted[1], start.flavomonNumber(), start.neutrinoEntropy(),
            start.flavomonEntropy()), now, scale);
    }

    /** None: absorption and emission exchange entropy with matter. */
    @Override
    public double monotoneEntropy(final FlavomonBalance balance) {
        return Double.NaN;
    }
}
