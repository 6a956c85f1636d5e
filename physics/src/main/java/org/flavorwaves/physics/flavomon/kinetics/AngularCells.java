package org.flavorwaves.physics.flavomon.kinetics;

import java.util.Arrays;

import org.flavorwaves.physics.numerics.GaussLegendre;

/**
 * The distinct directions of the neutrino modes, each with its share of cos theta: Gauss-Legendre weights where the
 * directions are Gauss-Legendre nodes, otherwise the length of the interval that is closest to the direction.
 * Immutable.
 */
public final class AngularCells {
    /** Difference of cos theta below which two directions are one. */
    private static final double SAME_DIRECTION = 1e-8;

    private final NeutrinoOccupations m_neutrinos;

    private final double[] m_v;

    private final double[] m_share;

    private final int[] m_cellOfMode;

    private final boolean m_gauss;

    /**
     * Collects the directions of neutrino modes.
     *
     * @param neutrinos the modes
     */
    public AngularCells(final NeutrinoOccupations neutrinos) {
        m_neutrinos = neutrinos;
        final int n = neutrinos.size();
        final double[] sorted = new double[n];
        for (int i = 0; i < n; i++) {
            sorted[i] = neutrinos.velocity(i);
        }
        Arrays.sort(sorted);
        int count = 0;
        for (int i = 0; i < n; i++) {
            if (count == 0 || sorted[i] - sorted[count - 1] > SAME_DIRECTION) {
                sorted[count++] = sorted[i];
            }
        }
        m_v = Arrays.copyOf(sorted, count);
        m_cellOfMode = new int[n];
        for (int i = 0; i < n; i++) {
            m_cellOfMode[i] = below(neutrinos.velocity(i) + SAME_DIRECTION / 2);
        }
        final GaussLegendre rule = GaussLegendre.of(count);
        m_gauss = matches(rule.nodes());
        m_share = m_gauss ? rule.weights() : lengths();
    }

    private boolean matches(final double[] nodes) {
        for (int c = 0; c < nodes.length; c++) {
            if (Math.abs(nodes[c] - m_v[c]) > SAME_DIRECTION) {
                return false;
            }
        }
        return true;
    }

    private double[] lengths() {
        final double[] lengths = new double[m_v.length];
        double left = -1;
        for (int c = 0; c < lengths.length; c++) {
            final double right = c + 1 < lengths.length ? 0.5 * (m_v[c] + m_v[c + 1]) : 1;
            lengths[c] = right - left;
            left = right;
        }
        return lengths;
    }

    /**
     * The number of directions.
     *
     * @return at least 1
     */
    public int size() {
        return m_v.length;
    }

    /**
     * A direction.
     *
     * @param cell index, rising with the direction
     * @return v = cos theta
     */
    public double velocity(final int cell) {
        return m_v[cell];
    }

    /**
     * The part of the range of cos theta that belongs to a direction.
     *
     * @param cell index of the direction
     * @return a length; all together 2
     */
    public double share(final int cell) {
        return m_share[cell];
    }

    /**
     * Lepton numbers of the directions.
     *
     * @param frame the neutrinos at one time
     * @return g_c = sum over the modes of a direction of w s (f_e - f_x), in the unit of the potentials; divided by the
     *         share it is G(v)
     */
    public double[] numbers(final FlavomonFrame frame) {
        final double[] electron = frame.electron();
        final double[] other = frame.other();
        final double[] numbers = new double[m_v.length];
        for (int i = 0; i < electron.length; i++) {
            numbers[m_cellOfMode[i]] += m_neutrinos.weight(i) * m_neutrinos.sign(i) * (electron[i] - other[i]);
        }
        return numbers;
    }

    /**
     * The lepton number of the directions that were on the smaller side of the crossing at the start.
     *
     * @param start the neutrinos at time 0
     * @param now the neutrinos at another time
     * @return the size of the sum of g_c of the smaller side, counted positive while the sign is that of the start
     */
    public double smallerSide(final FlavomonFrame start, final FlavomonFrame now) {
        final double[] before = numbers(start);
        final double[] numbers = numbers(now);
        double total = 0;
        for (final double g : before) {
            total += g;
        }
        double sum = 0;
        for (int c = 0; c < before.length; c++) {
            if (before[c] * total < 0) {
                sum -= Math.signum(total) * numbers[c];
            }
        }
        return sum;
    }

    int ofMode(final int mode) {
        return m_cellOfMode[mode];
    }

    /**
     * The order of a Legendre series that the directions determine.
     *
     * @param wanted an order, or negative for what the directions determine
     * @return the order
     */
    int order(final int wanted) {
        if (wanted >= 0) {
            return wanted;
        }
        return m_gauss ? m_v.length - 1 : m_v.length / 3;
    }

    double[] velocities() {
        return m_v.clone();
    }

    /** The last cell whose direction is not above v; -1 if there is none. */
    int below(final double v) {
        final int at = Arrays.binarySearch(m_v, v);
        return at >= 0 ? at : -at - 2;
    }

    /** The distance between the directions on both sides of v, or to the end of the range where there is only one. */
    double spacing(final double v) {
        final int left = below(v);
        if (left < 0) {
            return m_v[0] + 1;
        }
        return left + 1 < m_v.length ? m_v[left + 1] - m_v[left] : 1 - m_v[left];
    }
}
