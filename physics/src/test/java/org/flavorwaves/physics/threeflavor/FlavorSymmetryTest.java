package org.flavorwaves.physics.threeflavor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;

import org.junit.jupiter.api.Test;

class FlavorSymmetryTest {
    private static FlavorSymmetry of(final double[]... matrices) {
        final FlavorSymmetry symmetry = new FlavorSymmetry();
        for (final double[] rho : matrices) {
            final double[] v = new double[FlavorAlgebra.SIZE];
            FlavorAlgebra.vector(rho, v, 0);
            symmetry.add(v, 0);
        }
        return symmetry;
    }

    /** Nothing, one matrix with two equal eigenvalues, and one without have eight, four and two charges. */
    @Test
    void chargesAreWhatCommutes() {
        assertThat(of(new double[]{1, 1, 1, 0, 0, 0, 0, 0, 0}).charges()).hasSize(8);
        assertThat(of(new double[]{1, 0, 0, 0, 0, 0, 0, 0, 0}).charges()).hasSize(4);
        assertThat(of(new double[]{0.6, 0.3, 0.1, 0.1, 0.2, 0, 0.1, 0, 0}).charges()).hasSize(2);
    }

    /** A gas in one pair has one charge, which tells its third flavor, however it is turned. */
    @Test
    void aPairLeavesOneCharge() {
        final List<double[]> charges = of(new double[]{0.6, 0.3, 0.1, 0.1, 0.2, 0, 0, 0, 0},
            new double[]{0.5, 0.2, 0.3, 0, 0.1, 0, 0, 0, 0}).charges();
        assertThat(charges).hasSize(1);
        assertThat(Math.abs(charges.get(0)[7])).isCloseTo(1, within(1e-12));
    }

    /** The smallest coherence breaks a charge, rounding does not. */
    @Test
    void smallMatrixElementsCountAndRoundingDoesNot() {
        final double[] first = {0.6, 0.3, 0.1, 0.1, 0.2, 0, 0, 0, 0};
        assertThat(of(first, new double[]{0.5, 0.2, 0.3, 0, 0.1, 1e-9, 0, 0, 0}).charges()).isEmpty();
        assertThat(of(first, new double[]{0.5, 0.2, 0.3, 0, 0.1, 1e-16, 0, 0, 0}).charges()).hasSize(1);
    }
}
