package org.flavorwaves.physics.kinetics.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;

import org.junit.jupiter.api.Test;

/** Slopes of synthetic spectra and their error bars. */
class LineFitTest {
    @Test
    void exponentialSpectrumIsFittedExactly() {
        final double[] k = {-4, -2, 1, 3, 5};
        final double[] s = new double[5];
        for (int i = 0; i < 5; i++) {
            s[i] = 0.7 * Math.exp(-Math.abs(k[i]) / 0.45);
        }
        final LineFit fit = LineFit.exponential(k, s);
        assertThat(fit.scale()).isCloseTo(0.45, within(1e-14));
        assertThat(fit.intercept()).isCloseTo(Math.log(0.7), within(1e-13));
        assertThat(fit.rms()).isLessThan(1e-13);
        assertThat(fit.scaleError()).isLessThan(1e-13);
        assertThat(LineFit.powerLaw(k, s).rms()).isGreaterThan(0.5);
    }

    /** Residuals (d, -2d, d) at x = 0, 1, 2 are orthogonal to every line: squares 6 d^2, one degree of freedom. */
    @Test
    void errorBarIsThatOfTheScatter() {
        final double d = 0.01;
        final double[] s = {Math.exp(d), Math.exp(-1 / 0.5 - 2 * d), Math.exp(-2 / 0.5 + d)};
        final LineFit fit = LineFit.exponential(new double[]{0, 1, 2}, s);
        assertThat(fit.slope()).isCloseTo(-2, within(1e-14));
        assertThat(fit.slopeError()).isCloseTo(d * Math.sqrt(3), within(1e-14));
        assertThat(fit.scaleError()).isCloseTo(d * Math.sqrt(3) / 4, within(1e-14));
        assertThat(fit.rms()).isCloseTo(d * Math.sqrt(2), within(1e-14));
        assertThat(fit.r2()).isCloseTo(1 - 6 * d * d / (8 + 6 * d * d), within(1e-12));
    }

    /** The error bar covers the scatter of the slope over an ensemble. */
    @Test
    void errorBarCoversAnEnsemble() {
        final Random random = new Random(3);
        final double[] k = new double[40];
        double square = 0;
        double expected = 0;
        for (int m = 0; m < 2000; m++) {
            final double[] s = new double[40];
            for (int i = 0; i < 40; i++) {
                k[i] = 1 + 0.1 * i;
                s[i] = Math.exp(-k[i] / 0.5 + 0.2 * random.nextGaussian());
            }
            final LineFit fit = LineFit.exponential(k, s);
            square += (fit.slope() + 2) * (fit.slope() + 2) / 2000;
            expected += fit.slopeError() * fit.slopeError() / 2000;
        }
        assertThat(Math.sqrt(square / expected)).isCloseTo(1, within(0.05));
    }

    @Test
    void saysWhatIsNoLineOrDoesNotFall() {
        assertThatThrownBy(() -> LineFit.exponential(new double[]{1, -1}, new double[]{2, 3}))
            .hasMessageContaining("two different abscissas");
        final LineFit rising = LineFit.powerLaw(new double[]{1, 2}, new double[]{1, 8});
        assertThat(rising.slope()).isCloseTo(3, within(1e-14));
        assertThat(rising.scale()).isNaN();
        assertThat(rising.slopeError()).isNaN();
    }
}
