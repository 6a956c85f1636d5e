package org.flavorwaves.physics.qke;

import org.flavorwaves.physics.qke.engine.BoxEngine;
import org.flavorwaves.physics.qke.engine.Phases;
import org.flavorwaves.physics.qke.engine.VectorTerms;
import org.flavorwaves.physics.qke.field.BoxGrid;
import org.flavorwaves.physics.qke.field.Damping;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Absorption;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.MomentumModes;

/**
 * The products of the waves of a box, sum_{m not in {0, n}} H_{i,n-m} x P_{i,m} (JK 67), from their fields at the
 * points, with the engine of {@link QkeBox}: O(N points log points). Not thread-safe.
 */
public final class WaveProducts {
    private final BoxEngine m_engine;

    private final Phases[] m_phases;

    private final double[][] m_waves;

    private final double[][] m_products;

    /**
     * The products in a box.
     *
     * @param grid the box
     * @param modes velocities, species and weights
     * @param selfInteraction strength of the nu-nu term
     */
    public WaveProducts(final BoxGrid grid, final MomentumModes modes, final double selfInteraction) {
        final int n = modes.size();
        m_engine = new BoxEngine(grid, modes.toBuilder().omega(new double[n])
            .depolarization(new double[n]).absorption(Absorption.none(n)).build(),
            new VectorTerms(new Environment(0, 0, selfInteraction), Damping.LENGTH), true, Progress.NONE);
        m_phases = m_engine.phases(0);
        m_waves = m_engine.zeros();
        m_products = m_engine.zeros();
    }

    /**
     * Takes a wave, and its conjugate at the opposite harmonic.
     *
     * @param h index of the harmonic in the grid, not 0
     * @param re real parts, 3 numbers a mode
     * @param im imaginary parts, 3 numbers a mode
     */
    public void take(final int h, final double[] re, final double[] im) {
        m_engine.load(re, im, h, m_waves);
    }

    /** Computes the products of the waves taken last. */
    public void evaluate() {
        m_engine.evaluate(m_phases, (b, scratch) -> m_waves[b], m_products);
    }

    /**
     * The products that drive a wave.
     *
     * @param h index of the harmonic in the grid, 0 for the mean
     * @param re set to real parts, 3 numbers a mode
     * @param im set to imaginary parts, 3 numbers a mode
     */
    public void give(final int h, final double[] re, final double[] im) {
        m_engine.store(m_products, h, re, im);
    }
}
