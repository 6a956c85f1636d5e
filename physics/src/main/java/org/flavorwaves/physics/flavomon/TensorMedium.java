package org.flavorwaves.physics.flavomon;

import java.util.List;

import org.apache.commons.math3.complex.Complex;
import org.flavorwaves.physics.flavomon.spectra.AngularSpectrum;
import org.flavorwaves.physics.flavomon.spectra.DispersionIntegrals;

/**
 * A medium without axial symmetry about the direction of propagation. All components of the dielectric tensor are
 * integrals over c = v.khat of azimuthal moments of the lepton number, so the closed forms of the axial case carry
 * over.
 */
final class TensorMedium implements FlavomonMedium {

    /**
     * The azimuthal moments of one energy and species, with v = (x, y, c), as spectra over c.
     *
     * @param shift s omega B_z + i D
     * @param one moment of 1
     * @param x moment of v_x
     * @param y moment of v_y
     * @param xx moment of v_x^2
     * @param xy moment of v_x v_y
     * @param yy moment of v_y^2
     */
    record Part(Complex shift, AngularSpectrum one, AngularSpectrum x, AngularSpectrum y, AngularSpectrum xx,
        AngularSpectrum xy, AngularSpectrum yy) {
    }

    private final List<Part> m_parts;

    TensorMedium(final List<Part> parts) {
        m_parts = List.copyOf(parts);
    }

    @Override
    public List<Sector> sectors() {
        return List.of(Sector.MIXED);
    }

    @Override
    public DielectricTensor dielectricTensor(final Complex omega, final double k) {
        final DielectricTensor eps = new DielectricTensor();
        for (final Part p : m_parts) {
            final Complex shifted = omega.add(p.shift);
            final DispersionIntegrals one = p.one.integrals(shifted, k);
            final DispersionIntegrals x = p.x.integrals(shifted, k);
            final DispersionIntegrals y = p.y.integrals(shifted, k);
            eps.subtract(0, 0, one, 0, 1);
            eps.subtract(0, 3, one, 1, 1);
            eps.subtract(3, 3, one, 2, 1);
            eps.subtract(0, 1, x, 0, 1);
            eps.subtract(1, 3, x, 1, 1);
            eps.subtract(0, 2, y, 0, 1);
            eps.subtract(2, 3, y, 1, 1);
            eps.subtract(1, 1, p.xx.integrals(shifted, k), 0, 1);
            eps.subtract(1, 2, p.xy.integrals(shifted, k), 0, 1);
            eps.subtract(2, 2, p.yy.integrals(shifted, k), 0, 1);
        }
        return eps;
    }

    @Override
    public double scale() {
        double sum = 0;
        double shift = 0;
        for (final Part part : m_parts) {
            sum += part.one.strength() + part.x.strength() + part.y.strength();
            shift = Math.max(shift, part.shift.abs());
        }
        return sum + shift;
    }

    @Override
    public double largestShift() {
        return m_parts.stream().mapToDouble(p -> Math.abs(p.shift.getReal())).max().orElse(0);
    }

    @Override
    public boolean isContinuous() {
        return m_parts.stream().allMatch(p -> p.one.isContinuous());
    }

    @Override
    public boolean hasShifts() {
        return m_parts.stream().anyMatch(p -> !p.shift.equals(Complex.ZERO));
    }

    @Override
    public double poleDistance(final Complex omega, final double k) {
        double closest = Double.POSITIVE_INFINITY;
        for (final Part part : m_parts) {
            closest = Math.min(closest, part.one.poleDistance(omega.add(part.shift), k));
        }
        return closest;
    }
}
