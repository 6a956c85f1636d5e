package org.flavorwaves.physics.transport.waves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;

import org.apache.commons.math3.complex.Complex;
import org.flavorwaves.physics.flavomon.beams.FollowedRoots;
import org.flavorwaves.physics.numerics.eigen.ComplexEigenSolver;
import org.flavorwaves.physics.numerics.eigen.EigenDecomposition;
import org.flavorwaves.physics.numerics.matrix.ComplexMatrix;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.junit.jupiter.api.Test;

class WaveCellTest {
    private static final double[] V = {-0.9, -0.3, 0.4, 0.9, 0.9};

    private static final double[] W = {0.5, 0.4, 0.6, 0.3, 0.35};

    private static final double[] P = {0.5, 0.6, 0.5, 0.3, 0.7};

    private static final WaveGrid GRID = new WaveGrid(-1.5, 1.5, 20, 1e-6);

    private static MomentumModes modes() {
        return modes(W);
    }

    private static MomentumModes modes(final double[] weights) {
        return MomentumModes.builder().species(Species.NU, Species.NU, Species.NU, Species.NU, Species.NUBAR).rings(V)
            .weight(weights).build();
    }

    private static int sign(final int i) {
        return i == 4 ? -1 : 1;
    }

    /** What one part of a step changes: sum w s P, sum w P^2 and 2 sum I dK. */
    private static double[] changes(final double intensity, final double dt, final double[] p) {
        final WaveCell cell = new WaveCell(GRID, modes(), 1, new double[5], false);
        cell.find(p, 0);
        cell.setNoise(p);
        Arrays.fill(cell.m_intensity, intensity);
        final double[] before = p.clone();
        cell.step(p, dt);
        final double[] changes = new double[3];
        for (int i = 0; i < p.length; i++) {
            changes[0] += sign(i) * W[i] * (p[i] - before[i]);
            changes[1] += W[i] * (p[i] * p[i] - before[i] * before[i]);
        }
        for (final double now : cell.m_intensity) {
            changes[2] += 2 * (now - intensity) * GRID.width();
        }
        return changes;
    }

    @Test
    void weakWavesGainWhatTheModesLose() {
        final double[] p = P.clone();
        final double[] changes = changes(1e-5, 0.5, p);
        assertThat(changes[2]).isGreaterThan(1e-6);
        assertThat(changes[0]).isCloseTo(0, within(1e-16));
        assertThat(changes[1] / changes[2]).isCloseTo(-1, within(1e-4));
        assertThat(p[4] / P[4]).isCloseTo(p[3] / P[3], within(1e-15));
    }

    /** Strong waves leave the medium where it still grows a little: the gain is that of the rates at its end. */
    @Test
    void strongWavesEndInTheBalance() {
        final double dt = 2;
        final double intensity = 0.02;
        final double[] p = P.clone();
        final double[] changes = changes(intensity, dt, p);
        assertThat(changes[0]).isCloseTo(0, within(1e-15));
        assertThat(p[4]).isLessThan(0.69);
        final WaveCell end = new WaveCell(GRID, modes(), 1, new double[5], false);
        end.find(p, 0);
        double implicit = 0;
        final double[] growth = new double[FollowedRoots.SLOTS * GRID.count()];
        for (int j = 0; j < growth.length; j++) {
            implicit += 2 * intensity * GRID.width() * Math.expm1(2 * end.growth(j) * dt);
        }
        assertThat(implicit / changes[2]).isCloseTo(1, within(0.02));
    }

