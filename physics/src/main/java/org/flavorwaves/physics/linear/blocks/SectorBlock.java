package org.flavorwaves.physics.linear.blocks;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.flavorwaves.physics.linear.BandSector;
import org.flavorwaves.physics.linear.LocalFrames;
import org.flavorwaves.physics.linear.ModeArrays;
import org.flavorwaves.physics.numerics.matrix.ComplexMatrix;

/**
 * The bands of one circular sector ({@link SectorProblem}). In the basis Q of the collective combinations of each group
 * of modes and K of the others, c = Q a + K b, the problem is triangular: a obeys a problem of its own, whose size is
 * the sum of the ranks; b has the exact frequencies d of the groups and is driven by y. Hence
 *
 * <pre>
 * collective band:  right  Q a + K K^T p V g y / (Omega - d),   left  Q l
 * exact band:       right  column k of K,   left  k - sum_b Q l_b (k p V g y_b) / (Omega_b - d)
 * </pre>
 *
 * <p>with a, l, y of the collective problem. The exact bands come first and are anchored. Where Omega equals d to
 * rounding, the two bands are independent if the drive vanishes to rounding too, and an exceptional point if not; then
 * Omega - d is replaced by the rounding level.
 */
final class SectorBlock extends BandBlock {
    private static final int[] PLUS_SLOT = {0};

    private static final int[] MINUS_SLOT = {1};

    private final SectorProblem m_problem;

    private final boolean m_vectors;

    /** Collective coordinates by collective bands, scaled so that the full vector has unit length. */
    private final ComplexMatrix m_right;

    /** Collective bands by collective coordinates. */
    private final ComplexMatrix m_left;

    /** y of each collective band. */
    private final double[][] m_fields;

    /** Length of the collective coordinates of each collective band, against which its drive is judged. */
    private final double[] m_coreLength;

    private final double m_rounding;

    SectorBlock(final ModeArrays modes, final LocalFrames frames, final SectorProblem problem,
        final DenseEigen eigen, final boolean vectors) {
        super(modes, frames, problem.own().sign() > 0 ? PLUS_SLOT : MINUS_SLOT, frequencies(problem, eigen.re(), false),
            frequencies(problem, eigen.im(), true), problem.own().scale());
        m_problem = problem;
        m_vectors = vectors;
        m_rounding = coordinates() * Math.ulp(1.0) * problem.own().scale();
        m_right = eigen.right();
        m_left = eigen.left();
        m_fields = new double[m_right.columns()][];
        m_coreLength = new double[m_right.columns()];
        normalize(IntStream.range(0, m_right.columns()).toArray());
    }

    /** A copy with other collective vectors for some bands (indices within the collective problem). */
    private SectorBlock(final SectorBlock from, final int[] core, final ComplexMatrix right,
        final ComplexMatrix left) {
        super(from);
        m_problem = from.m_problem;
        m_vectors = true;
        m_rounding = from.m_rounding;
        m_right = right;
        m_left = left;
        m_fields = from.m_fields.clone();
        m_coreLength = from.m_coreLength.clone();
        normalize(core);
    }

    /** Exact bands group by group, then the collective ones. */
    private static double[] frequencies(final SectorProblem problem, final double[] core, final boolean imaginary) {
        final double[] all = new double[problem.groups().kernel() + core.length];
        for (final ModeGroups.Group group : problem.groups().list()) {
            Arrays.fill(all, group.firstKernel(), group.firstKernel() + group.kernel(),
                imaginary ? group.im() : group.re());
        }
        System.arraycopy(core, 0, all, problem.groups().kernel(), core.length);
        final double shift = imaginary ? problem.own().shiftIm() : problem.own().shiftRe();
        for (int b = 0; b < all.length; b++) {
            all[b] += shift;
        }
        return all;
    }

