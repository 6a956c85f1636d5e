package org.flavorwaves.physics.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;

import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.apache.commons.math3.complex.Complex;
import org.apache.commons.math3.special.Erf;
import org.flavorwaves.physics.linear.bands.BandDetail;
import org.flavorwaves.physics.linear.bands.BandKind;
import org.flavorwaves.physics.linear.bands.BandSet;
import org.flavorwaves.physics.linear.bands.BandSolver;
import org.flavorwaves.physics.linear.bands.FastestWave;
import org.flavorwaves.physics.linear.bands.FastestWaveSearch;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.LeptonNumber;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.flavorwaves.physics.state.WaveVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Published or independently computed growth rates. */
class ReferenceWavesTest {
    private static final WaveVector Z = new WaveVector(0, 0, 1);

    private static final BandSolver SOLVER = new BandSolver(BandDetail.MEASURES);

    private static double growth(final Background background, final double k) {
        final BandSet bands = SOLVER.solve(background, Z.times(k));
        return bands.omegaIm(bands.fastest());
    }

    /** Neutrinos at v = 1 and antineutrinos at v = -1 with densities g1 and g2. */
    private static Background twoBeams(final double g1, final double g2) {
        final MomentumModes modes = MomentumModes.builder().species(Species.NU, Species.NUBAR).rings(1, -1)
            .weight(g1, g2).build();
        return Background.of(FlavorState.alongZ(modes, new double[]{1, 1}, new double[]{1, 1}), Environment.FAST);
    }

    /** Reference case 1, growth^2 = 4 - (2 - k)^2: an independent numpy solution gave these numbers first. */
    @ParameterizedTest
    @CsvSource({"0.5, 1.3228756555322954", "1, 1.7320508075688772", "2, 2", "3, 1.7320508075688772"})
    void twoOpposedBeams(final double k, final double expected) {
        assertThat(growth(twoBeams(1, 1), k)).isCloseTo(expected, within(1e-14));
        assertThat(growth(twoBeams(1, 1), -k)).isCloseTo(expected, within(1e-14));
    }

    /** The fastest wave of G = (g1, -g2) is at K = -D1 (and at D1 in the mirrored sector) with 2 sqrt(g1 g2). */
    @ParameterizedTest
    @CsvSource({"1, 1", "1, 0.3", "0.2, 0.9"})
    void twoOpposedBeamsGrowFastestAtMinusTheFlux(final double g1, final double g2) {
        final double[] ks = {-3.1, -2.3, -1.7, -1.1, -0.6, -0.2};
        final FastestWave wave = new FastestWaveSearch().search(twoBeams(g1, g2), Z, ks, Progress.NONE);
        assertThat(wave.growth()).isCloseTo(2 * Math.sqrt(g1 * g2), within(1e-14));
        assertThat(wave.k()).isCloseTo(-(g1 + g2), within(1e-6));
        assertThat(wave.unstable()).isTrue();
        assertThat(wave.atEdge()).isFalse();
    }

    /** At K = 0 two beams are marginal: the matrix is an exceptional point, which rounding must not make unstable. */
    @Test
    void twoOpposedBeamsDoNotGrowAtZero() {
        final BandSet bands = SOLVER.solve(twoBeams(1, 1), WaveVector.ZERO);
        for (int b = 0; b < bands.size(); b++) {
            assertThat(bands.kind(b)).isNotEqualTo(BandKind.UNSTABLE);
            assertThat(Math.abs(bands.omegaIm(b))).isLessThan(1e-7);
        }
        assertThat(SOLVER.solve(twoBeams(1, 0.5), WaveVector.ZERO).kind(2)).isNotEqualTo(BandKind.UNSTABLE);
    }

