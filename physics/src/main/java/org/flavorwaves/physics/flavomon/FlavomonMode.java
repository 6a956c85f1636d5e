package org.flavorwaves.physics.flavomon;

import java.util.Arrays;
import java.util.Optional;
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

    private final OptionalDouble m_renormalisation;

    private final OptionalDouble m_weakGrowth;

    private final Complex m_slope;

    private FlavomonMode(final Sector sector, final double k, final Complex omega, final Kind kind,
        final DielectricTensor eps, final OptionalDouble renormalisation, final OptionalDouble weakGrowth) {
        m_sector = sector;
        m_k = k;
        m_omega = omega;
        m_kind = kind;
        m_polarization = sector.polarization(eps);
        m_renormalisation = renormalisation;
        m_weakGrowth = weakGrowth;
        final Complex inK = sector.slope(eps, Derivative.IN_WAVE_NUMBER);
        final Complex slope = inK.divide(sector.slope(eps, Derivative.IN_FREQUENCY)).negate();
        m_slope = slope.isNaN() ? new Complex(Math.signum(omega.getReal() * k)) : slope;
    }

    /**
     * A mode off the light cone.
     *
     * @param tolerance |Im omega| up to which it is real
     */
    static FlavomonMode of(final FlavomonMedium medium, final Sector sector, final double k, final Complex omega,
        final double tolerance) {
        final Kind kind = omega.getImaginary() > tolerance ? Kind.UNSTABLE
            : omega.getImaginary() < -tolerance ? Kind.DAMPED : Kind.REAL;
        final DielectricTensor eps = medium.dielectricTensor(omega, k);
        if (kind == Kind.REAL) {
            return real(medium, sector, k, omega, eps);
        }
        final Optional<PrincipalMode> principal = medium.isContinuous() && medium.largestDamping() == 0
            && Math.abs(omega.getReal()) < Math.abs(k) ? PrincipalMode.near(medium, sector, k, omega)
                : Optional.empty();
        return new FlavomonMode(sector, k, omega, kind, eps,
            principal.map(p -> finite(1 / p.renormalisation(), medium.scale())).orElse(OptionalDouble.empty()),
            principal.map(p -> OptionalDouble.of(p.weakGrowth())).orElse(OptionalDouble.empty()));
    }

    /**
     * A mode on the real axis outside the light cone, whose tensor is known however close to it.
     */
    static FlavomonMode real(final FlavomonMedium medium, final Sector sector, final double k, final Complex omega,
        final DielectricTensor eps) {
        final double inverse = eps.inverseNorm(sector.polarization(eps)).getReal();
        return new FlavomonMode(sector, k, omega, Kind.REAL, eps, finite(inverse, medium.scale()),
            OptionalDouble.of(0));
    }

    /** Depolarization damps a mode of real dispersion whose parts all have it. */
    static FlavomonMode depolarized(final FlavomonMedium medium, final Sector sector, final double k,
        final Complex omega, final DielectricTensor eps) {
        final double inverse = eps.inverseNorm(sector.polarization(eps)).getReal();
        return new FlavomonMode(sector, k, omega, Kind.DAMPED, eps, finite(inverse, medium.scale()),
            OptionalDouble.empty());
    }

    private static OptionalDouble finite(final double inverse, final double scale) {
        final double size = Math.abs(inverse) * scale;
        return size < EXTREME && size > 1 / EXTREME ? OptionalDouble.of(1 / inverse) : OptionalDouble.empty();
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
     * @return true if |Re omega| &gt;= |k|, which rounding may make equal
     */
    public boolean isSuperluminal() {
        return Math.abs(m_omega.getReal()) >= Math.abs(m_k);
    }

    /** Whether the mode lies where its branch passes through the light cone, to rounding. */
    boolean isOnLightCone() {
        return m_kind == Kind.REAL && m_sector != Sector.LONGITUDINAL
            && Math.abs(Math.abs(m_omega.getReal()) - Math.abs(m_k)) < 1e-11 * Math.abs(m_k);
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
     * The wave-function renormalisation Z (FR 10), (FR 11). Of a mode that grows or decays inside the light cone it is
     * that of the real root of the principal-value dispersion relation next to it; the norm of the complex mode itself
     * vanishes.
     *
     * @return Z in the unit of the potentials; empty where it vanishes (light cone) or diverges (merging branches), and
     *         for complex modes without a real root next to them
     */
    public OptionalDouble renormalisation() {
        return m_renormalisation;
    }

    /**
     * Whether quanta of the mode carry L_x = +1 or -1.
     *
     * @return true for a flavomon (Z &gt; 0), false for an antiflavomon (Z &lt; 0); empty where Z is
     */
    public Optional<Boolean> isFlavomon() {
        return m_renormalisation.isPresent() ? Optional.of(m_renormalisation.getAsDouble() > 0) : Optional.empty();
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
     * The golden-rule growth rate (FR 18), (FR 20), with Z, e and u of the real root of the principal-value dispersion
     * relation next to the mode. It tends to the exact one as a crossing becomes shallow.
     *
     * @return gamma in the unit of the potentials; 0 for real modes; empty for complex modes without such a root
     */
    public OptionalDouble weakGrowth() {
        return m_weakGrowth;
    }
}
