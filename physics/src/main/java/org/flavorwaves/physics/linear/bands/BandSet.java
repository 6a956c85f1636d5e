package org.flavorwaves.physics.linear.bands;

import java.util.Optional;

import org.flavorwaves.physics.linear.BackgroundStructure;
import org.flavorwaves.physics.linear.BandOperator;
import org.flavorwaves.physics.linear.BandSector;
import org.flavorwaves.physics.linear.blocks.BandBlock;
import org.flavorwaves.physics.linear.blocks.BandProblem;
import org.flavorwaves.physics.state.WaveVector;

/**
 * All 3N bands at one wave vector: frequencies Omega_b of fluctuations exp(-i Omega t + i k.r) and, depending on the
 * {@link BandDetail}, their measures and vectors. Units of the potentials. Immutable.
 *
 * <p>A band counts as stable when |Im Omega| is at most n eps |M| times its condition number, where n and |M| are the
 * size and norm of the block it belongs to and eps = 2^-52: that is how far rounding in the eigensolver can move it.
 * Where conditions are unknown ({@link BandDetail#VALUES}) the bound is sqrt(n eps) |M|, the effect of rounding on a
 * double eigenvalue.
 */
public final class BandSet {
    /** Condition number above which a band is called defective. */
    public static final double DEFECTIVE_CONDITION = 1e8;

    private final WaveVector m_k;

    private final BackgroundStructure m_structure;

    private final double m_norm;

    private final BandSector[] m_sectors;

    private final BandKind[] m_kinds;

    private final double[] m_re;

    private final double[] m_im;

    private final double[] m_tolerance;

    private final Optional<BandMeasures> m_measures;

    private final Optional<BandVectors> m_vectors;

    /** Takes the bands of the blocks in the given order, with vectors only if they are to be kept. */
    BandSet(final BandProblem problem, final WaveVector k, final BandOrder order, final boolean keepVectors) {
        final BandOperator operator = problem.operator(k);
        final int n = order.size();
        m_k = k;
        m_structure = problem.structure();
        m_norm = operator.norm();
        m_sectors = new BandSector[n];
        m_kinds = new BandKind[n];
        m_re = new double[n];
        m_im = new double[n];
        m_tolerance = new double[n];
        final boolean vectors = order.hasVectors();
        m_measures = vectors ? Optional.of(new BandMeasures(operator, m_norm, order)) : Optional.empty();
        m_vectors = vectors && keepVectors ? Optional.of(new BandVectors(problem.components(), problem.size(), order))
            : Optional.empty();
        for (int b = 0; b < n; b++) {
            final BandBlock block = order.block(b);
            final int index = order.index(b);
            m_sectors[b] = block.sector(index);
            m_re[b] = block.omegaRe(index);
            m_im[b] = block.omegaIm(index);
            final double rounding = block.size() * Math.ulp(1.0);
            final double condition = vectors ? m_measures.get().condition(b) : 1 / Math.sqrt(rounding);
            m_tolerance[b] = rounding * condition * block.scale();
            m_kinds[b] = kind(m_sectors[b], vectors && condition > DEFECTIVE_CONDITION, m_im[b], m_tolerance[b]);
        }
    }

    private static BandKind kind(final BandSector sector, final boolean defective, final double im,
        final double tolerance) {
        if (defective) {
            return BandKind.DEFECTIVE;
        }
        if (sector == BandSector.TRIVIAL) {
            return BandKind.TRIVIAL;
        }
        if (Math.abs(im) <= tolerance) {
            return BandKind.STABLE;
        }
        return im > 0 ? BandKind.UNSTABLE : BandKind.DAMPED;
    }

    /**
     * The wave vector.
     *
     * @return k
     */
    public WaveVector k() {
        return m_k;
    }

    /**
     * The block structure that was used.
     *
     * @return structure of the background
     */
    public BackgroundStructure structure() {
        return m_structure;
    }

    /**
     * The number of bands.
     *
     * @return 3N
     */
    public int size() {
        return m_re.length;
    }

    /**
     * The bound of {@link BandOperator#norm()} to which residuals are relative.
     *
     * @return a bound on the norm of M_k, in the units of the potentials
     */
    public double norm() {
        return m_norm;
    }

    /**
     * The real part of a frequency.
     *
     * @param band band index, 0 to 3N - 1
     * @return Re Omega_b, in the units of the potentials
     */
    public double omegaRe(final int band) {
        return m_re[band];
    }

    /**
     * The imaginary part of a frequency: the growth rate.
     *
     * @param band band index, 0 to 3N - 1
     * @return Im Omega_b, in the units of the potentials
     */
    public double omegaIm(final int band) {
        return m_im[band];
    }

    /**
     * The block a band belongs to.
     *
     * @param band band index, 0 to 3N - 1
     * @return its sector
     */
    public BandSector sector(final int band) {
        return m_sectors[band];
    }

    /**
     * What a band does.
     *
     * @param band band index, 0 to 3N - 1
     * @return its kind
     */
    public BandKind kind(final int band) {
        return m_kinds[band];
    }

    /**
     * The bound within which |Im Omega| counts as zero; see the class comment.
     *
     * @param band band index, 0 to 3N - 1
     * @return the bound, in the units of the potentials
     */
    public double growthTolerance(final int band) {
        return m_tolerance[band];
    }

    /**
     * The fastest growing band.
     *
     * @return index of the largest Im Omega, the lowest one of equals
     */
    public int fastest() {
        int fastest = 0;
        for (int b = 1; b < m_im.length; b++) {
            if (m_im[b] > m_im[fastest]) {
                fastest = b;
            }
        }
        return fastest;
    }

    /**
     * Group velocities, participations, conditions and residuals.
     *
     * @return empty at {@link BandDetail#VALUES}
     */
    public Optional<BandMeasures> measures() {
        return m_measures;
    }

    /**
     * The right and left vectors.
     *
     * @return empty unless the detail was {@link BandDetail#VECTORS}
     */
    public Optional<BandVectors> vectors() {
        return m_vectors;
    }
}