    /** Reference case 6: beams v = +-1, Pz = (1, -0.5), both neutrinos, K = -1.5: all six bands. */
    @Test
    void allBandsOfTwoNeutrinoBeams() {
        final MomentumModes modes = MomentumModes.builder().species(Species.NU, Species.NU).rings(1, -1).weight(1, 1)
            .build();
        final Background background = Background.of(FlavorState.alongZ(modes, new double[]{1, 1},
            new double[]{1, -0.5}), Environment.FAST);
        final BandSet bands = SOLVER.solve(background, Z.times(-1.5));
        final double[] re = {-1.5, 1.5, 0.5 - Math.sqrt(7), -0.5, -0.5, 0.5 + Math.sqrt(7)};
        final double[] im = {0, 0, 0, Math.sqrt(2), -Math.sqrt(2), 0};
        for (int b = 0; b < 6; b++) {
            assertThat(bands.omegaRe(b)).isCloseTo(re[b], within(1e-14));
            assertThat(bands.omegaIm(b)).isCloseTo(im[b], within(1e-14));
        }
        assertThat(re[2]).isCloseTo(-2.14575131, within(1e-8));
        assertThat(bands.kind(0)).isEqualTo(BandKind.TRIVIAL);
        assertThat(bands.kind(2)).isEqualTo(BandKind.STABLE);
        assertThat(bands.kind(3)).isEqualTo(BandKind.UNSTABLE);
        assertThat(bands.kind(4)).isEqualTo(BandKind.DAMPED);
    }

    /** Midpoint bins of half-Gaussians at v = 1 of width 0.6 minus 0.9 times width 0.5, each of integral 1. */
    private static Background halfGaussians(final int bins) {
        final double[] v = new double[2 * bins];
        final double[] w = new double[2 * bins];
        final Species[] species = new Species[2 * bins];
        final double[] p = new double[2 * bins];
        for (int i = 0; i < bins; i++) {
            v[i] = -1 + (2 * i + 1.0) / bins;
            v[bins + i] = v[i];
            species[i] = Species.NU;
            species[bins + i] = Species.NUBAR;
            w[i] = 2.0 / bins * halfGaussian(v[i], 0.6);
            w[bins + i] = 0.9 * 2.0 / bins * halfGaussian(v[i], 0.5);
        }
        Arrays.fill(p, 1);
        return Background.of(FlavorState.alongZ(MomentumModes.builder().species(species).rings(v).weight(w).build(),
            p, p), Environment.FAST);
    }

    private static double halfGaussian(final double v, final double width) {
        return Math.exp(-(1 - v) * (1 - v) / (2 * width * width)) / integral(width);
    }

    private static double integral(final double width) {
        return width * Math.sqrt(Math.PI / 2) * Erf.erf(Math.sqrt(2) / width);
    }

    private static double meanVelocity(final double width) {
        return 1 - width * width * (1 - Math.exp(-2 / (width * width))) / integral(width);
    }

    /**
     * Reference case 4, the 32-beam problem of LiSA. Its K is that of the mirrored sector, and it takes the mean field
     * from the exact flux integral instead of the sum over beams, which is the same as a shift of K by the difference
     * of the two.
     */
    @ParameterizedTest
    @CsvSource({"-0.16, 0.04369891335446981", "-0.30, 0.02642306246745225", "0, 0.010614362270866526"})
    void halfGaussianBeams(final double k, final double expected) {
        final Background background = halfGaussians(32);
        final double beams = LeptonNumber.of(background.state(), background.environment()).flux().kz();
        final double exact = meanVelocity(0.6) - 0.9 * meanVelocity(0.5);
        assertThat(exact).isCloseTo(-0.018339, within(1e-6));
        final BandSet bands = SOLVER.solve(background, Z.times(k + beams - exact));
        assertThat(bands.omegaIm(bands.fastest())).isCloseTo(expected, within(1e-14));
        assertThat(bands.sector(bands.fastest())).isEqualTo(BandSector.MINUS);
    }