    /** Computes y and scales to unit length of the full right vector. */
    private void normalize(final int[] core) {
        final double[] re = new double[coordinates()];
        final double[] im = new double[coordinates()];
        for (final int b : core) {
            m_fields[b] = m_problem.field(m_right.columnRe(b), m_right.columnIm(b));
            m_coreLength[b] = length(m_right.columnRe(b), m_right.columnIm(b));
            right(kernel() + b, re, im);
            final double length = length(re, im);
            m_coreLength[b] /= length;
            for (int c = 0; c < m_right.rows(); c++) {
                m_right.set(c, b, m_right.re(c, b) / length, m_right.im(c, b) / length);
                m_left.set(b, c, m_left.re(b, c) * length, m_left.im(b, c) * length);
            }
            for (int m = 0; m < m_fields[b].length; m++) {
                m_fields[b][m] /= length;
            }
        }
    }

    private static double length(final double[] re, final double[] im) {
        double square = 0;
        for (int c = 0; c < re.length; c++) {
            square += re[c] * re[c] + im[c] * im[c];
        }
        return Math.sqrt(square);
    }

    private int kernel() {
        return m_problem.groups().kernel();
    }

    @Override
    public BandSector sector(final int b) {
        return m_problem.own().sign() > 0 ? BandSector.PLUS : BandSector.MINUS;
    }

    @Override
    public boolean hasVectors() {
        return m_vectors;
    }

    @Override
    public boolean anchored(final int b) {
        return b < kernel();
    }

    @Override
    void right(final int b, final double[] re, final double[] im) {
        Arrays.fill(re, 0);
        Arrays.fill(im, 0);
        if (anchored(b)) {
            final ModeGroups.Group group = groupOf(b);
            final double[] column = group.basis().column(group.basis().rank() + b - group.firstKernel());
            for (int a = 0; a < column.length; a++) {
                re[group.members()[a]] = column[a];
            }
            return;
        }
        final int core = b - kernel();
        final double[] coreRe = m_right.columnRe(core);
        final double[] coreIm = m_right.columnIm(core);
        final List<ModeGroups.Group> groups = m_problem.groups().list();
        for (int g = 0; g < groups.size(); g++) {
            final ModeGroups.Group group = groups.get(g);
            addRange(g, group, coreRe, re);
            addRange(g, group, coreIm, im);
            if (group.kernel() > 0) {
                addDriven(g, group, core, re, im);
            }
        }
    }

    private void addRange(final int g, final ModeGroups.Group group, final double[] core, final double[] x) {
        for (int a = 0; a < group.basis().rank(); a++) {
            final double[] column = m_problem.range(g, a);
            final double factor = core[group.firstCore() + a];
            for (int c = 0; c < column.length; c++) {
                x[group.members()[c]] += factor * column[c];
            }
        }
    }

    /** Adds K K^T p V g y / (Omega - d). */
    private void addDriven(final int g, final ModeGroups.Group group, final int core, final double[] re,
        final double[] im) {
        final double[] wRe = driven(g, group, core, 0);
        final double[] wIm = driven(g, group, core, 4);
        final double[] inverse = inverse(group, core, wRe, wIm);
        for (int c = 0; c < wRe.length; c++) {
            re[group.members()[c]] += inverse[0] * wRe[c] - inverse[1] * wIm[c];
            im[group.members()[c]] += inverse[0] * wIm[c] + inverse[1] * wRe[c];
        }
    }

    /** K K^T p V g y = (1 - Q Q^T) p V g y for the members of a group. */
    private double[] driven(final int g, final ModeGroups.Group group, final int core, final int part) {
        final double[] w = new double[group.members().length];
        for (int c = 0; c < w.length; c++) {
            w[c] = m_problem.drive(group.members()[c], m_fields[core], part);
        }
        for (int a = 0; a < group.basis().rank(); a++) {
            final double[] column = m_problem.range(g, a);
            double dot = 0;
            for (int c = 0; c < w.length; c++) {
                dot += column[c] * w[c];
            }
            for (int c = 0; c < w.length; c++) {
                w[c] -= dot * column[c];
            }
        }
        return w;
    }

