package org.flavorwaves.physics.flavomon;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.apache.commons.math3.complex.Complex;
import org.flavorwaves.physics.flavomon.spectra.AngularSpectrum;
import org.flavorwaves.physics.flavomon.spectra.DispersionIntegrals;
import org.flavorwaves.physics.flavomon.spectra.LegendreSpectrum;

/**
 * An axially symmetric medium: spectra G_p(v), each seen at its own shifted frequency omega + s_p omega_p B_z + i D_p
 * (FW coherence). In the fast limit there is one spectrum and no shift. Immutable.
 */
public final class AxialMedium implements FlavomonMedium {
    private record Part(AngularSpectrum spectrum, Complex shift) {
    }

    private final List<Part> m_parts;

    private AxialMedium(final List<Part> parts) {
        m_parts = parts;
    }

    /**
     * A medium in the fast limit.
     *
     * @param coefficients a_0 ... a_L of the Legendre series of the lepton-number spectrum of all energies and species
     *            together, in the unit of the potentials
     * @return the medium
     */
    public static AxialMedium ofSeries(final double... coefficients) {
        return fast(new LegendreSpectrum(coefficients));
    }

    /** A medium in the fast limit with the lepton-number spectrum of all energies and species together. */
    static AxialMedium fast(final AngularSpectrum spectrum) {
        return new AxialMedium(List.of(new Part(spectrum, Complex.ZERO)));
    }

    /**
     * Adds a spectrum that is seen at a shifted frequency.
     *
     * @param spectrum lepton-number spectrum of one energy and species
     * @param vacuumShift s omega B_z, in the unit of the potentials
     * @param depolarization D &gt;= 0, in the unit of the potentials
     * @return a changed copy
     */
    AxialMedium with(final AngularSpectrum spectrum, final double vacuumShift, final double depolarization) {
        final List<Part> parts = new ArrayList<>(m_parts);
        parts.add(new Part(spectrum, new Complex(vacuumShift, depolarization)));
        return new AxialMedium(List.copyOf(parts));
    }

    /** A medium without anything in it, to be filled with {@link #with}. */
    static AxialMedium empty() {
        return new AxialMedium(List.of());
    }

    @Override
    public List<Sector> sectors() {
        return List.of(Sector.LONGITUDINAL, Sector.TRANSVERSE);
    }

    /** eps^tt = 1 - I_0, eps^tz = -I_1, eps^zz = -1 - I_2, eps^xx = eps^yy = -1 - (I_0 - I_2)/2. */
    @Override
    public DielectricTensor dielectricTensor(final Complex omega, final double k) {
        return sum(part -> part.spectrum.integrals(omega.add(part.shift), k));
    }

    @Override
    public DielectricTensor outside(final int side, final double gap, final double k) {
        return sum(part -> part.spectrum.outside(side, gap, k));
    }

    private DielectricTensor sum(final Function<Part, DispersionIntegrals> integrals) {
        final DielectricTensor eps = new DielectricTensor();
        for (final Part part : m_parts) {
            final DispersionIntegrals f = integrals.apply(part);
            eps.subtract(0, 0, f, 0, 1);
            eps.subtract(0, 3, f, 1, 1);
            eps.subtract(3, 3, f, 2, 1);
            for (int a = 1; a <= 2; a++) {
                eps.subtract(a, a, f, 0, 0.5);
                eps.subtract(a, a, f, 2, -0.5);
            }
        }
        return eps;
    }

    /**
     * The total lepton-number spectrum.
     *
     * @param v cos theta
     * @return G(v) summed over all parts
     */
    public double density(final double v) {
        double sum = 0;
        for (final Part part : m_parts) {
            sum += part.spectrum.density(v);
        }
        return sum;
    }

    /**
     * A moment of the total spectrum: D^0 for n = 0, D^z for n = 1.
     *
     * @param n power
     * @return M_n in the unit of the potentials
     */
    public double moment(final int n) {
        double sum = 0;
        for (final Part part : m_parts) {
            sum += part.spectrum.moment(n);
        }
        return sum;
    }

    @Override
    public double scale() {
        return m_parts.stream().mapToDouble(p -> p.spectrum.strength()).sum();
    }

    @Override
    public List<Complex> shifts() {
        return m_parts.isEmpty() ? List.of(Complex.ZERO) : m_parts.stream().map(Part::shift).distinct().toList();
    }

    @Override
    public boolean isContinuous() {
        return m_parts.stream().allMatch(p -> p.spectrum.isContinuous());
    }

    @Override
    public double trustedEllipse() {
        return m_parts.stream().mapToDouble(p -> p.spectrum.trustedEllipse()).min().orElse(1);
    }

    @Override
    public FlavomonMedium neighbour() {
        return new AxialMedium(m_parts.stream().map(p -> new Part(p.spectrum.neighbour(), p.shift)).toList());
    }

    @Override
    public double poleDistance(final Complex omega, final double k) {
        double closest = Double.POSITIVE_INFINITY;
        for (final Part part : m_parts) {
            closest = Math.min(closest, part.spectrum.poleDistance(omega.add(part.shift), k));
        }
        return closest;
    }
}
