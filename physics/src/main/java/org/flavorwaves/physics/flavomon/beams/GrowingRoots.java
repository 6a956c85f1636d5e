package org.flavorwaves.physics.flavomon.beams;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;

import org.apache.commons.math3.complex.Complex;
import org.flavorwaves.physics.flavomon.Sector;
import org.flavorwaves.physics.numerics.eigen.ComplexEigenSolver;
import org.flavorwaves.physics.numerics.eigen.EigenDecomposition;
import org.flavorwaves.physics.numerics.matrix.ComplexMatrix;

/**
 * All growing waves of beams at one wave number: eigenvalues omega of M_ij = k v_i delta_ij + g_i f_ij with Im omega
 * above a floor (FR 5), f_ij = 1 - v_i v_j of longitudinal waves and -(1 - v_i^2)/2 of transverse ones. The dispersion
 * relation is then one sum of partial fractions (FW beam-fractions),
 *
 * <pre>F(omega) = 1 + sum_i r_i/(omega - k v_i),   r_i = -g_i [1 - v_i^2 + (v_i sum g - sum g v)/k]</pre>
 *
 * <p>or r_i = g_i (1 - v_i^2)/2, so that all roots are accounted for in O(N^2) ({@link RationalRoots}).
 */
public final class GrowingRoots {
    /** Wave numbers below this part of sum |g| have poles too close for partial fractions. */
    private static final double CLOSE = 1e-4;

    private GrowingRoots() {
    }

    /**
     * Finds them.
     *
     * @param sector longitudinal or transverse
     * @param v cos theta of the beams
     * @param g their lepton numbers
     * @param k shifted wave number
     * @param floor lowest growth rate
     * @return frequencies, fastest growth first
     */
    public static List<Complex> find(final Sector sector, final double[] v, final double[] g, final double k,
        final double floor) {
        final Fractions fractions = new Fractions(sector, v, g, k);
        if (fractions.isApart()) {
            final RationalRoots found =
                new RationalRoots(fractions.m_poles, fractions.m_weights, fractions.m_fastest + fractions.m_size);
            if (found.hasConverged()) {
                return growing(found.size(), found::re, found::im, floor);
            }
        }
        final EigenDecomposition eigen = dense(sector, v, g, k);
        return growing(v.length, eigen::re, eigen::im, floor);
    }

    /**
     * Whether there may be more growing waves than are known, from signs of the weights and of F on the axis.
     *
     * @param sector longitudinal or transverse
     * @param v cos theta of the beams
     * @param g their lepton numbers
     * @param k shifted wave number
     * @param known how many are known
     * @return false if all other waves are real
     */
    static boolean mayBeMore(final Sector sector, final double[] v, final double[] g, final double k,
        final int known) {
        final Fractions fractions = new Fractions(sector, v, g, k);
        return !fractions.isApart() || new PartialFractions(fractions.m_poles, fractions.m_weights,
            fractions.m_fastest + fractions.m_size).mayHaveMore(known);
    }

    /**
     * The growth of waves beyond as many as there is room for.
     *
     * @param v cos theta of the beams of longitudinal waves
     * @param g their lepton numbers
     * @param k shifted wave number
     * @param floor lowest growth rate
     * @param room how many waves there is room for
     * @return the fastest growth of all but the fastest waves; 0 if there are no others
     */
    public static double beyond(final double[] v, final double[] g, final double k, final double floor,
        final int room) {
        if (!mayBeMore(Sector.LONGITUDINAL, v, g, k, room)) {
            return 0;
        }
        final List<Complex> roots = find(Sector.LONGITUDINAL, v, g, k, floor);
        return roots.size() > room ? roots.get(room).getImaginary() : 0;
    }

    /** Poles and weights of F. */
    private static final class Fractions {
        private final double[] m_poles;

        private final double[] m_weights;

        private double m_fastest;

        private double m_size;

        Fractions(final Sector sector, final double[] v, final double[] g, final double k) {
            m_poles = new double[v.length];
            double density = 0;
            double flux = 0;
            for (int i = 0; i < v.length; i++) {
                m_poles[i] = k * v[i];
                density += g[i];
                flux += g[i] * v[i];
                m_size += Math.abs(g[i]);
                m_fastest = Math.max(m_fastest, Math.abs(m_poles[i]));
            }
            m_weights = new double[v.length];
            for (int i = 0; i < v.length; i++) {
                final double square = 1 - v[i] * v[i];
                m_weights[i] = sector == Sector.TRANSVERSE ? 0.5 * g[i] * square
                    : -g[i] * (square + (density * v[i] - flux) / k);
            }
        }

        boolean isApart() {
            return m_fastest > CLOSE * m_size;
        }
    }

    private static List<Complex> growing(final int count, final IntToDoubleFunction re, final IntToDoubleFunction im,
        final double floor) {
        final List<Complex> roots = new ArrayList<>();
        for (int b = 0; b < count; b++) {
            if (im.applyAsDouble(b) > floor) {
                roots.add(new Complex(re.applyAsDouble(b), im.applyAsDouble(b)));
            }
        }
        roots.sort((a, b) -> Double.compare(b.getImaginary(), a.getImaginary()));
        return roots;
    }

    static EigenDecomposition dense(final Sector sector, final double[] v, final double[] g, final double k) {
        final double[] streaming = new double[v.length];
        Arrays.setAll(streaming, i -> k * v[i]);
        return dense(g, streaming,
            (i, j) -> sector == Sector.TRANSVERSE ? -0.5 * (1 - v[i] * v[i]) : 1 - v[i] * v[j]);
    }

    /** f_ij of two beams. */
    @FunctionalInterface
    interface Coupling {
        double of(int i, int j);
    }

    private static EigenDecomposition dense(final double[] g, final double[] streaming, final Coupling coupling) {
        final int n = g.length;
        final ComplexMatrix matrix = new ComplexMatrix(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                matrix.set(i, j, g[i] * coupling.of(i, j) + (i == j ? streaming[i] : 0), 0);
            }
        }
        return new ComplexEigenSolver(ComplexEigenSolver.Options.valuesOnly()).solve(matrix);
    }

    /** The same of any beams, by the dense problem. */
    static List<Complex> find(final double[] g, final double[] streaming, final Coupling coupling,
        final double floor) {
        final EigenDecomposition eigen = dense(g, streaming, coupling);
        return growing(g.length, eigen::re, eigen::im, floor);
    }
}
