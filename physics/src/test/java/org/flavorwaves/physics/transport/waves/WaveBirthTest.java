package org.flavorwaves.physics.transport.waves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;

import org.apache.commons.math3.complex.Complex;
import org.flavorwaves.physics.numerics.eigen.ComplexEigenSolver;
import org.flavorwaves.physics.numerics.eigen.EigenDecomposition;
import org.flavorwaves.physics.numerics.matrix.ComplexMatrix;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.junit.jupiter.api.Test;

/** Waves of driven beams that are born where two real ones merge, against the linear equation of all modes. */
class WaveBirthTest {
    private static final double[] V = {-0.9, -0.5, 0.1, 0.3, 0.8, 0.8};

    private static final double[] W = {0.3, 0.4, 0.5, 0.4, 0.3, 0.35};

    private static final double[] P = {0.6, 0.5, 0.4, 0.5, 0.3, 0.5};

    /** Noise of the modes, and the growth exp(2 int gamma dt) that is followed. */
    private static final double NOISE = 1e-10;

    private static final double GROWN = 1e5;

    private static double sign(final int i) {
        return i == V.length - 1 ? -1 : 1;
    }

    private static double[] medium(final double drive, final double t) {
        final double[] p = P.clone();
        p[p.length - 1] += drive * t;
        return p;
    }

    private static MomentumModes modes() {
        return MomentumModes.builder()
            .species(Species.NU, Species.NU, Species.NU, Species.NU, Species.NU, Species.NUBAR).rings(V).weight(W)
            .build();
    }

    private static double[][] matrix(final double[] p, final double k) {
        final double[][] m = new double[V.length][V.length];
        for (int i = 0; i < V.length; i++) {
            for (int j = 0; j < V.length; j++) {
                m[i][j] = p[i] * sign(j) * W[j] * (1 - V[i] * V[j]) + (i == j ? k * V[i] : 0);
            }
        }
        return m;
    }

    /** The wave at a time, by the classes under test. */
    private static double growth(final WaveExchange exchange, final double k, final double drive, final double t) {
        final double[] p = medium(drive, t);
        exchange.setPolarization(p);
        exchange.roots().clear();
        exchange.roots().search(0, k);
        return exchange.move(0, k, p);
    }

    /** The time at which a wave begins to grow. */
    private static double start(final WaveExchange exchange, final double k, final double drive, final double end) {
        double low = 0;
        double high = end;
        for (int step = 0; step < 50; step++) {
            final double t = 0.5 * (low + high);
            if (growth(exchange, k, drive, t) > 0) {
                high = t;
            } else {
                low = t;
            }
        }
        return high;
    }

    /** The time at which a wave has grown, int gamma dt with t = start + x^2. */
    private static double grown(final WaveExchange exchange, final double k, final double drive, final double start) {
        double grown = 0;
        double x = 0;
        while (grown < Math.log(GROWN)) {
            final double dx = 0.02;
            grown += 4 * (x + dx / 2) * growth(exchange, k, drive, start + (x + dx / 2) * (x + dx / 2)) * dx;
            x += dx;
        }
        return start + x * x;
    }

    /** d psi/dt = -i M psi over a time, classical Runge-Kutta. */
    private static void move(final double[][] psi, final double k, final double drive, final double from,
        final double to) {
        final int steps = (int) Math.ceil((to - from) / 0.02);
        final double h = (to - from) / steps;
        for (int s = 0; s < steps; s++) {
            final double[][] sum = new double[2][V.length];
            double[][] last = new double[2][V.length];
            for (int stage = 0; stage < 4; stage++) {
                final double part = stage == 0 ? 0 : stage == 3 ? 1 : 0.5;
                final double[][] m = matrix(medium(drive, from + (s + part) * h), k);
                final double[][] rate = new double[2][V.length];
                for (int i = 0; i < V.length; i++) {
                    for (int j = 0; j < V.length; j++) {
                        rate[0][i] += m[i][j] * (psi[1][j] + part * h * last[1][j]);
                        rate[1][i] -= m[i][j] * (psi[0][j] + part * h * last[0][j]);
                    }
                    sum[0][i] += rate[0][i] * (stage == 1 || stage == 2 ? 2 : 1) * h / 6;
                    sum[1][i] += rate[1][i] * (stage == 1 || stage == 2 ? 2 : 1) * h / 6;
                }
                last = rate;
            }
            for (int i = 0; i < V.length; i++) {
                psi[0][i] += sum[0][i];
                psi[1][i] += sum[1][i];
            }
        }
    }

    private static EigenDecomposition bands(final double[] p, final double k) {
        final double[][] m = matrix(p, k);
        final ComplexMatrix matrix = new ComplexMatrix(V.length, V.length);
        for (int i = 0; i < V.length; i++) {
            for (int j = 0; j < V.length; j++) {
                matrix.set(i, j, m[i][j], 0);
            }
        }
        return new ComplexEigenSolver(ComplexEigenSolver.Options.allVectors()).solve(matrix);
    }