    @Test
    void halfGaussianMaximumTendsToTheContinuum() {
        final double[] ks = new double[12];
        for (int p = 0; p < ks.length; p++) {
            ks[p] = 0.05 + 0.02 * p;
        }
        final FastestWave wave = new FastestWaveSearch().search(halfGaussians(64), Z, ks, Progress.NONE);
        assertThat(wave.growth()).isCloseTo(0.043683386, within(2e-5));
    }

    /** A spectrum G(v) on Gauss-Legendre nodes, neutrinos where it is positive and antineutrinos where not. */
    private static Background spectrum(final double constant, final double slope) {
        final int n = 60;
        final GaussIntegrator rule = new GaussIntegratorFactory().legendre(n);
        final double[] v = new double[n];
        final double[] w = new double[n];
        final Species[] species = new Species[n];
        final double[] p = new double[n];
        for (int i = 0; i < n; i++) {
            v[i] = rule.getPoint(i);
            final double g = constant + slope * v[i];
            species[i] = g > 0 ? Species.NU : Species.NUBAR;
            w[i] = rule.getWeight(i) * Math.abs(g);
            p[i] = 1;
        }
        return Background.of(FlavorState.alongZ(MomentumModes.builder().species(species).rings(v).weight(w).build(),
            p, p), Environment.FAST);
    }

    /** G = 1 for v > 0 and -1/2 for v < 0 as midpoint beams, at shifted wave vector -k z. */
    private static double boxGrowth(final int beams, final double k) {
        final double[] v = new double[beams];
        final double[] w = new double[beams];
        final Species[] species = new Species[beams];
        final double[] p = new double[beams];
        for (int i = 0; i < beams; i++) {
            v[i] = -1 + (2 * i + 1.0) / beams;
            w[i] = 2.0 / beams * (v[i] > 0 ? 1 : 0.5);
            species[i] = v[i] > 0 ? Species.NU : Species.NUBAR;
            p[i] = 1;
        }
        final Background background = Background.of(FlavorState.alongZ(
            MomentumModes.builder().species(species).rings(v).weight(w).build(), p, p), Environment.FAST);
        final LeptonNumber number = LeptonNumber.of(background.state(), background.environment());
        return growth(background, number.physical(Z.times(-k)).kz());
    }

    /**
     * Spurious waves of beams: where growth exceeds the spacing k dv the number of beams hardly matters; where it does
     * not, the same wave is absent with 8 beams and different with each larger number.
     */
    @Test
    void boxOfBeamsIsTrueOnlyWhereGrowthExceedsTheirSpacing() {
        final double limit = boxGrowth(256, 0.5);
        assertThat(limit).isGreaterThan(4 * 0.5 / 8);
        assertThat(boxGrowth(8, 0.5)).isCloseTo(limit, within(0.01 * limit));
        assertThat(boxGrowth(64, 0.5)).isCloseTo(limit, within(2e-4 * limit));
        assertThat(boxGrowth(8, 5)).isLessThan(1e-7);
        assertThat(boxGrowth(16, 5)).isGreaterThan(1.05 * boxGrowth(32, 5));
        assertThat(boxGrowth(32, 5)).isGreaterThan(1.05 * boxGrowth(64, 5));
        assertThat(boxGrowth(16, 6)).isLessThan(1e-7);
        assertThat(boxGrowth(32, 6)).isGreaterThan(0.1);
    }

    /** Reference case 5. */
    @Test
    void linearSpectrum() {
        final double[] ks = new double[21];
        for (int p = 0; p < ks.length; p++) {
            ks[p] = 0.1 * p;
        }
        final Background background = spectrum(0.5, -0.7);
        final LeptonNumber number = LeptonNumber.of(background.state(), background.environment());
        final double[] physical = Arrays.stream(ks).map(k -> number.physical(Z.times(k)).kz()).toArray();
        final FastestWave wave = new FastestWaveSearch().search(background, Z, physical, Progress.NONE);
        assertThat(wave.growth()).isCloseTo(0.168224864, within(1e-8));
        assertThat(number.shifted(wave.waveVector()).kz()).isCloseTo(0.7755061, within(1e-6));
        final FastestWave antisymmetric = new FastestWaveSearch().search(spectrum(0, 1), Z, new double[]{-1.5, -1,
            -0.5, 0, 0.5, 1, 1.5}, Progress.NONE);
        assertThat(antisymmetric.growth()).isCloseTo(0.689629031, within(1e-8));
    }

