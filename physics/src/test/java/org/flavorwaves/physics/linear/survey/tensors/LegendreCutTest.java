package org.flavorwaves.physics.linear.survey.tensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.complex.Complex;
import org.flavorwaves.physics.numerics.GaussLegendre;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LegendreCutTest {
    private static final double EULER = 0.57721566490153286061;

    /** The exponential integral E1(z), principal branch, by its power series; for |z| up to a few. */
    private static Complex exponentialIntegral(final Complex z) {
        Complex sum = z.log().add(EULER).negate();
        Complex power = Complex.ONE;
        for (int k = 1; k < 80; k++) {
            power = power.multiply(z).divide(-k);
            sum = sum.subtract(power.divide(k));
        }
        return sum;
    }

    /** A ring density exp(a c), as tensors of the component tt and zz alone. */
    private static BeamTensors exponential(final double a, final int n) {
        final GaussLegendre rule = GaussLegendre.of(n);
        final double[][] p = new double[BeamTensors.COMPONENTS][n];
        for (int j = 0; j < n; j++) {
            p[0][j] = rule.weight(j) * Math.exp(a * rule.node(j));
            p[3][j] = rule.node(j) * p[0][j];
            p[9][j] = rule.node(j) * p[3][j];
        }
        return BeamTensors.continuous(rule, p);
    }

    /**
     * int exp(a x)/(omega - k x) dx = exp(a u)/k [E1(a(u - 1)) - E1(a(u + 1))] for both signs of a and of k, from far
     * off the axis to next to it, and its slopes by omega and by k.
     */
    @ParameterizedTest
    @CsvSource({"1.3, 0.2, 0.3, 1", "-1.3, 0.2, 0.3, 1", "2.5, 0.7, 1e-3, 0.9", "-2.5, -0.4, 1e-6, 1.4",
        "2, 0.999, 1e-2, 1", "-1.7, 1.2, 1e-4, 1", "1.1, 0.3, 0.01, -0.8", "-0.8, 0.1, 0.6, 0.2", "3, 0.5, 1e-9, 1"})
    void integralsOfAnExponentialAreExponentialIntegrals(final double a, final double re, final double im,
        final double k) {
        final BeamTensors tensors = exponential(a, 24);
        final double[] sum = new double[2 * BeamTensors.COMPONENTS];
        final double[] squares = new double[2 * BeamTensors.COMPONENTS];
        final double[] slope = new double[2 * BeamTensors.COMPONENTS];
        tensors.susceptibility(re, im, k, sum, squares);
        tensors.slope(re, im, k, slope);
        final Complex omega = new Complex(re, im);
        final Complex u = omega.divide(k);
        final Complex difference = sheet(exponentialIntegral(u.subtract(1).multiply(a))
            .subtract(exponentialIntegral(u.add(1).multiply(a))), u, a);
        final Complex integral = u.multiply(a).exp().multiply(difference).divide(k);
        assertThat(sum[0]).isCloseTo(integral.getReal(), within(1e-13 * integral.abs()));
        assertThat(sum[1]).isCloseTo(integral.getImaginary(), within(1e-13 * integral.abs()));
        // By parts: int p/(omega - k x)^2 = [p/(k (omega - k x))] - a/k int p/(omega - k x)
        final Complex ends = new Complex(Math.exp(a)).divide(omega.subtract(k))
            .subtract(new Complex(Math.exp(-a)).divide(omega.add(k))).divide(k);
        final Complex square = ends.subtract(integral.multiply(a / k));
        assertThat(squares[0]).isCloseTo(square.getReal(), within(2e-12 * ends.abs()));
        assertThat(squares[1]).isCloseTo(square.getImaginary(), within(2e-12 * ends.abs()));
        final Complex moved = omega.multiply(square).subtract(integral).divide(k);
        assertThat(slope[0]).isCloseTo(moved.getReal(), within(1e-11 * ends.abs()));
        assertThat(slope[1]).isCloseTo(moved.getImaginary(), within(1e-11 * ends.abs()));
    }

    /** The difference of two E1 on one sheet: their logarithms differ by log((u - 1)/(u + 1)) with the branch of u. */
    private static Complex sheet(final Complex difference, final Complex u, final double a) {
        final double arguments = u.subtract(1).multiply(a).getArgument() - u.add(1).multiply(a).getArgument();
        final double wanted = u.subtract(1).getArgument() - u.add(1).getArgument();
        return difference.add(new Complex(0, arguments - wanted));
    }

    /** The sum over the nodes alone has an error near the axis; far off there is no correction. */
    @Test
    void theCorrectionMattersNearTheAxisAlone() {
        final LegendreCut cut = new LegendreCut(12);
        assertThat(Math.abs(cut.at(0.3, 1e-3, 1)[1])).isGreaterThan(0.1);
        assertThat(cut.at(20, 1, 1)).containsOnly(0);
        assertThat(cut.at(0.3, 0.1, 0)).containsOnly(0);
    }
}