    /** What fields of unit strength in each mode in turn have of the growing wave, sum w |psi|^2, times P^2. */
    private static double intensity(final double[][][] fields, final double[] p, final double k) {
        final EigenDecomposition bands = bands(p, k);
        int wave = 0;
        for (int b = 1; b < V.length; b++) {
            wave = bands.im(b) > bands.im(wave) ? b : wave;
        }
        double norm = 0;
        for (int i = 0; i < V.length; i++) {
            norm += W[i] * (Math.pow(bands.right().re(i, wave), 2) + Math.pow(bands.right().im(i, wave), 2));
        }
        double intensity = 0;
        for (int j = 0; j < V.length; j++) {
            Complex amplitude = Complex.ZERO;
            for (int i = 0; i < V.length; i++) {
                amplitude = amplitude.add(new Complex(bands.leftBiorthogonal().re(i, wave),
                    -bands.leftBiorthogonal().im(i, wave)).multiply(new Complex(fields[j][0][i], fields[j][1][i])));
            }
            intensity += P[j] * P[j] * amplitude.abs() * amplitude.abs() * norm;
        }
        return intensity;
    }

    private static UniformSample driven(final double k, final double drive, final double end, final int outputs) {
        final double[] ones = new double[V.length];
        Arrays.fill(ones, 1);
        final double[] source = new double[V.length];
        source[V.length - 1] = drive;
        final double[] times = new double[outputs + 1];
        for (int t = 0; t < times.length; t++) {
            times[t] = end * t / outputs;
        }
        return new UniformWaves(FlavorState.alongZ(modes(), ones, P), new UniformSetup(source, new double[V.length],
            t -> 1, new double[]{k}, 1, true, new double[]{1e-40, 1e-40}, new double[]{Double.NaN, Double.NaN}, false,
            WaveGrid.Start.NOISE, new double[]{NOISE, NOISE}, times, 5e-4, 100_000)).evolve(Progress.NONE).samples()
            .get(outputs);
    }

    /**
     * A driven medium finds the wave at one of its steps and gives it what it has gained since its birth: the integral
     * of the noise at all times, however often waves are searched.
     */
    @Test
    void wavesGainTheNoiseSinceTheirBirth() {
        final double drive = 1e-3;
        final double k = 0.1;
        final WaveExchange exchange = new WaveExchange(modes(), Beams.of(modes()), 1, 1);
        final double start = start(exchange, k, drive, 250);
        final double end = grown(exchange, k, drive, start);
        double intensity = 0;
        final int steps = 2000;
        for (int s = 0; s < steps; s++) {
            final double h = Math.sqrt(end - start) / steps;
            final double x = (s + 0.5) * h;
            final double gamma = growth(exchange, k, drive, start + x * x);
            final double factor = Math.exp(4 * gamma * x * h);
            intensity = intensity * factor + NOISE * exchange.noise() * (factor - 1);
        }
        for (final int outputs : new int[]{1, 7, 40}) {
            final UniformSample last = driven(k, drive, end, outputs);
            assertThat(last.polarization()[V.length - 1]).isCloseTo(medium(drive, end)[V.length - 1], within(1e-4));
            assertThat(last.intensities()[0] / intensity).isCloseTo(1, within(0.1));
        }
    }

    /**
     * The linear equation of all modes, from their noise at the start: the phases of the two real waves belong to it,
     * and how far these were from each other then.
     */
    @Test
    void meanIntensityIsThatOfTheLinearEquation() {
        double sum = 0;
        int waves = 0;
        for (final double drive : new double[]{1e-3, 4e-3}) {
            for (final double k : new double[]{0, 0.1, 0.2, 1.75, 1.9, 2}) {
                final WaveExchange exchange = new WaveExchange(modes(), Beams.of(modes()), 1, 1);
                if (growth(exchange, k, drive, 0) > 0 || growth(exchange, k, drive, 0.2 / drive) == 0) {
                    continue;
                }
                final double start = start(exchange, k, drive, 0.2 / drive);
                final double end = grown(exchange, k, drive, start);
                final double[][][] fields = new double[V.length][2][V.length];
                for (int j = 0; j < V.length; j++) {
                    fields[j][0][j] = 1;
                    move(fields[j], k, drive, 0, end);
                }
                final double ratio =
                    NOISE * intensity(fields, medium(drive, end), k) / driven(k, drive, end, 1).intensities()[0];
                assertThat(ratio).isBetween(0.2, 6.0);
                sum += Math.log(ratio);
                waves++;
            }
        }
        assertThat(waves).isEqualTo(8);
        assertThat(Math.exp(sum / waves)).isBetween(0.5, 2.0);
    }

    /** exp((4/3) x^3) and x int 4 u exp(-(4/3) u^3) du with x = gamma/kappa, the integral by the midpoint rule. */
    @Test
    void gainIsTheClosedForm() {
        final WaveBirth birth = new WaveBirth(0.3, 0.008);
        assertThat(birth.growth()).isCloseTo(Math.exp(4.0 / 3 * 3.375), within(1e-11));
        double gain = 0;
        for (double u = 5e-4; u < 4; u += 1e-3) {
            gain += 4 * u * Math.exp(-4.0 / 3 * u * u * u) * 1e-3;
        }
        assertThat(birth.noise()).isCloseTo(1.5 * gain, within(1e-5));
    }
}
