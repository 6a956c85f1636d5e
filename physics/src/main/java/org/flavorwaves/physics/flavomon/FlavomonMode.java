package org.flavorwaves.physics.flavomon;

import java.util.Arrays;
import java.util.OptionalDouble;

import org.apache.commons.math3.complex.Complex;
import org.flavorwaves.physics.flavomon.Sector.Derivative;

/**
 * One solution of the dispersion relation at one wave number. Immutable.
 */
public final class FlavomonMode {
    /** How a mode lives. */
    public enum Kind {
        /** Real omega, on or outside the light cone or at a zero of G: neither grows nor decays. */
        REAL,
        /** Im omega &gt; 0. */
        UNSTABLE,
        /** Im omega &lt; 0 by resonance with neutrinos (continued below the real axis) or by depolarization. */
        DAMPED
    }

    /** |1/Z| times the scale of the medium above which Z is taken as vanishing, and its inverse. */
    private static final double EXTREME = 1e10;

    private final Sector m_sector;

    private final double m_k;

    private final Complex m_omega;

    private final Kind m_kind;

    private final Complex[] m_polarization;

    private final Complex m_inverseNorm;

    private final Complex m_slope;

    private final double m_scale;

    FlavomonMode(final FlavomonMedium medium, final Sector sector, final double k, final Complex omega,
        final double realTolerance) {
        m_sector = sector;
        m_k = k;
        m_omega = omega;
        final DielectricTensor eps = medium.dielectricTensor(omega, k);
        m_polarization = sector.polarization(eps);
        m_inverseNorm = eps.inverseNorm(m_polarization);
        m_slope = sector.slope(eps, Derivative.IN_WAVE_NUMBER)
            .divide(sector.slope(eps, Derivative.IN_FREQUENCY)).negate();
        m_scale = medium.scale();
        if (omega.getImaginary() > realTolerance) {
            m_kind = Kind.UNSTABLE;
        } else if (omega.getImaginary() < -realTolerance) {
            m_kind = Kind.DAMPED;
        } else {
            m_kind = Kind.REAL;
        }
    }

    /**
     * The sector of the mode.
     *
     * @return longitudinal or transverse
     */
    public Sector sector() {
        return m_sector;
    }

    /**
     * The shifted wave number.
     *
     * @return k = K + D^z, in the unit of the potentials
     */
    public double k() {
        return m_k;
    }

    /**
     * The shifted frequency.
     *
     * @return omega = Omega + D^0 + lambda, in the unit of the potentials
     */
    public Complex omega() {
        return m_omega;
    }

    /**
     * How the mode lives.
     *
     * @return real, unstable or damped
     */
    public Kind kind() {
        return m_kind;
    }

    /**
     * Where the mode lies.
     *
     * @return true if |Re omega| &gt; |k|
     */
    public boolean isSuperluminal() {
        return Math.abs(m_omega.getReal()) > Math.abs(m_k);
    }

    /**
     * The polarization, lower components with sum |e_n|^2 = 1.
     *
     * @return e_t, e_x, e_y, e_z as a new array
     */
    public Complex[] polarization() {
        return Arrays.copyOf(m_polarization, m_polarization.length);
    }

    /**
     * The wave-function renormalisation Z (FR 10), (FR 11), from the real part of 1/Z.
     *
     * @return Z in the unit of the potentials; empty where it vanishes (light cone) or diverges (merging branches)
     */
    public OptionalDouble renormalisation() {
        final double inverse = m_inverseNorm.getReal() * m_scale;
        if (!(Math.abs(inverse) < EXTREME) || Math.abs(inverse) < 1 / EXTREME) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(m_scale / inverse);
    }

    /**
     * Whether quanta of the mode carry L_x = +1 or -1.
     *
     * @return true for a flavomon (Z &gt; 0), false for an antiflavomon (Z &lt; 0)
     */
    public boolean isFlavomon() {
        return m_inverseNorm.getReal() > 0;
    }

    /**
     * The group velocity.
     *
     * @return Re d omega/dk, in units of c
     */
    public double groupVelocity() {
        return m_slope.getReal();
    }

    /** d omega/dk along the branch. */
    Complex slope() {
        return m_slope;
    }

    /**
     * The golden-rule growth rate that this mode's phase velocity implies (FR 18), (FR 20): gamma = -pi Z sum_i w_i g_i
     * |e.V_i|^2 delta(omega - k.v_i) = -Z Im(e*_m eps^{mn} e_n) at real omega, with e the real-frequency polarization.
     *
     * @param medium the medium of the mode
     * @return gamma in the unit of the potentials; 0 outside the light cone; empty where Z is
     */
    public OptionalDouble weakGrowth(final FlavomonMedium medium) {
        if (isSuperluminal() || m_k == 0) {
            return OptionalDouble.of(0);
        }
        final OptionalDouble z = renormalisation();
        if (z.isEmpty()) {
            return z;
        }
        final DielectricTensor eps = medium.dielectricTensor(new Complex(m_omega.getReal()), m_k);
        return OptionalDouble.of(-z.getAsDouble() * eps.expectation(m_polarization).getImaginary());
    }
}
