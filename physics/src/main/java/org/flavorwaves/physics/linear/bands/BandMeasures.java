package org.flavorwaves.physics.linear.bands;

import java.util.Arrays;

import org.flavorwaves.physics.linear.BandOperator;
import org.flavorwaves.physics.linear.blocks.BandBlock;
import org.flavorwaves.physics.state.WaveVector;

/**
 * Numbers that follow from the right vector psi (unit 2-norm) and the left vector (left.psi = 1) of each band. Where
 * bands coincide these are the numbers of one basis of their common space; along a line it is the one that continues
 * the neighbouring points. Immutable.
 */
public final class BandMeasures {
    private final double[][] m_velocity;

    private final double[] m_participation;

    private final double[] m_condition;

    private final double[] m_residual;

    BandMeasures(final BandOperator operator, final double norm, final BandOrder order) {
        final int n = order.size();
        m_velocity = new double[n][6];
        m_participation = new double[n];
        m_condition = new double[n];
        m_residual = new double[n];
        final double[] re = new double[operator.size()];
        final double[] im = new double[operator.size()];
        final double[] appliedRe = new double[operator.size()];
        final double[] appliedIm = new double[operator.size()];
        for (int b = 0; b < n; b++) {
            final BandBlock block = order.block(b);
            final int index = order.index(b);
            final BandBlock.Pair pair = block.pair(index);
            pair.groupVelocity(m_velocity[b]);
            m_participation[b] = pair.participation();
            m_condition[b] = pair.condition();
            Arrays.fill(re, 0);
            Arrays.fill(im, 0);
            block.addRight(index, re, im);
            operator.apply(re, im, appliedRe, appliedIm);
            m_residual[b] = distance(re, im, appliedRe, appliedIm, block.omegaRe(index), block.omegaIm(index)) / norm;
        }
    }

    /** |M psi - Omega psi|. */
    private static double distance(final double[] re, final double[] im, final double[] appliedRe,
        final double[] appliedIm, final double omegaRe, final double omegaIm) {
        double sum = 0;
        for (int c = 0; c < re.length; c++) {
            final double r = appliedRe[c] - (omegaRe * re[c] - omegaIm * im[c]);
            final double i = appliedIm[c] - (omegaRe * im[c] + omegaIm * re[c]);
            sum += r * r + i * i;
        }
        return Math.sqrt(sum);
    }

    /**
     * A component of the group velocity d Re Omega/dk, the real part of left . diag(v_i x 1_3) . psi.
     *
     * @param band band index
     * @param axis space axis 0..2 for x, y, z
     * @return velocity in units of c; beyond light speed is possible for waves
     */
    public double groupVelocity(final int band, final int axis) {
        return m_velocity[band][axis];
    }

    /**
     * The group velocity along a direction.
     *
     * @param band band index
     * @param direction a vector of unit length
     * @return d Re Omega/dk along it, in units of c
     */
    public double groupVelocity(final int band, final WaveVector direction) {
        return direction.dot(m_velocity[band][0], m_velocity[band][1], m_velocity[band][2]);
    }

    /**
     * The slope of the growth rate along a direction, the imaginary part of left . diag(v_i x 1_3) . psi.
     *
     * @param band band index
     * @param direction a vector of unit length
     * @return d Im Omega/dk along it
     */
    public double growthSlope(final int band, final WaveVector direction) {
        return direction.dot(m_velocity[band][3], m_velocity[band][4], m_velocity[band][5]);
    }

    /**
     * How many modes take part: 1 / sum_i p_i^2 with p_i = |psi_i|^2 / sum |psi|^2.
     *
     * @param band band index
     * @return 1 for a single mode up to N for all alike
     */
    public double participation(final int band) {
        return m_participation[band];
    }

    /**
     * The condition number of the frequency, 1/|left.right| for vectors of unit length.
     *
     * @param band band index
     * @return a number &gt;= 1, infinite where left and right are orthogonal to rounding
     */
    public double condition(final int band) {
        return m_condition[band];
    }

    /**
     * The largest residual of all bands.
     *
     * @return relative residual
     */
    public double worstResidual() {
        double worst = 0;
        for (final double r : m_residual) {
            worst = Math.max(worst, r);
        }
        return worst;
    }
}