    /**
     * One wave number where one wave grows: I + noise gains the factor exp(2 gamma dt), and collisions take from I,
     * down to the noise, at the mean of D_i over what the wave takes from w_i P_i^2.
     */
    @Test
    void collisionsDampByWhatTheWaveTakes() {
        final WaveExchange exchange = new WaveExchange(modes(), Beams.of(modes()), 1, 1);
        exchange.setPolarization(P);
        double where = Double.NaN;
        for (double x = -1.5; x < 1.5 && Double.isNaN(where); x += 0.1) {
            exchange.roots().clear();
            exchange.roots().search(0, x);
            where = exchange.move(0, x, P) > 0.01 ? x : where;
        }
        final double dt = 0.5;
        final double noise = exchange.noise();
        final double factor = Math.expm1(2 * exchange.roots().growth(0) * dt);
        final WaveCell found = new WaveCell(GRID, modes(), 1, new double[5], false);
        found.find(P, 0);
        final double physical = where - found.flux();
        final WaveGrid grid = new WaveGrid(physical - 0.05, physical + 0.05, 1, 1e-6);
        final double[] rates = {0.3, 0.01, 0.2, 0.07, 0.5};
        final double[] gains = new double[2];
        for (int n = 0; n < 2; n++) {
            final double intensity = 1e-5 * n;
            final double[] p = P.clone();
            final WaveCell free = new WaveCell(grid, modes(), 1, new double[5], false);
            gains[n] = gain(free, intensity, p, dt);
            double mean = 0;
            for (int i = 0; i < p.length; i++) {
                mean += rates[i] * W[i] * P[i] * P[i] * (1 - p[i] / P[i]) / (gains[n] * grid.width());
            }
            final WaveCell damped = new WaveCell(grid, modes(), 1, rates, false);
            final double kept = gain(damped, intensity, P.clone(), dt) - gains[n];
            assertThat(kept).isCloseTo((damped.seed() - intensity) * -Math.expm1(-2 * mean * dt), within(1e-14));
            assertThat(mean).isBetween(0.01, 0.5);
        }
        assertThat(gains[0] / (1e-6 * noise * factor)).isCloseTo(1, within(1e-9));
        assertThat((gains[1] - gains[0]) / (1e-5 * factor)).isCloseTo(1, within(1e-9));
    }

    /** What the one growing wave of a cell gains. */
    private static double gain(final WaveCell cell, final double intensity, final double[] p, final double dt) {
        cell.find(p, 0);
        cell.setNoise(p);
        Arrays.fill(cell.m_intensity, intensity);
        cell.exchange(p, dt);
        assertThat(Arrays.stream(cell.m_intensity).filter(x -> x != intensity).count()).isEqualTo(1);
        return Arrays.stream(cell.m_intensity).filter(x -> x != intensity).sum() - intensity;
    }

    /** A long step with a burst in it ends where many short ones end, with the same lepton number. */
    @Test
    void aBurstTakesItsOwnTime() {
        final double[][] ends = new double[2][];
        for (int k = 0; k < 2; k++) {
            final WaveCell cell = new WaveCell(GRID, modes(), 1, new double[5], false);
            final double[] p = P.clone();
            cell.find(p, 0);
            cell.setNoise(p);
            Arrays.fill(cell.m_intensity, 1e-4);
            final int steps = k == 0 ? 4 : 2000;
            for (int step = 0; step < steps; step++) {
                cell.exchange(p, 16.0 / steps);
                cell.find(p, 0);
            }
            ends[k] = p;
        }
        double number = 0;
        for (int i = 0; i < P.length; i++) {
            number += sign(i) * W[i] * (ends[0][i] - P[i]);
            assertThat(ends[0][i]).isCloseTo(ends[1][i], within(1e-3));
        }
        assertThat(number).isCloseTo(0, within(1e-15));
        assertThat(ends[1][4]).isLessThan(P[4] - 0.1);
    }

