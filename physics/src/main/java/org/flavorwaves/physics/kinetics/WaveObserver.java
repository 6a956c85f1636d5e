package org.flavorwaves.physics.kinetics;

import org.flavorwaves.physics.kinetics.waves.BoxModes;
import org.flavorwaves.physics.kinetics.waves.FlavorViscosity;
import org.flavorwaves.physics.kinetics.waves.WaveBasis;
import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.linear.WaveFunction;
import org.flavorwaves.physics.linear.WaveOperator;
import org.flavorwaves.physics.linear.WaveSynchrony;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;

/** Measures an evolution against the identities (FW lepton-number) and (FW length). */
final class WaveObserver {
    private final SymmetryAxes m_axes;

    private final double[] m_squares;

    private final double m_weight;

    private final double m_largest;

    /** Starts with a background, which may stay along one axis, and the |P_i| of background and waves together. */
    WaveObserver(final FlavorState state, final Environment environment, final boolean aligned,
        final double[] total) {
        m_axes = SymmetryAxes.of(state, environment, aligned);
        m_squares = new double[total.length];
        double weight = 0;
        double largest = 0;
        for (int i = 0; i < total.length; i++) {
            m_squares[i] = total[i] * total[i];
            weight += state.modes().weight(i) * total[i];
            largest = Math.max(largest, m_squares[i]);
        }
        m_weight = Math.max(weight, Double.MIN_NORMAL);
        m_largest = Math.max(largest, Double.MIN_NORMAL);
    }

    /** 2 sum_{n&gt;0} |P_{i,n}|^2 of each mode. */
    static double[] waveSquares(final WaveFunction[] waves, final int modes) {
        final double[] squares = new double[modes];
        for (final WaveFunction wave : waves) {
            for (int i = 0; i < modes; i++) {
                squares[i] += 2 * wave.weight(i);
            }
        }
        return squares;
    }

    /** Violation of the first identity; NaN without an axis of symmetry. */
    double leptonDrift(final FlavorState state, final double time) {
        return m_axes.drift(state, time) / m_weight;
    }

    /** Measures the second identity against other squares than those of all waves at the start. */
    void keep(final double[] lengths, final double[] squares) {
        for (int i = 0; i < squares.length; i++) {
            m_squares[i] = lengths[i] * lengths[i] + squares[i];
        }
    }

    /** Violation of the second identity by lengths and the squares of their waves; NaN with sources. */
    double lengthDrift(final double[] squares, final double[] lengths, final MomentumModes modes, final double time) {
        double worst = modes.absorption().acts() ? Double.NaN : 0;
        for (int i = 0; i < squares.length; i++) {
            final double kept = m_squares[i] * Math.exp(-2 * modes.depolarization(i) * time);
            worst = Math.max(worst, Math.abs(lengths[i] * lengths[i] + squares[i] - kept));
        }
        return worst / m_largest;
    }

    /** Violation of the third identity; NaN without waves. */
    static double viscosityResidual(final WaveBasis basis, final double delta, final double[] phi) {
        final FlavorViscosity viscosity = new FlavorViscosity(basis, delta);
        final double[] fields = new double[basis.state().size()];
        viscosity.depolarization(phi, fields);
        final double[] frequencies = viscosity.fromFrequencies(phi);
        double scale = Double.MIN_NORMAL;
        for (int at = 0; at < basis.size(); at++) {
            scale += Math.hypot(basis.omegaRe(at), basis.omegaIm(at))
                * (phi[2 * at] * phi[2 * at] + phi[2 * at + 1] * phi[2 * at + 1]);
        }
        double worst = 0;
        for (int i = 0; i < fields.length; i++) {
            worst = Math.max(worst, Math.abs(fields[i] * basis.state().length(i) - frequencies[i]));
        }
        return scale > Double.MIN_NORMAL ? worst / scale : Double.NaN;
    }

    /** The largest |sum_m H_{i,n-m} x P_{i,m}| with m = 0 and n included (JK 103), from the products of the waves. */
    static double waveTorque(final Background background, final BoxModes box, final WaveFunction[] waves,
        final WaveFunction[] products) {
        final MomentumModes modes = background.state().modes();
        final double[] damping = modes.dampings();
        double worst = 0;
        for (int n = 1; n <= waves.length; n++) {
            final WaveFunction wave = waves[n - 1];
            final WaveFunction product = products[n - 1];
            final WaveFunction linear = new WaveOperator(background, box.k(n)).apply(wave);
            for (int i = 0; i < modes.size(); i++) {
                final double vk = box.k(n).dot(modes.vx(i), modes.vy(i), modes.vz(i));
                final double d = damping[i];
                double square = 0;
                for (int a = 0; a < 3; a++) {
                    final double x = linear.re(i, a) - product.im(i, a) - vk * wave.re(i, a) - d * wave.im(i, a);
                    final double y = linear.im(i, a) + product.re(i, a) - vk * wave.im(i, a) + d * wave.re(i, a);
                    square += x * x + y * y;
                }
                worst = Math.max(worst, square);
            }
        }
        return Math.sqrt(worst);
    }

    /** The torque of all waves on the mean beside the most that it could be (JK 22); NaN without waves. */
    static double torqueShare(final MomentumModes modes, final WaveFunction[] waves) {
        double torque = 0;
        double bound = 0;
        for (final WaveFunction wave : waves) {
            final WaveSynchrony synchrony = new WaveSynchrony(modes, wave);
            torque += synchrony.torque();
            bound += synchrony.bound();
        }
        return torque / bound;
    }

    /** The largest |Im(N exp(-i phi))| (JK 104); |N| where a band has no amplitude and so no phase. */
    static double waveDriving(final double[] phi, final double[] nonlinear) {
        double worst = 0;
        for (int c = 0; c < phi.length; c += 2) {
            final double size = Math.hypot(phi[c], phi[c + 1]);
            final double driving = size > 0
                ? Math.abs(nonlinear[c + 1] * phi[c] - nonlinear[c] * phi[c + 1]) / size
                : Math.hypot(nonlinear[c], nonlinear[c + 1]);
            worst = Math.max(worst, driving);
        }
        return worst;
    }
}
