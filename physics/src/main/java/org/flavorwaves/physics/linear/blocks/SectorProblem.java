package org.flavorwaves.physics.linear.blocks;

import java.util.List;

import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.linear.ModeArrays;
import org.flavorwaves.physics.numerics.matrix.ComplexMatrix;
import org.flavorwaves.physics.state.WaveVector;

/**
 * One circular sector of an aligned background, sign s = +-1, for the small coherences of (JK 41),
 *
 * <pre>Omega c_i = d_i c_i + s p_i V_i g y,   d_i = v_i.k - i D_i - s h_i,   y^m = sum_j q w_j s_j V^m_j c_j</pre>
 *
 * <p>(JK 43), with modes of equal d_i taken together ({@link ModeGroups}).
 */
public final class SectorProblem {
    private static final double[] METRIC = {1, -1, -1, -1};

    private final OwnFrequencies m_own;

    private final ModeArrays m_modes;

    private final ModeGroups m_groups;

    /** The collective combinations of each group, [group][column][member]. */
    private final double[][][] m_range;

    /** The sector with the modes grouped that coincide at this wave vector. */
    public SectorProblem(final Background background, final WaveVector k, final int sign) {
        this(new OwnFrequencies(background, k, sign));
    }

    private SectorProblem(final OwnFrequencies own) {
        this(own, own.partition());
    }

    /** The sector with modes grouped that coincide here and elsewhere. */
    SectorProblem(final OwnFrequencies own, final List<int[]> partition) {
        m_own = own;
        m_modes = own.modes();
        m_groups = own.groups(partition);
        m_range = new double[m_groups.list().size()][][];
        for (int g = 0; g < m_range.length; g++) {
            final OrthonormalBasis basis = m_groups.list().get(g).basis();
            m_range[g] = new double[basis.rank()][];
            for (int a = 0; a < basis.rank(); a++) {
                m_range[g][a] = basis.column(a);
            }
        }
    }

    /** The frequencies and polarizations from which the problem is made. */
    OwnFrequencies own() {
        return m_own;
    }

    /** Modes of equal own frequency. */
    public ModeGroups groups() {
        return m_groups;
    }

    /** Collective combination a of group g, one value a member. */
    double[] range(final int g, final int a) {
        return m_range[g][a];
    }

    /** The problem of the collective combinations, without the common shift. */
    ComplexMatrix core() {
        final ComplexMatrix matrix = new ComplexMatrix(m_groups.core(), m_groups.core());
        final double[][] response = new double[m_groups.core()][4];
        final double[][] source = new double[m_groups.core()][4];
        for (int g = 0; g < m_range.length; g++) {
            final ModeGroups.Group group = m_groups.list().get(g);
            for (int a = 0; a < m_range[g].length; a++) {
                final int at = group.firstCore() + a;
                for (int b = 0; b < group.members().length; b++) {
                    final int i = group.members()[b];
                    for (int m = 0; m < 4; m++) {
                        response[at][m] += m_range[g][a][b] * m_own.p(i) * METRIC[m] * velocity(m, i);
                        source[at][m] += m_range[g][a][b] * m_modes.coupling()[i] * velocity(m, i);
                    }
                }
                matrix.set(at, at, group.re(), group.im());
            }
        }
        for (int r = 0; r < source.length; r++) {
            for (int c = 0; c < source.length; c++) {
                double sum = 0;
                for (int m = 0; m < 4; m++) {
                    sum += response[r][m] * source[c][m];
                }
                matrix.add(r, c, sum, 0);
            }
        }
        return matrix;
    }

    /** V^m of mode i. */
    private double velocity(final int m, final int i) {
        return switch (m) {
            case 0 -> 1;
            case 1 -> m_modes.vx()[i];
            case 2 -> m_modes.vy()[i];
            default -> m_modes.vz()[i];
        };
    }

    /** y of collective coordinates: four real parts, then four imaginary ones. */
    double[] field(final double[] coreRe, final double[] coreIm) {
        final double[] y = new double[8];
        for (int g = 0; g < m_range.length; g++) {
            final ModeGroups.Group group = m_groups.list().get(g);
            for (int a = 0; a < m_range[g].length; a++) {
                final double re = coreRe[group.firstCore() + a];
                final double im = coreIm[group.firstCore() + a];
                for (int b = 0; b < group.members().length; b++) {
                    final int i = group.members()[b];
                    final double factor = m_range[g][a][b] * m_modes.coupling()[i];
                    for (int m = 0; m < 4; m++) {
                        y[m] += factor * velocity(m, i) * re;
                        y[4 + m] += factor * velocity(m, i) * im;
                    }
                }
            }
        }
        return y;
    }

    /** s p_i V_i g y for the real (at = 0) or imaginary (at = 4) part of y. */
    double drive(final int i, final double[] y, final int at) {
        return m_own.p(i) * (y[at] - m_modes.vx()[i] * y[at + 1] - m_modes.vy()[i] * y[at + 2]
            - m_modes.vz()[i] * y[at + 3]);
    }

    /** The 4-vector t with t.y = sum over the members of a group of column_b s p V g y. */
    double[] projectedDrive(final ModeGroups.Group group, final double[] column) {
        final double[] t = new double[4];
        for (int b = 0; b < column.length; b++) {
            final int i = group.members()[b];
            for (int m = 0; m < 4; m++) {
                t[m] += column[b] * m_own.p(i) * METRIC[m] * velocity(m, i);
            }
        }
        return t;
    }
}
