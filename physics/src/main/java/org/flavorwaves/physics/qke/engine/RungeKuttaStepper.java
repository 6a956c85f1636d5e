package org.flavorwaves.physics.qke.engine;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

import org.flavorwaves.physics.numerics.DormandPrince;

/** Steps of the method of Dormand and Prince in the interaction picture. Keeps its stages and tables between steps. */
public final class RungeKuttaStepper {
    private final BoxEngine m_engine;

    private final double[][][] m_stages;

    private final Phases[][] m_phases = new Phases[DormandPrince.STAGES + 1][];

    private double m_step = Double.NaN;

    /** A method for the harmonics of an engine. */
    public RungeKuttaStepper(final BoxEngine engine) {
        m_engine = engine;
        m_stages = new double[DormandPrince.STAGES][][];
        for (int s = 0; s < m_stages.length; s++) {
            m_stages[s] = engine.zeros();
        }
    }

    /** The right-hand side at the start of the step. */
    public double[][] start() {
        return m_stages[0];
    }

    /** Makes new tables at the next step, because what precesses has changed. */
    public void forgetTables() {
        m_step = Double.NaN;
    }

    /** Computes the right-hand side at the start of a step. */
    public void evaluateStart(final double[][] y) {
        if (m_phases[0] == null) {
            m_phases[0] = m_engine.phases(0);
        }
        m_engine.evaluate(m_phases[0], (b, from, to, scratch) -> y[b], m_stages[0]);
    }

    /** Computes all other stages; the first one must be there. */
    public void evaluateStages(final double[][] y, final double step) {
        if (step != m_step) {
            for (int s = 1; s < m_stages.length; s++) {
                m_phases[s] = m_engine.phases(step * DormandPrince.time(s));
            }
            m_phases[DormandPrince.STAGES] = m_engine.phases(step);
            m_step = step;
        }
        for (int s = 1; s < m_stages.length; s++) {
            final int stage = s;
            m_engine.evaluate(m_phases[s], (b, from, to, q) -> {
                System.arraycopy(y[b], from, q, from, to - from);
                for (int e = 0; e < stage; e++) {
                    addScaled(m_stages[e][b], step * DormandPrince.stageWeight(stage, e), q, from, to);
                }
                return q;
            }, m_stages[s]);
        }
    }

    /**
     * The estimated error of the step relative to the root mean square length, largest over the lanes; a mean that is
     * held does not count.
     *
     * @param floor least square of the length
     */
    public double error(final double[][] y, final double step, final double floor) {
        double worst = 0;
        for (final double[][] sums : squares(y)) {
            for (int j = 0; j < sums[0].length; j++) {
                final double fifth = sums[1][j];
                final double denominator = Math.sqrt((fifth + 0.01 * sums[2][j]) * Math.max(sums[0][j], floor));
                worst = Math.max(worst, denominator > 0 ? step * fifth / denominator : 0);
                worst = Double.isFinite(fifth) ? worst : Double.POSITIVE_INFINITY;
            }
        }
        return worst;
    }

    /** Sums of squares of the state and of the errors of order 5 and 3, [block][which][lane]. */
    private double[][][] squares(final double[][] y) {
        final double[][][][] parts = new double[m_engine.blocks()][m_engine.tasks()][][];
        m_engine.forEach((task, b, from, to) -> {
            final BoxBlock block = m_engine.block(b);
            final double[][] sums = new double[3][block.lanes()];
            final int first = Math.max(from, block.firstFree());
            final double[] e = m_engine.scratch(b);
            block.addSquares(y[b], first, to, sums[0]);
            setErrors(b, DormandPrince::error5, e, from, to);
            block.addSquares(e, first, to, sums[1]);
            setErrors(b, DormandPrince::error3, e, from, to);
            block.addSquares(e, first, to, sums[2]);
            parts[b][task] = sums;
        });
        final double[][][] sums = new double[parts.length][3][];
        for (int b = 0; b < parts.length; b++) {
            for (int which = 0; which < 3; which++) {
                sums[b][which] = new double[m_engine.block(b).lanes()];
                for (final double[][] part : parts[b]) {
                    addScaled(part[which], 1, sums[b][which], 0, sums[b][which].length);
                }
            }
        }
        return sums;
    }

    private void setErrors(final int b, final IntToDoubleFunction weight, final double[] e, final int from,
        final int to) {
        Arrays.fill(e, from, to, 0);
        for (int s = 0; s < m_stages.length; s++) {
            addScaled(m_stages[s][b], weight.applyAsDouble(s), e, from, to);
        }
    }

    /** Moves y to the end of the step. */
    public void accept(final double[][] y, final double step) {
        m_engine.forEach((task, b, from, to) -> {
            for (int s = 0; s < m_stages.length; s++) {
                addScaled(m_stages[s][b], step * DormandPrince.weight(s), y[b], from, to);
            }
        });
        m_engine.advance(y, m_phases[DormandPrince.STAGES]);
    }

    private static void addScaled(final double[] x, final double factor, final double[] y, final int from,
        final int to) {
        if (factor != 0) {
            for (int c = from; c < to; c++) {
                y[c] += factor * x[c];
            }
        }
    }
}