    /**
     * Reference case 7: isotropic gas of one frequency, inverted ordering, growth^2 = omega mu (1+a) - omega^2 -
     * mu^2 (1-a)^2 / 4.
     */
    @Test
    void bipolarPendulum() {
        final MomentumModes modes = MomentumModes.builder().species(Species.NU, Species.NUBAR).rings(0, 0)
            .weight(10, 8).omega(-1, -1).build();
        final Background background = Background.of(FlavorState.alongZ(modes, new double[]{1, 1},
            new double[]{1, 1}), Environment.FAST);
        final BandSet bands = SOLVER.solve(background, WaveVector.ZERO);
        final int fastest = bands.fastest();
        assertThat(bands.omegaIm(fastest)).isCloseTo(4, within(1e-13));
        assertThat(Math.abs(bands.omegaRe(fastest))).isCloseTo(1, within(1e-13));
    }

    /**
     * Reference case 8: neutrinos and antineutrinos of one isotropic ring with damping Gamma and Gammabar. With A =
     * mu D/2, G = mu S/2 (D and S difference and sum of the densities), g, a = (Gamma +- Gammabar)/2 the plus sector is
     * x^2 - 2 (A - i g) x - Gamma Gammabar - i (n Gammabar - nbar Gamma) = 0 for x = Omega + 2 A, that is
     * Omega = -A - i g +- sqrt(A^2 - a^2 - 2 i G a); the minus sector is its mirror, A - i g +-
     * sqrt(A^2 - a^2 + 2 i G a).
     */
    @ParameterizedTest
    @CsvSource({"0.3, 0.8, 0.5, 0.1", "1, 0.8, 0.5, 0.1", "3, 0.9, 0.1, 0.7", "100, 0.95, 1, 0.3"})
    void collisionalInstability(final double mu, final double nbar, final double gamma, final double gammabar) {
        final MomentumModes modes = MomentumModes.builder().species(Species.NU, Species.NUBAR).rings(0, 0)
            .weight(mu, mu * nbar).depolarization(gamma, gammabar).build();
        final Background background = Background.of(FlavorState.alongZ(modes, new double[]{1, 1},
            new double[]{1, 1}), Environment.FAST);
        final BandSet bands = SOLVER.solve(background, WaveVector.ZERO);
        final double difference = mu * (1 - nbar) / 2;
        final double sum = mu * (1 + nbar) / 2;
        final double g = (gamma + gammabar) / 2;
        final double a = (gamma - gammabar) / 2;
        final Complex root = new Complex(difference * difference - a * a, 2 * sum * a).sqrt();
        for (int sign = -1; sign <= 1; sign += 2) {
            final double re = difference + sign * root.getReal();
            final double im = -g + sign * root.getImaginary();
            assertThat(contains(bands, re, im)).isLessThan(1e-14 * Math.max(1, mu));
            assertThat(contains(bands, -re, im)).isLessThan(1e-14 * Math.max(1, mu));
        }
        assertThat(bands.omegaIm(bands.fastest())).isCloseTo(-g + Math.abs(root.getImaginary()),
            within(1e-14 * Math.max(1, mu)));
        assertThat(bands.kind(bands.fastest())).isEqualTo(
            Math.abs(root.getImaginary()) > g ? BandKind.UNSTABLE : BandKind.DAMPED);
    }

    private static double contains(final BandSet bands, final double re, final double im) {
        double least = Double.POSITIVE_INFINITY;
        for (int b = 0; b < bands.size(); b++) {
            least = Math.min(least, Math.hypot(bands.omegaRe(b) - re, bands.omegaIm(b) - im));
        }
        return least;
    }
}
