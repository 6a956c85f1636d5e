package org.flavorwaves.physics.linear;

import java.util.Arrays;

import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.flavorwaves.physics.state.Units;

/** Point NSM_1 of a neutron-star merger, from its published moments with the maximum-entropy closure. */
public final class MergerPoint {
    private static final double NU = 1.421954234999705e33;

    private static final double[] NU_FLUX = {0.0974572, 0.04217632, -0.13433261};

    private static final double NUBAR = 1.9146237131657563e33;

    private static final double[] NUBAR_FLUX = {0.07237959, 0.03132354, -0.3446878};

    private MergerPoint() {
    }

    /**
     * A product grid about the z axis, along which the lepton-number flux points.
     *
     * @param rings Gauss-Legendre points in cos theta
     * @param phis equidistant points in phi
     * @return neutrinos and antineutrinos of each direction, weights in cm^-1
     */
    public static Background background(final int rings, final int phis) {
        final GaussIntegrator rule = new GaussIntegratorFactory().legendre(rings);
        final int n = 2 * rings * phis;
        final double[][] v = new double[3][n];
        final double[] w = new double[n];
        final Species[] species = new Species[n];
        for (int i = 0; i < n; i++) {
            final int ring = i / 2 / phis;
            final double phi = 2 * Math.PI * (i / 2 % phis + 0.5) / phis;
            final double cos = rule.getPoint(ring);
            final double sin = Math.sqrt(1 - cos * cos);
            v[0][i] = sin * Math.cos(phi);
            v[1][i] = sin * Math.sin(phi);
            v[2][i] = cos;
            final double area = rule.getWeight(ring) / (2 * phis);
            species[i] = i % 2 == 0 ? Species.NU : Species.NUBAR;
            w[i] = i % 2 == 0 ? Units.potential(NU) * area * density(NU_FLUX, v[0][i], v[1][i], cos)
                : Units.potential(NUBAR) * area * density(NUBAR_FLUX, v[0][i], v[1][i], cos);
        }
        final double[] one = new double[n];
        Arrays.fill(one, 1);
        return Background.of(FlavorState.alongZ(MomentumModes.builder().species(species).velocity(v[0], v[1], v[2])
            .weight(w).build(), one, one), Environment.FAST);
    }

    /** exp(a f.v/|f|) a/sinh a, of mean 1 over the sphere, with coth a - 1/a = |f|. */
    private static double density(final double[] f, final double vx, final double vy, final double vz) {
        final double flux = Math.sqrt(f[0] * f[0] + f[1] * f[1] + f[2] * f[2]);
        final double a = new BrentSolver(1e-14, 1e-14).solve(100, x -> 1 / Math.tanh(x) - 1 / x - flux, 1e-3, 50);
        return a / Math.sinh(a) * Math.exp(a * (f[0] * vx + f[1] * vy + f[2] * vz) / flux);
    }
}
