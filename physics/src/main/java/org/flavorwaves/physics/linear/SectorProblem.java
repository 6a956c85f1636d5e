package org.flavorwaves.physics.linear;

import org.flavorwaves.physics.numerics.ComplexMatrix;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.Hamiltonian;

/**
 * One circular sector of an aligned background, sign s = +-1,
 *
 * <pre>Omega c_i = d_i c_i + s p_i V_i g y,   d_i = v_i.k - i D_i - s h_i,   y^m = sum_j q w_j s_j V^m_j c_j</pre>
 *
 * <p>(JK 41-43), with modes of equal d_i taken together ({@link ModeGroups}). The matter potential turns all modes
 * alike, so it only shifts the bands; it is left out of the matrix together with the mean of the diagonal, which keeps
 * growth rates exact however large it is.
 */
final class SectorProblem {
    private static final double[] METRIC = {1, -1, -1, -1};

    private final ModeArrays m_modes;

    private final int m_sign;

    /** s p_i. */
    private final double[] m_p;

    private final double m_scale;

    private final double m_shiftRe;

    private final double m_shiftIm;

    private final ModeGroups m_groups;

    /** The collective combinations of each group, [group][column][member]. */
    private final double[][][] m_range;

    SectorProblem(final Background background, final WaveVector k, final int sign) {
        m_modes = background.modeArrays();
        m_sign = sign;
        final LocalFrames frames = background.frames();
        final double ex = frames.re(0, 2, 0);
        final double ey = frames.re(0, 2, 1);
        final double ez = frames.re(0, 2, 2);
        final Environment environment = background.environment();
        final Hamiltonian h = Hamiltonian.of(background.state(), environment.withMatterPotential(0));
        final int n = m_modes.size();
        final double[] re = new double[n];
        final double[] im = new double[n];
        m_p = new double[n];
        double meanRe = 0;
        double meanIm = 0;
        for (int i = 0; i < n; i++) {
            m_p[i] = sign * (ex * m_modes.px()[i] + ey * m_modes.py()[i] + ez * m_modes.pz()[i]);
            re[i] = k.dot(m_modes.vx()[i], m_modes.vy()[i], m_modes.vz()[i])
                - sign * (ex * h.hx(i) + ey * h.hy(i) + ez * h.hz(i));
            im[i] = -m_modes.damping()[i];
            meanRe += re[i] / n;
            meanIm += im[i] / n;
        }
        double spread = 0;
        for (int i = 0; i < n; i++) {
            re[i] -= meanRe;
            im[i] -= meanIm;
            spread = Math.max(spread, Math.hypot(re[i], im[i]));
        }
        m_scale = spread + m_modes.couplingNorm();
        m_shiftRe = meanRe - sign * ez * environment.matterPotential();
        m_shiftIm = meanIm;
        m_groups = new ModeGroups(m_modes, re, im, m_scale);
        m_range = new double[m_groups.list().size()][][];
        for (int g = 0; g < m_range.length; g++) {
            final OrthonormalBasis basis = m_groups.list().get(g).basis();
            m_range[g] = new double[basis.rank()][];
            for (int a = 0; a < basis.rank(); a++) {
                m_range[g][a] = basis.column(a);
            }
        }
    }

    int sign() {
        return m_sign;
    }

    /** Norm of the sector without the common shift. */
    double scale() {
        return m_scale;
    }

    double shiftRe() {
        return m_shiftRe;
    }

    double shiftIm() {
        return m_shiftIm;
    }

    ModeGroups groups() {
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
                        response[at][m] += m_range[g][a][b] * m_p[i] * METRIC[m] * velocity(m, i);
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
        return m_p[i] * (y[at] - m_modes.vx()[i] * y[at + 1] - m_modes.vy()[i] * y[at + 2]
            - m_modes.vz()[i] * y[at + 3]);
    }

    /** The 4-vector t with t.y = sum over the members of a group of column_b s p V g y. */
    double[] projectedDrive(final ModeGroups.Group group, final double[] column) {
        final double[] t = new double[4];
        for (int b = 0; b < column.length; b++) {
            final int i = group.members()[b];
            for (int m = 0; m < 4; m++) {
                t[m] += column[b] * m_p[i] * METRIC[m] * velocity(m, i);
            }
        }
        return t;
    }
}
