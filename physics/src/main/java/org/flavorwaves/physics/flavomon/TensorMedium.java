package org.flavorwaves.physics.flavomon;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.apache.commons.math3.complex.Complex;
import org.flavorwaves.physics.flavomon.spectra.DispersionIntegrals;
import org.flavorwaves.physics.flavomon.spectra.LegendreSpectrum;

/**
 * A medium without axial symmetry about the direction of propagation. All components of the dielectric tensor are
 * integrals over c = v.khat of azimuthal moments of the lepton number, so the closed forms of the axial case carry
 * over.
 */
final class TensorMedium implements FlavomonMedium {

    /**
     * The azimuthal moments of one energy and species, with v = (x, y, c), as series of equal order over c.
     *
     * @param shift s omega B_z + i D
     * @param moments of 1, v_x, v_y, v_x^2, v_x v_y, v_y^2
     */
    record Part(Complex shift, LegendreSpectrum[] moments) {
    }

    private final List<Part> m_parts;

    private final double m_trustedEllipse;

    private final Optional<TensorMedium> m_neighbour;

    /**
     * Takes the parts.
     *
     * @param parts moments by energy and species
     * @param trustedEllipse how far they can be continued
     * @param neighbour the same medium to another order, if there is one
     */
    TensorMedium(final List<Part> parts, final double trustedEllipse, final Optional<TensorMedium> neighbour) {
        m_parts = List.copyOf(parts);
        m_trustedEllipse = trustedEllipse;
        m_neighbour = neighbour;
    }

    @Override
    public List<Sector> sectors() {
        return List.of(Sector.MIXED);
    }

    @Override
    public DielectricTensor dielectricTensor(final Complex omega, final double k) {
        return sum(part -> LegendreSpectrum.integrals(part.moments, omega.add(part.shift), k));
    }

    @Override
    public DielectricTensor outside(final int side, final double gap, final double k) {
        return sum(part -> Arrays.stream(part.moments).map(s -> s.outside(side, gap, k))
            .toArray(DispersionIntegrals[]::new));
    }

    private DielectricTensor sum(final Function<Part, DispersionIntegrals[]> integrals) {
        final DielectricTensor eps = new DielectricTensor();
        for (final Part p : m_parts) {
            final DispersionIntegrals[] f = integrals.apply(p);
            eps.subtract(0, 0, f[0], 0, 1);
            eps.subtract(0, 3, f[0], 1, 1);
            eps.subtract(3, 3, f[0], 2, 1);
            eps.subtract(0, 1, f[1], 0, 1);
            eps.subtract(1, 3, f[1], 1, 1);
            eps.subtract(0, 2, f[2], 0, 1);
            eps.subtract(2, 3, f[2], 1, 1);
            eps.subtract(1, 1, f[3], 0, 1);
            eps.subtract(1, 2, f[4], 0, 1);
            eps.subtract(2, 2, f[5], 0, 1);
        }
        return eps;
    }

    @Override
    public double scale() {
        double sum = 0;
        for (final Part part : m_parts) {
            sum += part.moments[0].strength() + part.moments[1].strength() + part.moments[2].strength();
        }
        return sum;
    }

    @Override
    public List<Complex> shifts() {
        return m_parts.stream().map(Part::shift).distinct().toList();
    }

    @Override
    public boolean isContinuous() {
        return true;
    }

    @Override
    public double trustedEllipse() {
        return m_trustedEllipse;
    }

    @Override
    public FlavomonMedium neighbour() {
        return m_neighbour.orElse(this);
    }

    @Override
    public double poleDistance(final Complex omega, final double k) {
        double closest = Double.POSITIVE_INFINITY;
        for (final Part part : m_parts) {
            closest = Math.min(closest, part.moments[0].poleDistance(omega.add(part.shift), k));
        }
        return closest;
    }
}
