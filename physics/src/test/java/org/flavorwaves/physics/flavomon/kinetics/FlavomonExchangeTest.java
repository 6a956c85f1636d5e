package org.flavorwaves.physics.flavomon.kinetics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.flavorwaves.physics.flavomon.kinetics.occupation.FlavomonBalance;
import org.flavorwaves.physics.flavomon.kinetics.occupation.NeutrinoOccupations;
import org.flavorwaves.physics.flavomon.kinetics.occupation.WaveRates;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.junit.jupiter.api.Test;

class FlavomonExchangeTest {
    private static final int NEUTRINOS = 9;

    private static final int WAVES = 5;

    /** Rates, measures and signs without any medium behind them. */
    private record FixedRates(double[][] rate, double[] measures, int[] signs) implements WaveRates {
        static FixedRates random(final Random random) {
            final double[][] rate = new double[WAVES][NEUTRINOS];
            final double[] measures = new double[WAVES];
            final int[] signs = new int[WAVES];
            for (int j = 0; j < WAVES; j++) {
                for (int i = 0; i < NEUTRINOS; i++) {
                    rate[j][i] = random.nextInt(3) == 0 ? 0 : random.nextDouble();
                }
                measures[j] = random.nextDouble();
                signs[j] = random.nextBoolean() ? 1 : -1;
            }
            return new FixedRates(rate, measures, signs);
        }

        @Override
        public int size() {
            return WAVES;
        }

        @Override
        public double measure(final int wave) {
            return measures[wave];
        }

        @Override
        public int sign(final int wave) {
            return signs[wave];
        }

        @Override
        public double rate(final int wave, final int neutrino) {
            return rate[wave][neutrino];
        }
    }

    private static NeutrinoOccupations neutrinos(final Species[] species, final double[] weight, final double[] fe,
        final double[] fx) {
        final int n = species.length;
        final double[] trace = new double[n];
        final double[] pz = new double[n];
        final double[] v = new double[n];
        for (int i = 0; i < n; i++) {
            v[i] = -1 + 2 * (i + 0.5) / n;
            trace[i] = fe[i] + fx[i];
            pz[i] = fe[i] - fx[i];
        }
        return NeutrinoOccupations.of(FlavorState.alongZ(
            MomentumModes.builder().species(species).rings(v).weight(weight).build(), trace, pz), Environment.FAST);
    }

    private static NeutrinoOccupations random(final Random random) {
        final Species[] species = new Species[NEUTRINOS];
        final double[] weight = new double[NEUTRINOS];
        final double[] fe = new double[NEUTRINOS];
        final double[] fx = new double[NEUTRINOS];
        for (int i = 0; i < NEUTRINOS; i++) {
            species[i] = random.nextBoolean() ? Species.NU : Species.NUBAR;
            weight[i] = random.nextDouble();
            fe[i] = random.nextDouble();
            fx[i] = random.nextDouble();
        }
        return neutrinos(species, weight, fe, fx);
    }

    /** Conversions that keep occupations within [0, 1], and numbers over many orders. */
    private static double[] state(final NeutrinoOccupations neutrinos, final Random random) {
        final double[] y = new double[NEUTRINOS + WAVES];
        for (int i = 0; i < NEUTRINOS; i++) {
            final double up = Math.min(1 - neutrinos.electron(i), neutrinos.other(i));
            final double down = Math.min(neutrinos.electron(i), 1 - neutrinos.other(i));
            y[i] = -down + (up + down) * random.nextDouble();
        }
        for (int j = 0; j < WAVES; j++) {
            y[NEUTRINOS + j] = Math.exp(12 * random.nextDouble() - 6);
        }
        return y;
    }

