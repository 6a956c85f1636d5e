package org.flavorwaves.physics.kinetics;

import java.util.stream.IntStream;

import org.flavorwaves.physics.numerics.DormandPrinceFive;

/**
 * A pair of explicit Runge-Kutta methods whose last stage is the first one of the next step: the result is that of the
 * last row of a, and its error that of a method of one order less.
 */
enum EmbeddedPair {
    /** Orders 3 and 2, three evaluations a step: Bogacki and Shampine, Appl. Math. Lett. 2, 321 (1989). */
    THREE(new double[][]{{}, {1.0 / 2}, {0, 3.0 / 4}, {2.0 / 9, 1.0 / 3, 4.0 / 9}},
        new double[]{0, 1.0 / 2, 3.0 / 4, 1}, new double[]{-5.0 / 72, 1.0 / 12, 1.0 / 9, -1.0 / 8}),
    /** Orders 4 and 3, four evaluations a step: Sofroniou and Spaletta, Math. Comput. Model. 40, 1157 (2004). */
    FOUR(new double[][]{{}, {2.0 / 5}, {-3.0 / 20, 3.0 / 4}, {19.0 / 44, -15.0 / 44, 10.0 / 11},
        {11.0 / 72, 25.0 / 72, 25.0 / 72, 11.0 / 72}}, new double[]{0, 2.0 / 5, 3.0 / 5, 1, 1},
        new double[]{11.0 / 72 - 1251515.0 / 8970912, 25.0 / 72 - 3710105.0 / 8970912,
            25.0 / 72 - 2519695.0 / 8970912, 11.0 / 72 - 61105.0 / 8970912, -119041.0 / 747576}),
    /** Orders 5 and 4, six evaluations a step: {@link DormandPrinceFive}. */
    FIVE(IntStream.range(0, DormandPrinceFive.STAGES)
        .mapToObj(s -> IntStream.range(0, s).mapToDouble(j -> DormandPrinceFive.stageWeight(s, j)).toArray())
        .toArray(double[][]::new), IntStream.range(0, DormandPrinceFive.STAGES).mapToDouble(DormandPrinceFive::time)
        .toArray(), IntStream.range(0, DormandPrinceFive.STAGES).mapToDouble(DormandPrinceFive::error).toArray());

    private final double[][] m_a;

    private final double[] m_c;

    private final double[] m_error;

    EmbeddedPair(final double[][] a, final double[] c, final double[] error) {
        m_a = a;
        m_c = c;
        m_error = error;
    }

    /** The number of stages. */
    int stages() {
        return m_c.length;
    }

    /** Weight of slope j in stage s. */
    double a(final int s, final int j) {
        return m_a[s][j];
    }

    /** Time of a stage in steps. */
    double c(final int s) {
        return m_c[s];
    }

    /** Weight of a slope in the error. */
    double error(final int s) {
        return m_error[s];
    }

    /** What the error of a step is proportional to: this power of the step. */
    int order() {
        return switch (this) {
            case THREE -> 3;
            case FOUR -> 4;
            case FIVE -> DormandPrinceFive.ORDER;
        };
    }

    /**
     * Weight of slope j in the change of y from the beginning of a step to a share of it: a cubic that has values and
     * slopes of both ends, and for five one of the fourth order.
     */
    double within(final int j, final double share) {
        final int last = m_c.length - 1;
        final double b = j < last ? m_a[last][j] : 0;
        final double left = 1 - share;
        final double bend = (j == 0 ? 1 : 0) - b;
        final double back = b - bend - (j == last ? 1 : 0);
        final double quartic = this == FIVE ? DormandPrinceFive.quartic(j) : 0;
        return share * (b + left * (bend + share * (back + left * quartic)));
    }
}
