package org.flavorwaves.physics.kinetics.waves;

import org.flavorwaves.physics.linear.WaveFunction;
import org.flavorwaves.physics.qke.WaveProducts;
import org.flavorwaves.physics.qke.field.BoxGrid;
import org.flavorwaves.physics.state.MomentumModes;

/** The products of the waves n = 1..nMax of a box and their conjugates, from fields. Not thread-safe. */
public final class BoxProducts {
    private final BoxModes m_box;

    private final BoxGrid m_grid;

    private final WaveProducts m_products;

    private final int m_size;

    /**
     * The products in a box.
     *
     * @param box the box
     * @param modes the modes of the gas
     * @param selfInteraction strength of the nu-nu term
     */
    public BoxProducts(final BoxModes box, final MomentumModes modes, final double selfInteraction) {
        m_box = box;
        m_grid = box.grid();
        m_products = new WaveProducts(m_grid, box.turned(modes), selfInteraction);
        m_size = 3 * modes.size();
    }

    /**
     * Takes a wave.
     *
     * @param n its number, 1 to nMax
     * @param re real parts, 3 numbers a mode
     * @param im imaginary parts, 3 numbers a mode
     */
    public void take(final int n, final double[] re, final double[] im) {
        m_products.take(m_box.harmonic(m_grid, n), re, im);
    }

    /** Computes the products of the waves taken last. */
    public void evaluate() {
        m_products.evaluate();
    }

    /**
     * The products that drive a wave, sum_{m not in {0, n}} H_{i,n-m} x P_{i,m}.
     *
     * @param n its number, 1 to nMax, or 0 for the mean
     * @param re set to real parts, 3 numbers a mode
     * @param im set to imaginary parts, 3 numbers a mode
     */
    public void give(final int n, final double[] re, final double[] im) {
        m_products.give(m_box.harmonic(m_grid, n), re, im);
    }

    /**
     * All products at once.
     *
     * @param waves P_{i,n} of n = 1..nMax
     * @return what drives them
     */
    public WaveFunction[] of(final WaveFunction[] waves) {
        for (int n = 1; n <= waves.length; n++) {
            take(n, waves[n - 1].ownRe(), waves[n - 1].ownIm());
        }
        evaluate();
        final WaveFunction[] products = new WaveFunction[waves.length];
        for (int n = 1; n <= waves.length; n++) {
            final double[] re = new double[m_size];
            final double[] im = new double[m_size];
            give(n, re, im);
            products[n - 1] = WaveFunction.owning(re, im);
        }
        return products;
    }
}
