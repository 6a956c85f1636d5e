package org.flavorwaves.physics.flavomon.spectra;

import org.apache.commons.math3.complex.Complex;

/**
 * A spectrum of discrete beams, G(v) = sum_i g_i delta(v - v_i): the medium as given, with its spurious instabilities.
 * Its integrals are rational functions with poles at omega = k v_i; there is no cut and no Landau damping.
 */
public final class BeamSpectrum implements AngularSpectrum {
    private static final int POWERS = 4;

    private final double[] m_v;

    private final double[] m_g;

    /**
     * Takes the beams.
     *
     * @param v cos theta of the beams
     * @param g their lepton numbers, in the unit of the potentials
     * @throws IllegalArgumentException if the lengths differ
     */
    public BeamSpectrum(final double[] v, final double[] g) {
        if (v.length != g.length) {
            throw new IllegalArgumentException(
                "Beams need one strength a direction: " + v.length + " directions, " + g.length + " strengths.");
        }
        m_v = v.clone();
        m_g = g.clone();
    }

    @Override
    public double density(final double v) {
        return 0;
    }

    @Override
    public double moment(final int n) {
        double sum = 0;
        for (int i = 0; i < m_v.length; i++) {
            sum += m_g[i] * Math.pow(m_v[i], n);
        }
        return sum;
    }

    @Override
    public double strength() {
        double sum = 0;
        for (final double g : m_g) {
            sum += Math.abs(g);
        }
        return sum;
    }

    @Override
    public boolean isContinuous() {
        return false;
    }

    @Override
    public double poleDistance(final Complex omega, final double k) {
        double closest = Double.POSITIVE_INFINITY;
        for (final double v : m_v) {
            closest = Math.min(closest, Math.abs(omega.getReal() - k * v));
        }
        return Math.hypot(closest, omega.getImaginary());
    }

    @Override
    public DispersionIntegrals integrals(final Complex omega, final double k) {
        final double[] re = new double[2 * POWERS];
        final double[] im = new double[2 * POWERS];
        for (int b = 0; b < m_v.length; b++) {
            final double x = omega.getReal() - k * m_v[b];
            final double y = omega.getImaginary();
            final double norm = x * x + y * y;
            final double rx = x / norm;
            final double ry = -y / norm;
            final double sx = rx * rx - ry * ry;
            final double sy = 2 * rx * ry;
            double g = m_g[b];
            for (int n = 0; n < POWERS; n++) {
                re[n] += g * rx;
                im[n] += g * ry;
                re[POWERS + n] += g * sx;
                im[POWERS + n] += g * sy;
                g *= m_v[b];
            }
        }
        final Complex[] i = new Complex[POWERS];
        final Complex[] j = new Complex[POWERS];
        for (int n = 0; n < POWERS; n++) {
            i[n] = new Complex(re[n], im[n]);
            j[n] = new Complex(re[POWERS + n], im[POWERS + n]);
        }
        return DispersionIntegrals.of(i, j);
    }

    @Override
    public DispersionIntegrals outside(final int side, final double gap, final double k) {
        return integrals(new Complex(side * (Math.abs(k) + gap)), k);
    }
}