    /** 1 / (Omega - d) with the rule of the class comment, 0 for independent bands. */
    private double[] inverse(final ModeGroups.Group group, final int core, final double[] wRe, final double[] wIm) {
        double re = omegaRe(kernel() + core) - m_problem.own().shiftRe() - group.re();
        double im = omegaIm(kernel() + core) - m_problem.own().shiftIm() - group.im();
        if (Math.hypot(re, im) <= m_rounding) {
            if (length(wRe, wIm) <= m_rounding * m_coreLength[core]) {
                return new double[]{0, 0};
            }
            re = m_rounding;
            im = 0;
        }
        final double size = re * re + im * im;
        return new double[]{re / size, -im / size};
    }

    @Override
    void left(final int b, final double[] re, final double[] im) {
        Arrays.fill(re, 0);
        Arrays.fill(im, 0);
        final double[] coreRe = new double[m_right.rows()];
        final double[] coreIm = new double[m_right.rows()];
        if (anchored(b)) {
            final ModeGroups.Group group = groupOf(b);
            final double[] column = group.basis().column(group.basis().rank() + b - group.firstKernel());
            for (int a = 0; a < column.length; a++) {
                re[group.members()[a]] = column[a];
            }
            addExactLeft(group, column, coreRe, coreIm);
        } else {
            for (int c = 0; c < coreRe.length; c++) {
                coreRe[c] = m_left.re(b - kernel(), c);
                coreIm[c] = m_left.im(b - kernel(), c);
            }
        }
        final List<ModeGroups.Group> groups = m_problem.groups().list();
        for (int g = 0; g < groups.size(); g++) {
            addRange(g, groups.get(g), coreRe, re);
            addRange(g, groups.get(g), coreIm, im);
        }
    }

    /** -sum_b l_b (k p V g y_b) / (Omega_b - d). */
    private void addExactLeft(final ModeGroups.Group group, final double[] column, final double[] coreRe,
        final double[] coreIm) {
        final int g = m_problem.groups().list().indexOf(group);
        final double[] t = m_problem.projectedDrive(group, column);
        for (int b = 0; b < m_left.rows(); b++) {
            final double[] inverse = inverse(group, b, driven(g, group, b, 0), driven(g, group, b, 4));
            double yRe = 0;
            double yIm = 0;
            for (int m = 0; m < 4; m++) {
                yRe += t[m] * m_fields[b][m];
                yIm += t[m] * m_fields[b][4 + m];
            }
            final double fRe = -(yRe * inverse[0] - yIm * inverse[1]);
            final double fIm = -(yRe * inverse[1] + yIm * inverse[0]);
            for (int c = 0; c < coreRe.length; c++) {
                coreRe[c] += fRe * m_left.re(b, c) - fIm * m_left.im(b, c);
                coreIm[c] += fRe * m_left.im(b, c) + fIm * m_left.re(b, c);
            }
        }
    }

    private ModeGroups.Group groupOf(final int exactBand) {
        for (final ModeGroups.Group group : m_problem.groups().list()) {
            if (exactBand >= group.firstKernel() && exactBand < group.firstKernel() + group.kernel()) {
                return group;
            }
        }
        throw new IndexOutOfBoundsException("Band " + exactBand + " is not an exact one.");
    }

    @Override
    public ComplexMatrix coreRight(final int[] bands) {
        return Submatrix.columns(m_right, core(bands));
    }

    @Override
    public ComplexMatrix coreLeft(final int[] bands) {
        return Submatrix.rows(m_left, core(bands));
    }

    private int[] core(final int[] bands) {
        return Arrays.stream(bands).map(b -> b - kernel()).toArray();
    }

    @Override
    public BandBlock withCore(final int[] bands, final ComplexMatrix right, final ComplexMatrix left) {
        return new SectorBlock(this, core(bands), Submatrix.withColumns(m_right, core(bands), right),
            Submatrix.withRows(m_left, core(bands), left));
    }
}
