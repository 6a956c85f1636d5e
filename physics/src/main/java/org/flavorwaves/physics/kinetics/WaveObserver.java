package org.flavorwaves.physics.kinetics;

import org.flavorwaves.physics.kinetics.waves.FlavorViscosity;
import org.flavorwaves.physics.kinetics.waves.FullTerm;
import org.flavorwaves.physics.kinetics.waves.WaveBasis;
import org.flavorwaves.physics.linear.WaveFunction;
import org.flavorwaves.physics.linear.WaveOperator;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;

/** Measures an evolution against the identities (FW lepton-number) and (FW length). */
final class WaveObserver {
    private final SymmetryAxes m_axes;

    private final double[] m_numbers;

    private final double[] m_squares;

    private final double m_weight;

    private final double m_largest;

    /** Starts with a background and the |P_i| of background and waves together. */
    WaveObserver(final FlavorState state, final Environment environment, final double[] total) {
        m_axes = SymmetryAxes.of(state.modes(), environment);
        m_numbers = m_axes.numbers(state);
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
    static double[] waveSquares(final WaveBasis basis, final double[] phi) {
        final double[] squares = new double[basis.state().size()];
        for (int n = 1; n <= basis.waves(); n++) {
            final WaveFunction wave = basis.wave(phi, n);
            for (int i = 0; i < squares.length; i++) {
                squares[i] += 2 * wave.weight(i);
            }
        }
        return squares;
    }

    /** Violation of the first identity; NaN without an axis of symmetry. */
    double leptonDrift(final FlavorState state) {
        final double[] numbers = m_axes.numbers(state);
        double worst = numbers.length == 0 ? Double.NaN : 0;
        for (int a = 0; a < numbers.length; a++) {
            worst = Math.max(worst, Math.abs(numbers[a] - m_numbers[a]));
        }
        return worst / m_weight;
    }

    /** Violation of the second identity. */
    double lengthDrift(final WaveBasis basis, final double[] phi, final double[] lengths, final double time) {
        final double[] squares = waveSquares(basis, phi);
        double worst = 0;
        for (int i = 0; i < squares.length; i++) {
            final double kept = m_squares[i] * Math.exp(-2 * basis.modes().damping()[i] * time);
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

    /** The largest |sum_m H_{i,n-m} x P_{i,m}| with m = 0 and n included (JK 103). */
    static double waveTorque(final WaveBasis basis, final double[] phi) {
        final FullTerm full = new FullTerm(basis);
        full.evaluate(phi, new double[2 * basis.size()]);
        final MomentumModes modes = basis.state().modes();
        final double[] re = new double[basis.bands()];
        final double[] im = new double[basis.bands()];
        double worst = 0;
        for (int n = 1; n <= basis.waves(); n++) {
            full.torque(n, re, im);
            final WaveFunction wave = basis.wave(phi, n);
            final WaveFunction linear = new WaveOperator(basis.background(), basis.box().k(n)).apply(wave);
            for (int i = 0; i < modes.size(); i++) {
                final double vk = basis.box().k(n).dot(modes.vx(i), modes.vy(i), modes.vz(i));
                final double d = modes.depolarization(i);
                double square = 0;
                for (int a = 0; a < 3; a++) {
                    final double x = re[3 * i + a] + linear.re(i, a) - vk * wave.re(i, a) - d * wave.im(i, a);
                    final double y = im[3 * i + a] + linear.im(i, a) - vk * wave.im(i, a) + d * wave.re(i, a);
                    square += x * x + y * y;
                }
                worst = Math.max(worst, square);
            }
        }
        return Math.sqrt(worst);
    }

    /** The largest |Im(N exp(-i phi))| (JK 104); |N| where a band has no amplitude and so no phase. */
    static double waveDriving(final WaveBasis basis, final double[] phi, final double[] nonlinear) {
        double worst = 0;
        for (int c = 0; c < 2 * basis.size(); c += 2) {
            final double size = Math.hypot(phi[c], phi[c + 1]);
            final double driving = size > 0
                ? Math.abs(nonlinear[c + 1] * phi[c] - nonlinear[c] * phi[c + 1]) / size
                : Math.hypot(nonlinear[c], nonlinear[c + 1]);
            worst = Math.max(worst, driving);
        }
        return worst;
    }
}
