package org.flavorwaves.physics.flavomon.kinetics.occupation;

import java.util.Arrays;

import org.flavorwaves.physics.state.Cosines;

/**
 * The distinct directions of the neutrino modes, each with its share of cos theta: Gauss-Legendre weights where the
 * directions are Gauss-Legendre nodes, otherwise the length of the interval that is closest to the direction.
 * Immutable.
 */
public final class AngularCells {
    private final NeutrinoOccupations m_neutrinos;

    private final Cosines m_cosines;

    private final int[] m_cellOfMode;

    /**
     * Collects the directions of neutrino modes.
     *
     * @param neutrinos the modes
     */
    public AngularCells(final NeutrinoOccupations neutrinos) {
        m_neutrinos = neutrinos;
        final int n = neutrinos.size();
        final double[] v = new double[n];
        for (int i = 0; i < n; i++) {
            v[i] = neutrinos.velocity(i);
        }
        m_cosines = new Cosines(v);
        m_cellOfMode = Arrays.stream(v).mapToInt(m_cosines::below).toArray();
    }

    /**
     * The number of directions.
     *
     * @return at least 1
     */
    public int size() {
        return m_cosines.size();
    }

    /**
     * A direction.
     *
     * @param cell index, rising with the direction
     * @return v = cos theta
     */
    public double velocity(final int cell) {
        return m_cosines.cosine(cell);
    }

    /**
     * The part of the range of cos theta that belongs to a direction.
     *
     * @param cell index of the direction
     * @return a length; all together 2
     */
    public double share(final int cell) {
        return m_cosines.width(cell);
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
        final double[] numbers = new double[size()];
        for (int i = 0; i < electron.length; i++) {
            numbers[m_cellOfMode[i]] += m_neutrinos.weight(i) * m_neutrinos.sign(i) * (electron[i] - other[i]);
        }
        return numbers;
    }

    /**
     * The lepton number of the directions that were on the smaller side of the crossing at the start, of equal sides
     * the negative one.
     *
     * @param start the neutrinos at time 0
     * @param now the neutrinos at another time
     * @return the size of the sum of g_c of the smaller side, counted positive while the sign is that of the start
     */
    public double smallerSide(final FlavomonFrame start, final FlavomonFrame now) {
        final double[] before = numbers(start);
        final double[] numbers = numbers(now);
        final int sign = Arrays.stream(before).sum() < 0 ? 1 : -1;
        double sum = 0;
        for (int c = 0; c < before.length; c++) {
            if (sign * before[c] > 0) {
                sum += sign * numbers[c];
            }
        }
        return sum;
    }

    /**
     * The cell of a mode.
     *
     * @param mode index of the mode
     * @return index of the cell
     */
    public int ofMode(final int mode) {
        return m_cellOfMode[mode];
    }

    /**
     * The order of a Legendre series that the directions determine.
     *
     * @param wanted an order, or negative for what the directions determine
     * @return the order
     */
    public int order(final int wanted) {
        return wanted >= 0 ? wanted : m_cosines.seriesOrder();
    }

    /**
     * The velocities of the cells.
     *
     * @return cosines, ascending, not a copy
     */
    public double[] velocities() {
        return m_cosines.cosines();
    }

    /** The last cell whose direction is not above v; -1 if there is none. */
    int below(final double v) {
        return m_cosines.below(v);
    }

    /**
     * The distance between the directions on both sides of v, or to the end of the range where there is only one.
     *
     * @param v a velocity
     * @return the distance
     */
    public double spacing(final double v) {
        final int left = below(v);
        final double from = left < 0 ? -1 : velocity(left);
        return (left + 1 < size() ? velocity(left + 1) : 1) - from;
    }
}