    /** (FR 22): dn_e = dn_psi and dn_x = -dn_psi for any rates, species, and mixture of flavomons and antiflavomons. */
    @Property(tries = 200)
    void conservesLeptonNumbers(@ForAll final long seed, @ForAll final boolean spontaneous) {
        final Random random = new Random(seed);
        final NeutrinoOccupations neutrinos = random(random);
        final FixedRates waves = FixedRates.random(random);
        final double[] y = state(neutrinos, random);
        final double[] rates = new double[y.length];
        new FlavomonExchange(neutrinos, WAVES, spontaneous).evaluate(y, waves, rates);
        final double[] later = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            later[i] = y[i] + 1e-3 * rates[i];
        }
        final FlavomonBalance before = FlavomonBalance.of(neutrinos, waves, y);
        final FlavomonBalance after = FlavomonBalance.of(neutrinos, waves, later);
        final double scale = 1 + Math.abs(before.flavomonNumber());
        assertThat(after.electronInvariant()).isCloseTo(before.electronInvariant(), within(1e-13 * scale));
        assertThat(after.otherInvariant()).isCloseTo(before.otherInvariant(), within(1e-13 * scale));
        assertThat(Math.abs(after.electronNumber() - before.electronNumber())).isGreaterThan(1e-9);
    }

    /** Two neutrino modes and two kinds of quanta, by hand. */
    @Test
    void balanceAddsWeightsSignsAndMeasures() {
        final NeutrinoOccupations two = neutrinos(new Species[]{Species.NU, Species.NUBAR}, new double[]{2, 3},
            new double[]{0.5, 0.25}, new double[]{0.125, 0.75});
        final double[][] none = new double[2][2];
        final FlavomonBalance balance = FlavomonBalance.of(two,
            new FixedRates(none, new double[]{4, 6, 0, 0, 0}, new int[]{1, -1, 1, 1, 1}),
            new double[]{0.0625, -0.125, 0.5, 0.25, 0, 0, 0});
        assertThat(balance.electronNumber()).isEqualTo(2 * 0.5625 - 3 * 0.125);
        assertThat(balance.otherNumber()).isEqualTo(2 * 0.0625 - 3 * 0.875);
        assertThat(balance.flavomonNumber()).isEqualTo(4 * 0.5 - 6 * 0.25);
        assertThat(balance.electronInvariant()).isEqualTo(0.75 - 0.5);
        assertThat(balance.otherInvariant()).isEqualTo(-2.5 + 0.5);
        assertThat(balance.leptonNumber()).isEqualTo(0.75 + 2.5);
    }

    /** The H-theorem: the entropy of neutrinos and flavomons rises along the rates. */
    @Property(tries = 200)
    void producesEntropy(@ForAll final long seed) {
        final Random random = new Random(seed);
        final NeutrinoOccupations neutrinos = random(random);
        final FixedRates waves = FixedRates.random(random);
        final double[] y = state(neutrinos, random);
        final double[] rates = new double[y.length];
        final FlavomonExchange exchange = new FlavomonExchange(neutrinos, WAVES, true);
        exchange.evaluate(y, waves, rates);
        for (final double part : new double[]{1e-3, 0.1, 0.5}) {
            final double[] later = new double[y.length];
            for (int i = 0; i < y.length; i++) {
                later[i] = y[i] + part / exchange.fastest() * rates[i];
                final double fe = i < NEUTRINOS ? neutrinos.electron(i) + later[i] : later[i];
                final double fx = i < NEUTRINOS ? neutrinos.other(i) - later[i] : later[i];
                assertThat(Math.min(fe, fx)).isGreaterThanOrEqualTo(0);
                assertThat(Math.max(fe, fx)).isLessThanOrEqualTo(i < NEUTRINOS ? 1 : Double.MAX_VALUE);
            }
            assertThat(FlavomonBalance.of(neutrinos, waves, later).entropy())
                .isGreaterThan(FlavomonBalance.of(neutrinos, waves, y).entropy());
        }
    }

    /** Fermi-Dirac neutrinos of any energies. */
    private static NeutrinoOccupations thermal(final double muE, final double muX, final double temperature) {
        final double[] energy = {0.3, 1, 2, 4, 0.5, 1.5, 2.5, 3, 6};
        final Species[] species = new Species[NEUTRINOS];
        final double[] fe = new double[NEUTRINOS];
        final double[] fx = new double[NEUTRINOS];
        for (int i = 0; i < NEUTRINOS; i++) {
            species[i] = i % 3 == 0 ? Species.NUBAR : Species.NU;
            fe[i] = 1 / (1 + Math.exp((energy[i] - species[i].sign() * muE) / temperature));
            fx[i] = 1 / (1 + Math.exp((energy[i] - species[i].sign() * muX) / temperature));
        }
        final double[] weight = new double[NEUTRINOS];
        Arrays.fill(weight, 1);
        return neutrinos(species, weight, fe, fx);
    }

    private static FixedRates flavomons() {
        final FixedRates any = FixedRates.random(new Random(3));
        final int[] flavomons = new int[WAVES];
        Arrays.fill(flavomons, 1);
        return new FixedRates(any.rate(), any.measures(), flavomons);
    }

    /** Fermi-Dirac neutrinos and Bose-Einstein flavomons with mu_psi = mu_x - mu_e do not change. */
    @Test
    void leavesThermalEquilibriumAlone() {
        final double[] y = new double[NEUTRINOS + WAVES];
        Arrays.fill(y, NEUTRINOS, y.length, 1 / Math.expm1((1.4 - 0.3) / 0.8));
        final double[] rates = new double[y.length];
        final NeutrinoOccupations neutrinos = thermal(1.4, 0.3, 0.8);
        new FlavomonExchange(neutrinos, WAVES, true).evaluate(y, flavomons(), rates);
        assertThat(rates).containsOnly(new double[y.length], within(2e-16));
        new FlavomonExchange(neutrinos, WAVES, false).evaluate(y, flavomons(), rates);
        assertThat(rates[NEUTRINOS]).isLessThan(-1e-3);
    }

    /** In thermal equilibrium the entropy that one neutrino mode gains is what one flavomon mode loses. */
    @Test
    void entropyIsStationaryInThermalEquilibrium() {
        final NeutrinoOccupations neutrinos = thermal(1.4, 0.3, 0.8);
        final FixedRates waves = flavomons();
        final double amount = 3e-6;
        for (int j = 0; j < WAVES; j++) {
            final double[] entropies = new double[2];
            final double[] ofNeutrinos = new double[2];
            for (int side = 0; side < 2; side++) {
                final double moved = side == 0 ? -amount : amount;
                final double[] y = new double[NEUTRINOS + WAVES];
                Arrays.fill(y, NEUTRINOS, y.length, 1 / Math.expm1((1.4 - 0.3) / 0.8));
                y[j % 3] = neutrinos.sign(j % 3) * moved;
                y[NEUTRINOS + j] += moved / waves.measure(j);
                final FlavomonBalance balance = FlavomonBalance.of(neutrinos, waves, y);
                entropies[side] = balance.entropy();
                ofNeutrinos[side] = balance.neutrinoEntropy();
            }
            assertThat((ofNeutrinos[1] - ofNeutrinos[0]) / (2 * amount)).isCloseTo(-1.1 / 0.8, within(1e-8));
            assertThat((entropies[1] - entropies[0]) / (2 * amount)).isCloseTo(0, within(1e-8));
        }
    }
}
