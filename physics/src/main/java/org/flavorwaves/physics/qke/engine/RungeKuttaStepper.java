package org.flavorwaves.physics.qke.engine;

import java.util.Arrays;

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
        m_engine.evaluate(m_phases[0], (b, scratch) -> y[b], m_stages[0]);
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
            m_engine.evaluate(m_phases[s], (b, q) -> {
                System.arraycopy(y[b], 0, q, 0, q.length);
                for (int e = 0; e < stage; e++) {
                    addScaled(m_stages[e][b], step * DormandPrince.stageWeight(stage, e), q);
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
        final double[] worst = new double[m_engine.blocks()];
        m_engine.forEach(b -> worst[b] = blockError(b, y[b], step, floor));
        return Arrays.stream(worst).max().orElseThrow();
    }

    private double blockError(final int b, final double[] y, final double step, final double floor) {
        final BoxBlock block = m_engine.block(b);
        final double[] size = new double[block.lanes()];
        final double[] fifth = new double[block.lanes()];
        final double[] third = new double[block.lanes()];
        block.addSquares(y, block.firstFree(), size);
        final double[] e = new double[y.length];
        for (int s = 0; s < m_stages.length; s++) {
            addScaled(m_stages[s][b], DormandPrince.error5(s), e);
        }
        block.addSquares(e, block.firstFree(), fifth);
        Arrays.fill(e, 0);
        for (int s = 0; s < m_stages.length; s++) {
            addScaled(m_stages[s][b], DormandPrince.error3(s), e);
        }
        block.addSquares(e, block.firstFree(), third);
        double worst = 0;
        for (int j = 0; j < size.length; j++) {
            final double denominator = Math.sqrt((fifth[j] + 0.01 * third[j]) * Math.max(size[j], floor));
            worst = Math.max(worst, denominator > 0 ? step * fifth[j] / denominator : 0);
            worst = Double.isFinite(fifth[j]) ? worst : Double.POSITIVE_INFINITY;
        }
        return worst;
    }

    /** Moves y to the end of the step. */
    public void accept(final double[][] y, final double step) {
        m_engine.forEach(b -> {
            for (int s = 0; s < m_stages.length; s++) {
                addScaled(m_stages[s][b], step * DormandPrince.weight(s), y[b]);
            }
        });
        m_engine.advance(y, m_phases[DormandPrince.STAGES]);
    }

    static void addScaled(final double[] x, final double factor, final double[] y) {
        if (factor != 0) {
            for (int c = 0; c < y.length; c++) {
                y[c] += factor * x[c];
            }
        }
    }
}
