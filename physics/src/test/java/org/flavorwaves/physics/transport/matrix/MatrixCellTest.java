package org.flavorwaves.physics.transport.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;

import org.flavorwaves.physics.numerics.matrix.HermitianJacobi;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.flavorwaves.physics.transport.waves.WaveGrid;
import org.junit.jupiter.api.Test;

/** One cell with coherences of every size: what the closure keeps, and its rates against the matrix equation. */
class MatrixCellTest {
    private static final WaveGrid GRID = new WaveGrid(-0.5, 1, 3, 1e-6);

    private static final Species[] SPECIES = {Species.NU, Species.NUBAR, Species.NU, Species.NUBAR, Species.NU};

    private static final double STRENGTH = 1.3;

    private static final double[] DAMPING = {0.02, 0, 0.05, 0.01, 0.03};

    private static final double[] W = {0.5, 0.3, 0.4, 0.2, 0.6};

    private static final double[] P = {0.8, 0.7, -0.3, 0.5, 0.6};

    private static final double[] EXTERNAL = {0.1, -0.2, 0.3, 0, 0.05};

    private static final double[][] V = {{0, 0, 1}, {0.6, 0, 0.8}, {0, -0.6, -0.8}, {0.48, 0.64, 0.6}, {0, 0, -1}};

    private static MomentumModes modes(final boolean rings) {
        final double[][] v = new double[3][V.length];
        for (int i = 0; i < V.length; i++) {
            for (int a = 0; a < 3; a++) {
                v[a][i] = rings && a < 2 ? 0 : V[i][a];
            }
        }
        return MomentumModes.builder().species(SPECIES).velocity(v[0], v[1], v[2]).weight(W).build();
    }

    private static MatrixCell cell(final boolean rings) {
        return cell(rings, STRENGTH, new double[V.length]);
    }

    private static MatrixCell cell(final boolean rings, final double strength, final double[] damping) {
        final MomentumModes modes = modes(rings);
        final MatrixCell cell = new MatrixCell(GRID, new Coupling(modes, strength), modes.vzs(), EXTERNAL, damping);
        final int n = V.length;
        final Random random = new Random(7);
        for (int m = 0; m < GRID.count(); m++) {
            for (int r = 0; r < n; r++) {
                final double[] re = random.doubles(n, -0.2, 0.2).toArray();
                final double[] im = random.doubles(n, -0.2, 0.2).toArray();
                for (int i = 0; i < n; i++) {
                    for (int j = 0; j < n; j++) {
                        cell.m_re[(m * n + i) * n + j] += re[i] * re[j] + im[i] * im[j];
                        cell.m_im[(m * n + i) * n + j] += im[i] * re[j] - re[i] * im[j];
                    }
                }
            }
        }
        return cell;
    }

    private static double coupling(final boolean rings, final int i, final int j) {
        double f = 1;
        for (int a = rings ? 2 : 0; a < 3; a++) {
            f -= V[i][a] * V[j][a];
        }
        return STRENGTH * f * SPECIES[j].sign() * W[j];
    }

    @Test
    void turnsKeepLengthsAndLeptonNumber() {
        for (final boolean rings : new boolean[]{true, false}) {
            final MatrixCell cell = cell(rings);
            final double[] p = P.clone();
            final double[] before = new double[p.length];
            double lepton = 0;
            for (int i = 0; i < p.length; i++) {
                before[i] = p[i] * p[i] + cell.intensity(i);
            }
            cell.turn(p, 3);
            for (int i = 0; i < p.length; i++) {
                assertThat(p[i]).isNotCloseTo(P[i], within(1e-3));
                assertThat(p[i] * p[i] + cell.intensity(i)).isCloseTo(before[i], within(1e-13));
                lepton += SPECIES[i].sign() * W[i] * (p[i] - P[i]);
            }
            assertThat(lepton).isCloseTo(0, within(1e-14));
        }
    }

