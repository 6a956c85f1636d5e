package org.flavorwaves.physics.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;

import org.apache.commons.math3.special.Gamma;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnergySpectraTest {

    /** Polylogarithms in 30-digit arithmetic (mpmath); the degenerate one by quadrature. */
    @ParameterizedTest
    @CsvSource({"2, 0, 1.80308535473939143", "3, 0, 5.68219697698347551", "2, 5, 58.1294719017599028",
        "2, -3, 0.0989634029095922635", "2, 60, 72197.3920880217872", "5, 1.5, 509.082928500574949"})
    void fermiIntegrals(final int k, final double eta, final double value) {
        assertThat(FermiDirac.integral(k, eta)).isCloseTo(value, withinPercentage(1e-12));
    }

    /** T = 1 MeV: T^3 3 zeta(3)/(4 pi^2 (hbar c)^3) and the mean 7 pi^4 T/(180 zeta(3)). */
    @Test
    void densityAndMeanOfAThermalGas() {
        final double zeta3 = 1.2020569031595942;
        final FermiDirac gas = new FermiDirac(1, 0);
        final double density = 0.75 * zeta3 / (Math.PI * Math.PI) / Math.pow(1.973269804e-11, 3);
        assertThat(gas.numberDensity()).isCloseTo(density, withinPercentage(1e-11));
        assertThat(gas.meanEnergy()).isCloseTo(7 * Math.pow(Math.PI, 4) / (180 * zeta3), within(1e-12));
        assertThat(new FermiDirac(3, 0).numberDensity()).isCloseTo(27 * density, withinPercentage(1e-11));
        assertThat(gas.occupation(0)).isEqualTo(0.5);
    }

    /** Integrals of E^m exp(-E/scale) up to the degree of exactness. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8, 40, 150})
    void gaussLaguerreIsExactForPolynomials(final int n) {
        final EnergyGrid grid = EnergyGrid.gaussLaguerre(n, 3);
        for (int m = 0; m <= Math.min(2 * n - 1, 60); m += 1 + m / 2) {
            double sum = 0;
            for (int i = 0; i < n; i++) {
                sum += grid.width(i) * Math.exp(-grid.energy(i) / 3) * Math.pow(grid.energy(i) / 3, m) / 3;
            }
            assertThat(sum).isCloseTo(Math.exp(Gamma.logGamma(m + 1)), withinPercentage(1e-10));
        }
    }

    @Test
    void uniformBinsFillTheRange() {
        final EnergyGrid grid = EnergyGrid.uniform(4, 20);
        assertThat(grid.energy(0)).isEqualTo(2.5);
        assertThat(grid.energy(3)).isEqualTo(17.5);
        assertThat(grid.width(2)).isEqualTo(5);
    }

    @Test
    void sharesSumToOneAndHaveTheMeanEnergy() {
        final FermiDirac gas = new FermiDirac(4, 2);
        final EnergySpectra spectra = new EnergySpectra(EnergyGrid.gaussLaguerre(60, 4), gas);
        final double[] shares = spectra.shares(FlavorSpecies.NU_X);
        double mean = 0;
        for (int e = 0; e < shares.length; e++) {
            mean += shares[e] * spectra.grid().energy(e);
        }
        assertThat(Arrays.stream(shares).sum()).isCloseTo(1, within(1e-14));
        assertThat(mean).isCloseTo(gas.meanEnergy(), withinPercentage(1e-6));
    }

    @Test
    void wrongSpectraAreRefused() {
        assertThatThrownBy(() -> new FermiDirac(0, 1)).hasMessageContaining("T = 0.0");
        assertThatThrownBy(() -> new FermiDirac(1, Double.NaN)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> EnergyGrid.gaussLaguerre(151, 1)).hasMessageContaining("151");
        assertThatThrownBy(() -> EnergyGrid.uniform(0, 1)).hasMessageContaining("0");
        assertThatThrownBy(() -> EnergyGrid.uniform(3, -1)).hasMessageContaining("-1");
    }
}
