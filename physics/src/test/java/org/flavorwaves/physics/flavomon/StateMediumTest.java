package org.flavorwaves.physics.flavomon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

import org.apache.commons.math3.complex.Complex;
import org.flavorwaves.physics.flavomon.FlavomonMode.Kind;
import org.flavorwaves.physics.numerics.eigen.ComplexEigenSolver;
import org.flavorwaves.physics.numerics.eigen.EigenDecomposition;
import org.flavorwaves.physics.numerics.matrix.ComplexMatrix;
import org.flavorwaves.physics.state.AngularModel;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StateMediumTest {
    private static final double[] ALONG_Z = {0, 0, 1};

    @Test
    void ringsMakeAnAxialMediumWithTheShiftsOfTheFourVector() {
        final MomentumModes modes = MomentumModes.builder().species(Species.NU, Species.NUBAR).rings(0.5, -0.5)
            .weight(2, 1).build();
        final FlavorState state = FlavorState.alongZ(modes, new double[]{1, 1}, new double[]{1, 0.5});
        final StateMedium medium =
            StateMedium.of(state, Environment.FAST.withMatterPotential(7), ALONG_Z, StateMedium.Options.BEAMS);
        assertThat(medium.medium().sectors()).containsExactly(Sector.LONGITUDINAL, Sector.TRANSVERSE);
        assertThat(medium.frequencyShift()).isCloseTo(2 - 0.5 + 7, within(1e-15));
        assertThat(medium.waveNumberShift()).isCloseTo(1 + 0.25, within(1e-15));
    }

    /** eps = g - sum_i g_i V_i V_i/(omega - k v_i) and its derivatives, for directions and for rings about k. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void tensorOfBeamsIsThatOfTheDefinition(final boolean rings) {
        final FlavorState directions = randomBeams(6, new Random(9));
        final MomentumModes m = directions.modes();
        final FlavorState state = rings ? FlavorState.alongZ(m.toBuilder().rings(m.vzs()).build(),
            directions.traces(), directions.pzs()) : directions;
        final Complex omega = new Complex(0.3, 0.2);
        final double k = 0.7;
        final DielectricTensor eps = StateMedium
            .of(state, new Environment(0, 0, 0.9), ALONG_Z, new StateMedium.Options(AngularModel.BEAMS, false)).medium()
            .dielectricTensor(omega, k);
        for (int a = 0; a < 4; a++) {
            for (int b = 0; b < 4; b++) {
                Complex value = new Complex(a != b ? 0 : a == 0 ? 1 : -1);
                Complex inFrequency = Complex.ZERO;
                Complex inWaveNumber = Complex.ZERO;
                for (int i = 0; i < 6; i++) {
                    final double[] v = {1, rings ? 0 : m.vx(i), rings ? 0 : m.vy(i), m.vz(i)};
                    final double product =
                        rings && a == b && a % 3 != 0 ? (1 - v[3] * v[3]) / 2 : v[a] * v[b];
                    final Complex pole = omega.subtract(k * v[3]).reciprocal();
                    final Complex term =
                        pole.multiply(0.9 * m.weight(i) * m.species(i).sign() * state.pz(i) * product);
                    value = value.subtract(term);
                    inFrequency = inFrequency.add(term.multiply(pole));
                    inWaveNumber = inWaveNumber.subtract(term.multiply(pole).multiply(v[3]));
                }
                assertThat(eps.get(a, b).subtract(value).abs()).isLessThan(1e-14);
                assertThat(eps.inFrequency(a, b).subtract(inFrequency).abs()).isLessThan(1e-13);
                assertThat(eps.inWaveNumber(a, b).subtract(inWaveNumber).abs()).isLessThan(1e-13);
            }
        }
    }

    /** General directions: unstable modes of the 4 x 4 determinant against the eigenvalues of the N x N matrix. */
    @Test
    void generalDirectionsAgreeWithTheEigenvalueProblem() {
        final Random random = new Random(3);
        int unstable = 0;
        for (int trial = 0; trial < 20; trial++) {
            final FlavorState state = randomBeams(12, random);
            final double[] direction = {random.nextGaussian(), random.nextGaussian(), random.nextGaussian()};
            final double k = random.nextGaussian();
            final Environment environment = new Environment(0, 0, 1);
            final boolean slow = trial % 2 == 0;
            final StateMedium medium =
                StateMedium.of(state, environment, direction, new StateMedium.Options(AngularModel.BEAMS, slow));
            assertThat(medium.medium().sectors()).containsExactly(Sector.MIXED);
            final double[][] expected = eigenvalues(state, environment, direction, k, slow);
            final List<FlavomonMode> found = new FlavomonSearch(medium.medium(), 0).solve(k).list().stream()
                .filter(m -> m.kind() == Kind.UNSTABLE).toList();
            assertThat(found).hasSize(expected.length);
            for (int i = 0; i < expected.length; i++) {
                assertThat(found.get(i).omega().getReal()).isCloseTo(expected[i][0], within(1e-9));
                assertThat(found.get(i).omega().getImaginary()).isCloseTo(expected[i][1], within(1e-9));
                unstable++;
            }
        }
        assertThat(unstable).isGreaterThan(10);
    }

    /** (omega - k.v_i + s_i omega_i B_z) S_i = sum_j f_ij g_j S_j; the unstable part, ordered by Re omega. */
    private static double[][] eigenvalues(final FlavorState state, final Environment environment,
        final double[] direction, final double k, final boolean slow) {
        final MomentumModes m = state.modes();
        final double norm = Math.sqrt(Arrays.stream(direction).map(x -> x * x).sum());
        final ComplexMatrix a = new ComplexMatrix(m.size(), m.size());
        for (int i = 0; i < m.size(); i++) {
            for (int j = 0; j < m.size(); j++) {
                final double f = 1 - m.vx(i) * m.vx(j) - m.vy(i) * m.vy(j) - m.vz(i) * m.vz(j);
                double element = f * m.weight(j) * m.species(j).sign() * state.pz(j);
                if (i == j) {
                    element += k * (m.vx(i) * direction[0] + m.vy(i) * direction[1] + m.vz(i) * direction[2]) / norm;
                    element -= slow ? m.species(i).sign() * m.omega(i) * environment.bz() : 0;
                }
                a.set(i, j, element, 0);
            }
        }
        final EigenDecomposition e = new ComplexEigenSolver(ComplexEigenSolver.Options.valuesOnly()).solve(a);
        final double[][] values = new double[m.size()][];
        for (int i = 0; i < values.length; i++) {
            values[i] = new double[]{e.re(i), e.im(i)};
        }
        return Arrays.stream(values).filter(v -> v[1] > 1e-6).sorted(Comparator.comparingDouble(v -> v[0]))
            .toArray(double[][]::new);
    }

    private static FlavorState randomBeams(final int n, final Random random) {
        final Species[] species = new Species[n];
        final double[][] v = new double[3][n];
        final double[] w = new double[n];
        final double[] omega = new double[n];
        final double[] pz = new double[n];
        final double[] p0 = new double[n];
        for (int i = 0; i < n; i++) {
            species[i] = random.nextBoolean() ? Species.NU : Species.NUBAR;
            double norm = 0;
            for (int a = 0; a < 3; a++) {
                v[a][i] = random.nextGaussian();
                norm += v[a][i] * v[a][i];
            }
            for (int a = 0; a < 3; a++) {
                v[a][i] *= (1 - 1e-15) / Math.sqrt(norm);
            }
            w[i] = random.nextDouble() / Math.sqrt(n);
            omega[i] = random.nextGaussian() * 0.2;
            p0[i] = 1;
            pz[i] = 2 * random.nextDouble() - 1;
        }
        return FlavorState.alongZ(
            MomentumModes.builder().species(species).velocity(v[0], v[1], v[2]).weight(w).omega(omega).build(), p0, pz);
    }

    /** A product grid about z and the same state as rings are the same medium for waves along z. */
    @Test
    void productGridAboutTheDirectionIsAxial() {
        final int phi = 5;
        final TestSpectra.Rule rule = TestSpectra.gauss(8);
        final int n = 8 * phi;
        final double[][] v = new double[3][n];
        final double[] w = new double[n];
        final double[] pz = new double[n];
        final double[] ringPz = new double[8];
        final Species[] species = new Species[n];
        Arrays.fill(species, Species.NU);
        for (int i = 0; i < 8; i++) {
            ringPz[i] = 0.5 - 0.7 * rule.v()[i] > 0 ? 0.4 : -0.4;
            for (int p = 0; p < phi; p++) {
                final double s = Math.sqrt(1 - rule.v()[i] * rule.v()[i]);
                v[0][i * phi + p] = s * Math.cos(2 * Math.PI * p / phi);
                v[1][i * phi + p] = s * Math.sin(2 * Math.PI * p / phi);
                v[2][i * phi + p] = rule.v()[i];
                w[i * phi + p] = rule.w()[i] / phi;
                pz[i * phi + p] = ringPz[i];
            }
        }
        final double[] ones = new double[n];
        Arrays.fill(ones, 1);
        final FlavorState sphere = FlavorState.alongZ(
            MomentumModes.builder().species(species).velocity(v[0], v[1], v[2]).weight(w).build(), ones, pz);
        final FlavorState rings = FlavorState.alongZ(MomentumModes.builder()
            .species(Arrays.copyOf(species, 8)).rings(rule.v()).weight(rule.w()).build(),
            Arrays.copyOf(ones, 8), ringPz);
        final StateMedium.Options options = new StateMedium.Options(AngularModel.legendre(7), false);
        final FlavomonMedium a = StateMedium.of(sphere, Environment.FAST, ALONG_Z, options).medium();
        final FlavomonMedium b = StateMedium.of(rings, Environment.FAST, ALONG_Z, options).medium();
        assertThat(a).isInstanceOf(AxialMedium.class);
        final Complex omega = new Complex(0.4, 0.3);
        for (int m = 0; m < 4; m++) {
            for (int l = 0; l < 4; l++) {
                assertThat(a.dielectricTensor(omega, 0.7).get(m, l).subtract(b.dielectricTensor(omega, 0.7).get(m, l))
                    .abs()).isLessThan(1e-12);
            }
        }
    }

    /** Few rings with unequal damping are beams: every eigenvalue is a zero of its sector's function. */
    @Test
    void ringsAsBeamsHaveAllModesOfBothSectors() {
        final MomentumModes modes = MomentumModes.builder()
            .species(Species.NU, Species.NU, Species.NUBAR, Species.NU, Species.NUBAR).rings(0.9, 0.3, 0.3, -0.4, -1)
            .weight(0.3, 0.5, 0.2, 0.4, 0.6).depolarization(0, 0.1, 0.1, 0.03, 0).build();
        final double[] ones = {1, 1, 1, 1, 1};
        final StateMedium medium = StateMedium.of(FlavorState.alongZ(modes, ones, ones), Environment.FAST, ALONG_Z,
            new StateMedium.Options(AngularModel.AUTOMATIC, false));
        assertThat(medium.model()).isEqualTo(AngularModel.BEAMS);
        final List<FlavomonMode> found = new FlavomonSearch(medium.medium(), 0).solve(0.6).list();
        assertThat(found).filteredOn(m -> m.sector() == Sector.LONGITUDINAL).hasSize(4);
        assertThat(found).filteredOn(m -> m.sector() == Sector.TRANSVERSE).hasSize(3);
        for (final FlavomonMode mode : found) {
            final DielectricTensor eps = medium.medium().dielectricTensor(mode.omega(), 0.6);
            assertThat(mode.sector().value(eps).abs()).isLessThan(1e-10);
        }
    }

    @Test
    void coherentModeIsNamed() {
        final MomentumModes modes =
            MomentumModes.builder().species(Species.NU, Species.NU).rings(1, -1).weight(1, 1).build();
        final FlavorState state = new FlavorState(modes, new double[]{1, 1}, new double[]{0, 0.1}, new double[2],
            new double[]{0.5, 0.5});
        assertThatThrownBy(() -> StateMedium.of(state, Environment.FAST, ALONG_Z, StateMedium.Options.BEAMS))
            .hasMessageContaining("Mode 1 is not along z");
    }

    @Test
    void ringsOnlyKnowWavesAlongTheirAxis() {
        final MomentumModes modes = MomentumModes.builder().species(Species.NU).rings(0.3).weight(1).build();
        final FlavorState state = FlavorState.alongZ(modes, new double[]{1}, new double[]{1});
        assertThatThrownBy(
            () -> StateMedium.of(state, Environment.FAST, new double[]{1, 0, 0}, StateMedium.Options.BEAMS))
            .hasMessageContaining("ring about z");
    }
}