    /** dR/dt = -i (M R - R M^+) and dP_i/dt, from the matrix itself. */
    @Test
    void shortTurnsFollowTheEquation() {
        final int n = V.length;
        final double dt = 1e-5;
        for (final boolean rings : new boolean[]{true, false}) {
            final MatrixCell cell = cell(rings);
            final double[] re = cell.m_re.clone();
            final double[] im = cell.m_im.clone();
            final double[] p = P.clone();
            cell.turn(p, dt);
            final double[] rate = new double[n];
            for (int m = 0; m < GRID.count(); m++) {
                for (int i = 0; i < n; i++) {
                    for (int j = 0; j < n; j++) {
                        rate[i] += coupling(rings, i, j) * im[(m * n + i) * n + j] * GRID.width();
                        double x = 0;
                        double y = 0;
                        for (int l = 0; l < n; l++) {
                            final double il = element(rings, GRID.centre(m), i, l);
                            final double jl = element(rings, GRID.centre(m), j, l);
                            x += il * im[(m * n + l) * n + j] - jl * im[(m * n + i) * n + l];
                            y -= il * re[(m * n + l) * n + j] - jl * re[(m * n + i) * n + l];
                        }
                        final int at = (m * n + i) * n + j;
                        assertThat((cell.m_re[at] - re[at]) / dt).isCloseTo(x, within(1e-4));
                        assertThat((cell.m_im[at] - im[at]) / dt).isCloseTo(y, within(1e-4));
                    }
                }
            }
            for (int i = 0; i < n; i++) {
                assertThat((p[i] - P[i]) / dt).isCloseTo(rate[i], within(1e-4));
            }
        }
    }

    private static double element(final boolean rings, final double k, final int i, final int j) {
        double sum = P[i] * coupling(rings, i, j);
        if (i == j) {
            sum += V[i][2] * k - EXTERNAL[i];
            for (int l = 0; l < V.length; l++) {
                sum -= coupling(rings, i, l) * P[l];
            }
        }
        return sum;
    }

