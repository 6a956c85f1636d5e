package org.flavorwaves.physics.flavomon;

import java.util.function.DoubleUnaryOperator;

import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.flavorwaves.physics.flavomon.spectra.BeamSpectrum;
import org.flavorwaves.physics.flavomon.spectra.LegendreSpectrum;

/** Spectra for tests. */
public final class TestSpectra {
    private TestSpectra() {
    }

    /** Gauss-Legendre nodes and weights on [-1, 1]. */
    public record Rule(double[] v, double[] w) {
    }

    /** Gauss-Legendre nodes and weights on [-1, 1]. */
    public static Rule gauss(final int n) {
        final GaussIntegrator g = new GaussIntegratorFactory().legendre(n);
        final double[] v = new double[n];
        final double[] w = new double[n];
        for (int i = 0; i < n; i++) {
            v[i] = g.getPoint(i);
            w[i] = g.getWeight(i);
        }
        return new Rule(v, w);
    }

    /** G(v) as Gauss beams. */
    public static BeamSpectrum sampled(final Rule rule, final DoubleUnaryOperator density) {
        final double[] g = new double[rule.v().length];
        for (int i = 0; i < g.length; i++) {
            g[i] = rule.w()[i] * density.applyAsDouble(rule.v()[i]);
        }
        return new BeamSpectrum(rule.v(), g);
    }

    /** G(v) projected on n Gauss nodes. */
    static LegendreSpectrum series(final int n, final DoubleUnaryOperator density) {
        final Rule rule = gauss(n);
        final double[] g = new double[n];
        for (int i = 0; i < n; i++) {
            g[i] = density.applyAsDouble(rule.v()[i]);
        }
        return LegendreSpectrum.project(rule.v(), rule.w(), g, n - 1);
    }
}