    /** The noise in a wave from its left vector, by the dense eigenproblem of all modes. */
    @Test
    void noiseIsWhatTheLeftVectorTakes() {
        final int n = V.length;
        final WaveExchange exchange = new WaveExchange(modes(), Beams.of(modes()), 1, 1);
        exchange.setPolarization(P);
        double best = 0;
        double where = 0;
        for (double x = -1.5; x < 1.5; x += 0.1) {
            exchange.roots().clear();
            exchange.roots().search(0, x);
            if (exchange.move(0, x, P) > best) {
                best = exchange.roots().growth(0);
                where = x;
            }
        }
        assertThat(best).isGreaterThan(0.01);
        exchange.roots().clear();
        exchange.roots().search(0, where);
        exchange.move(0, where, P);
        final ComplexMatrix matrix = new ComplexMatrix(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                matrix.set(i, j, P[i] * sign(j) * W[j] * (1 - V[i] * V[j]) + (i == j ? V[i] * where : 0), 0);
            }
        }
        final EigenDecomposition eigen = new ComplexEigenSolver(ComplexEigenSolver.Options.allVectors()).solve(matrix);
        int wave = 0;
        for (int e = 1; e < n; e++) {
            wave = eigen.im(e) > eigen.im(wave) ? e : wave;
        }
        double norm = 0;
        double left = 0;
        double noise = 0;
        Complex product = Complex.ZERO;
        for (int i = 0; i < n; i++) {
            final Complex right = new Complex(eigen.right().re(i, wave), eigen.right().im(i, wave));
            final Complex own =
                new Complex(eigen.leftBiorthogonal().re(i, wave), -eigen.leftBiorthogonal().im(i, wave));
            product = product.add(own.multiply(right));
            norm += W[i] * right.abs() * right.abs();
            left += own.abs() * own.abs() / W[i];
            noise += P[i] * P[i] * own.abs() * own.abs();
        }
        final double scale = Math.sqrt(norm) / product.abs();
        assertThat(exchange.noise()).isCloseTo(noise * scale * scale / (Math.sqrt(left) * scale), within(1e-9));
    }

    /** The same medium of a third of the weights and three times the nu-nu term: the same share of sum w P^2. */
    @Test
    void noiseBelongsToTheMediumOfAnyUnit() {
        final WaveExchange one = new WaveExchange(modes(), Beams.of(modes()), 1, 1);
        final MomentumModes thin = modes(Arrays.stream(W).map(w -> w / 3).toArray());
        final WaveExchange other = new WaveExchange(thin, Beams.of(thin), 3, 1);
        for (final WaveExchange exchange : new WaveExchange[]{one, other}) {
            exchange.setPolarization(P);
            exchange.roots().search(0, 0.1);
        }
        assertThat(one.move(0, 0.1, P)).isGreaterThan(0.01);
        assertThat(other.move(0, 0.1, P)).isCloseTo(one.roots().growth(0), within(1e-13));
        assertThat(other.noise() / one.noise()).isCloseTo(1.0 / 3, within(1e-12));
    }

    /** Many beams are searched at every eighth wave number in turn, and nothing is missed when the medium changes. */
    @Test
    void continuesWavesFromFewWaveNumbers() {
        final int n = 30;
        final double[] v = new double[n];
        final double[] w = new double[n];
        final double[] p = new double[n];
        final Species[] species = new Species[n];
        final double[] g = new double[n];
        for (int i = 0; i < n; i++) {
            v[i] = -1 + (2 * i + 1.0) / n;
            w[i] = 2.0 / n;
            g[i] = 1 - 1.3 * Math.exp(-(1 - v[i]) / 0.3);
            species[i] = g[i] > 0 ? Species.NU : Species.NUBAR;
            p[i] = Math.abs(g[i]);
        }
        final MomentumModes modes = MomentumModes.builder().species(species).rings(v).weight(w).build();
        final WaveGrid grid = new WaveGrid(-2, 3, 100, 1e-6);
        final WaveCell cell = new WaveCell(grid, modes, 1, new double[n], false);
        for (int step = 8; step >= 0; step--) {
            final double[] before = p.clone();
            for (int i = 0; i < n; i++) {
                before[i] *= 1 + 0.02 * step * v[i];
            }
            cell.find(before, 0);
        }
        final WaveExchange all = new WaveExchange(modes, Beams.of(modes), 1, grid.count());
        all.setPolarization(p);
        int growing = 0;
        for (int m = 0; m < grid.count(); m++) {
            all.roots().search(m, grid.centre(m) + all.flux());
            double best = 0;
            double found = 0;
            for (int s = 0; s < FollowedRoots.SLOTS; s++) {
                final int j = FollowedRoots.SLOTS * m + s;
                best = Math.max(best, all.move(j, grid.centre(m) + all.flux(), p));
                found = Math.max(found, cell.growth(j));
            }
            growing += best > 0.01 ? 1 : 0;
            if (best > 0.01) {
                assertThat(found).isCloseTo(best, within(1e-10));
            }
        }
        assertThat(growing).isGreaterThan(10);
        cell.find(new double[n], 0);
        assertThat(cell.growth(2 * 50)).isZero();
    }
}