    /** A force moves every coherence along K at the mean force of its two modes, and nothing is lost inside. */
    @Test
    void forcesMoveWaveNumbers() {
        final WaveGrid grid = new WaveGrid(0, 50, 100, 1e-6);
        final MomentumModes modes = modes(true);
        final int n = V.length;
        final MatrixCell cell =
            new MatrixCell(grid, new Coupling(modes, STRENGTH), modes.vzs(), EXTERNAL, new double[n]);
        for (int x = 0; x < n * n; x++) {
            cell.m_re[50 * n * n + x] = 1;
            cell.m_im[50 * n * n + x] = 0.5 * Integer.signum(x % n - x / n);
        }
        final double[] slope = {2, 1, 0, -1, -3};
        final double[] slopeP = {0.3, -0.1, 0.2, 0.1, 0.05};
        final double time = 4;
        cell.force(slope, slopeP, time, new double[n]);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double re = 0;
                double im = 0;
                double meanRe = 0;
                double meanIm = 0;
                for (int m = 0; m < grid.count(); m++) {
                    final double k = grid.centre(m) - grid.centre(50);
                    re += cell.m_re[(m * n + i) * n + j];
                    im += cell.m_im[(m * n + i) * n + j];
                    meanRe += k * cell.m_re[(m * n + i) * n + j];
                    meanIm += k * cell.m_im[(m * n + i) * n + j];
                }
                double spreadRe = 0;
                double spreadIm = 0;
                for (int l = 0; l < n; l++) {
                    final double il = slopeP[i] * coupling(true, i, l);
                    final double jl = slopeP[j] * coupling(true, j, l);
                    spreadRe -= 0.5 * (il + jl);
                    spreadIm -= 0.25 * (il * Integer.signum(j - l) - jl * Integer.signum(i - l));
                }
                final double force = 0.5 * (slope[i] + slope[j]);
                final double start = 0.5 * Integer.signum(j - i);
                assertThat(re).isCloseTo(1, within(1e-12));
                assertThat(im).isCloseTo(start, within(1e-12));
                assertThat(meanRe).isCloseTo(time * (force + spreadRe), within(1e-12));
                assertThat(meanIm).isCloseTo(time * (force * start + spreadIm), within(1e-12));
            }
        }
    }

    /** Without coupling R_ij goes with exp(-i (d_i - d_j) t - (Gamma_i + Gamma_j) t), d_i = v_i K - external. */
    @Test
    void freeCoherencesTurnAndDecay() {
        final int n = V.length;
        final double t = 7;
        final MatrixCell cell = cell(false, 0, DAMPING);
        final double[] re = cell.m_re.clone();
        final double[] im = cell.m_im.clone();
        cell.turn(P.clone(), t);
        for (int m = 0; m < GRID.count(); m++) {
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    final double angle = t * ((V[j][2] - V[i][2]) * GRID.centre(m) + EXTERNAL[i] - EXTERNAL[j]);
                    final double left = Math.exp(-t * (DAMPING[i] + DAMPING[j]));
                    final double cos = left * Math.cos(angle);
                    final double sin = left * Math.sin(angle);
                    final int at = (m * n + i) * n + j;
                    assertThat(cell.m_re[at]).isCloseTo(re[at] * cos - im[at] * sin, within(1e-13));
                    assertThat(cell.m_im[at]).isCloseTo(re[at] * sin + im[at] * cos, within(1e-13));
                }
            }
        }
    }

    /** Power sum_i w_i R_ii and half its relative rate, from the matrix equation and the damping. */
    @Test
    void growthIsThatOfTheEquation() {
        final int n = V.length;
        final MatrixCell cell = cell(false, STRENGTH, DAMPING);
        for (int m = 0; m < GRID.count(); m++) {
            double power = 0;
            double rate = 0;
            for (int i = 0; i < n; i++) {
                final double intensity = cell.m_re[(m * n + i) * n + i];
                power += W[i] * intensity;
                rate -= 2 * W[i] * DAMPING[i] * intensity;
                for (int l = 0; l < n; l++) {
                    rate += 2 * W[i] * element(false, GRID.centre(m), i, l) * cell.m_im[(m * n + l) * n + i];
                }
            }
            final double[] result = cell.powerAndGrowth(m, W, P);
            assertThat(result[0]).isCloseTo(power, within(1e-14));
            assertThat(result[1]).isCloseTo(0.5 * rate / power, within(1e-13));
        }
    }

    /** At each wave number, 4e-7 of the trace below 0 stays as it is and 4e-6 is cut, in whatever direction. */
    @Test
    void onlyWhatIsNotNegligibleIsCut() {
        final int n = V.length;
        for (int m = 0; m < GRID.count(); m++) {
            for (int e = 0; e < n; e++) {
                for (final double share : new double[]{4e-7, 4e-6}) {
                    final MatrixCell cell = cell(false);
                    lower(cell, m, e, share);
                    final double[] re = cell.m_re.clone();
                    final double[] im = cell.m_im.clone();
                    final double[] before = new double[n];
                    for (int i = 0; i < n; i++) {
                        before[i] = cell.intensity(i);
                    }
                    cell.clip();
                    if (share < 1e-6) {
                        assertThat(cell.m_re).containsExactly(re);
                        assertThat(cell.m_im).containsExactly(im);
                    } else {
                        final HermitianJacobi eigen = new HermitianJacobi(n);
                        eigen.decompose(cell.m_re, cell.m_im, m * n * n);
                        for (int i = 0; i < n; i++) {
                            assertThat(eigen.value(i)).isGreaterThan(-1e-14);
                            assertThat(cell.intensity(i)).isCloseTo(before[i], within(1e-14));
                            for (int j = 0; j < n; j++) {
                                final int at = (m * n + i) * n + j;
                                assertThat(cell.m_im[at]).isCloseTo(im[at], within(5e-5));
                                assertThat(cell.m_im[(m * n + j) * n + i]).isCloseTo(-cell.m_im[at], within(1e-14));
                            }
                        }
                    }
                }
            }
        }
    }

    /** Takes the part of an eigenvector down to minus a share of the trace that is left. */
    private static void lower(final MatrixCell cell, final int m, final int e, final double share) {
        final int n = V.length;
        final HermitianJacobi eigen = new HermitianJacobi(n);
        eigen.decompose(cell.m_re, cell.m_im, m * n * n);
        double others = 0;
        for (int x = 0; x < n; x++) {
            others += x == e ? 0 : eigen.value(x);
        }
        final double change = eigen.value(e) + share / (1 + share) * others;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                final int at = (m * n + i) * n + j;
                cell.m_re[at] -= change * (eigen.vectorRe(e, i) * eigen.vectorRe(e, j)
                    + eigen.vectorIm(e, i) * eigen.vectorIm(e, j));
                cell.m_im[at] -= change * (eigen.vectorIm(e, i) * eigen.vectorRe(e, j)
                    - eigen.vectorRe(e, i) * eigen.vectorIm(e, j));
            }
        }
    }

    @Test
    void negativeEigenvaluesAreCutAndIntensitiesKept() {
        final MatrixCell cell = cell(true);
        final int n = V.length;
        for (int i = 0; i < n; i++) {
            cell.m_re[i * n + i] *= 0.7;
        }
        final double[] before = new double[n];
        for (int i = 0; i < n; i++) {
            before[i] = cell.intensity(i);
        }
        final HermitianJacobi eigen = new HermitianJacobi(n);
        eigen.decompose(cell.m_re, cell.m_im, 0);
        double least = 0;
        for (int e = 0; e < n; e++) {
            least = Math.min(least, eigen.value(e));
        }
        assertThat(least).isLessThan(-1e-3);
        cell.clip();
        eigen.decompose(cell.m_re, cell.m_im, 0);
        for (int e = 0; e < n; e++) {
            assertThat(eigen.value(e)).isGreaterThan(-1e-14);
            assertThat(cell.intensity(e)).isCloseTo(before[e], within(1e-14));
        }
    }
}
