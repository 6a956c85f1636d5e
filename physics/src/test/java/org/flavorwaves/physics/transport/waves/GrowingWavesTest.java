package org.flavorwaves.physics.transport.waves;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.apache.commons.math3.complex.Complex;
import org.flavorwaves.physics.flavomon.beams.FollowedRoots;
import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.linear.bands.BandDetail;
import org.flavorwaves.physics.linear.bands.BandSet;
import org.flavorwaves.physics.linear.bands.BandSolver;
import org.flavorwaves.physics.numerics.eigen.ComplexEigenSolver;
import org.flavorwaves.physics.numerics.eigen.EigenDecomposition;
import org.flavorwaves.physics.numerics.matrix.ComplexMatrix;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.flavorwaves.physics.state.WaveVector;
import org.junit.jupiter.api.Test;

/** Waves of rings that are followed through media that change, against all eigenvalues of every medium. */
class GrowingWavesTest {
    private static final int COUNT = 15;

    private static final int SLOTS = FollowedRoots.SLOTS;

    private static final WaveGrid GRID = new WaveGrid(-3, 3, COUNT, 1e-6);

    /** Growth rate, in units of sum |g|, of what must be found, and how far frequencies may be from those found. */
    private static final double FLOOR = 1e-5;

    private static final double ACCURACY = 1e-8;

    private final Random m_random = new Random(20261129);

    private final double[] m_number = new double[6];

    private double[] m_v = new double[0];

    private GrowingWaves m_waves;

    /** What slots carry: at first their indices. */
    private double[] m_names = new double[0];

    /** The largest number of waves of a wave number, and how often waves begin, end and are compared. */
    private int m_most;

    private int m_births;

    private int m_ends;

    private int m_compared;

    /** A medium of some rings. */
    private void begin(final int rings, final boolean mirrored, final WaveGrid grid) {
        m_v = new double[rings];
        final double[] w = new double[rings];
        final Species[] species = new Species[rings];
        Arrays.fill(species, Species.NU);
        for (int i = 0; i < rings; i++) {
            m_v[i] = -1 + (2 * i + 1.0) / rings;
            w[i] = 2.0 / rings;
        }
        for (int i = 0; i < m_number.length; i++) {
            m_number[i] = m_random.nextDouble();
        }
        final MomentumModes modes = MomentumModes.builder().species(species).rings(m_v).weight(w).build();
        m_waves = new GrowingWaves(grid, modes, 1, false, mirrored);
        m_names = new double[m_waves.size()];
        Arrays.setAll(m_names, j -> j);
    }

    /** P_i with one crossing that a drive moves, two of them, or beams of alternating signs. */
    private double[] polarizations(final int crossings, final double t) {
        final double[] p = new double[m_v.length];
        for (int i = 0; i < p.length; i++) {
            final double v = m_v[i];
            final double angle = t + 2 * Math.PI * m_number[0];
            p[i] = switch (crossings) {
                case 1 -> (1 + 0.6 * (m_number[1] - 0.5) * v) * (v - 0.9 * Math.sin(angle));
                case 2 -> 0.6 + 0.5 * (m_number[1] - 0.5) * v - (0.9 + 0.6 * Math.sin(2 * t + 6 * m_number[2]))
                    * Math.exp(-Math.pow((v - 0.6 * Math.sin(angle)) / 0.3, 2));
                default -> 0.5 * Math.sin(6 * m_number[i % 6] * (1 + i / 6) + (1 + m_number[(i + 1) % 6]) * t + i);
            };
        }
        return p;
    }

    private double strength(final double[] p) {
        return Arrays.stream(p).map(Math::abs).sum() * 2 / p.length;
    }

    /** All growing waves above the floor by the dense problem, the fastest first. */
    private List<Complex> dense(final double[] p, final double k) {
        final int n = p.length;
        final ComplexMatrix matrix = new ComplexMatrix(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                matrix.set(i, j, 2 * p[i] / n * (1 - m_v[i] * m_v[j]) + (i == j ? k * m_v[i] : 0), 0);
            }
        }
        final EigenDecomposition eigen = new ComplexEigenSolver(ComplexEigenSolver.Options.valuesOnly()).solve(matrix);
        final List<Complex> waves = new ArrayList<>();
        for (int e = 0; e < n; e++) {
            if (eigen.im(e) > FLOOR * strength(p)) {
                waves.add(new Complex(eigen.re(e), eigen.im(e)));
            }
        }
        waves.sort((a, b) -> Double.compare(b.getImaginary(), a.getImaginary()));
        return waves;
    }

    /** The growing waves that are followed at one wave number; null in idle slots. */
    private Complex[] followed(final int m) {
        final Complex[] waves = new Complex[SLOTS];
        for (int s = 0; s < SLOTS; s++) {
            final int j = SLOTS * m + s;
            waves[s] = m_waves.growth(j) > 0 ? new Complex(m_waves.exchange().roots().re(j), m_waves.growth(j)) : null;
        }
        return waves;
    }

    private static double distance(final Complex to, final Complex... from) {
        double least = Double.POSITIVE_INFINITY;
        for (final Complex x : from) {
            least = x == null ? least : Math.min(least, x.subtract(to).abs());
        }
        return least;
    }

    /** Each wave of the medium is in one slot, and nothing else grows. */
    private void compare(final double[] p) {
        final double scale = strength(p);
        for (int m = 0; m < COUNT; m++) {
            final List<Complex> waves = dense(p, m_waves.shifted(SLOTS * m));
            final Complex[] slots = followed(m);
            final String what = m_v.length + " rings, wave number " + m;
            m_most = Math.max(m_most, waves.size());
            assertThat(Arrays.stream(slots).filter(x -> x != null && x.getImaginary() > 2 * FLOOR * scale).count())
                .as(what).isLessThanOrEqualTo(waves.size());
            for (final Complex slot : slots) {
                if (slot != null && slot.getImaginary() > 2 * FLOOR * scale) {
                    assertThat(distance(slot, waves.toArray(new Complex[0]))).as(what).isLessThan(ACCURACY * scale);
                }
            }
            if (waves.size() <= SLOTS) {
                for (final Complex wave : waves) {
                    m_compared++;
                    assertThat(distance(wave, slots)).as(what).isLessThan(ACCURACY * scale);
                }
            }
        }
    }

    private void assertNoneTwice(final double scale) {
        for (int m = 0; m < COUNT; m++) {
            final Complex[] slots = followed(m);
            assertThat(slots[0] == null ? 1 : distance(slots[0], slots[1])).isGreaterThan(ACCURACY * scale);
        }
    }

    private int growing() {
        int growing = 0;
        for (int j = 0; j < m_waves.size(); j++) {
            growing += m_waves.growth(j) > 0 ? 1 : 0;
        }
        return growing;
    }

    /** Media of one kind that change by a few per cent from one comparison to the next, also in small steps. */
    private void drive(final int crossings, final int rings) {
        begin(rings, rings % 2 == 1, GRID);
        for (int step = 0; step < 24; step++) {
            final int before = growing();
            for (int part = 0; part < 4; part++) {
                final double[] p = polarizations(crossings, 0.1 * (step + 0.1 * part));
                m_waves.find(p, 0, m_names);
                assertNoneTwice(strength(p));
            }
            final double[] p = polarizations(crossings, 0.1 * step + 0.1);
            for (int i = 0; i < p.length; i++) {
                p[i] *= 1.04;
            }
            m_waves.find(p, 0, m_names);
            compare(p);
            m_births += Math.max(0, growing() - before);
            m_ends += Math.max(0, before - growing());
        }
    }

    @Test
    void everyWaveIsInOneSlot() {
        for (final int rings : new int[]{5, 8, 13, 19, 26, 31}) {
            drive(1, rings);
            assertSlotsOfSingleWaves();
        }
        assertThat(m_most).isEqualTo(1);
        for (final int rings : new int[]{6, 9, 14, 20, 27}) {
            drive(2, rings);
        }
        assertThat(m_most).isLessThanOrEqualTo(SLOTS);
        for (final int rings : new int[]{5, 8, 12, 26}) {
            drive(3, rings);
        }
        assertThat(m_most).isGreaterThan(2);
        assertThat(m_births).isGreaterThan(50);
        assertThat(m_ends).isGreaterThan(50);
        assertThat(m_compared).isGreaterThan(1000);
    }

    /**
     * Where no two waves grow at one wave number all are in the first slot, so that a stream has one branch, and find
     * there what earlier ones left.
     */
    private void assertSlotsOfSingleWaves() {
        for (int m = 0; m < COUNT; m++) {
            assertThat(m_waves.growth(SLOTS * m + 1)).isZero();
        }
        for (int j = 0; j < m_names.length; j++) {
            assertThat(m_names[j]).isEqualTo(j);
        }
    }

    /** Frequencies are physical, those of the bands of the background with its matter at the wave numbers. */
    @Test
    void frequenciesAreThoseOfTheBands() {
        final double matter = 0.7;
        final double[] p = {-0.4, 0.3, 0.8, 0.9};
        final MomentumModes modes = MomentumModes.builder().species(Species.NU, Species.NU, Species.NUBAR, Species.NU)
            .rings(0.9, 0.4, -0.2, -0.7).weight(1, 0.8, 0.3, 0.5).build();
        final Background background = Background.of(FlavorState.alongZ(modes, new double[]{1, 1, 1, 1}, p),
            new Environment(0, matter, 1));
        m_waves = new GrowingWaves(GRID, modes, 1, false, false);
        m_waves.find(p, matter);
        int found = 0;
        for (int m = 0; m < COUNT; m++) {
            final BandSet bands = new BandSolver(BandDetail.VALUES).solve(background,
                new WaveVector(0, 0, GRID.centre(m)), Progress.NONE);
            for (int s = 0; s < SLOTS; s++) {
                final int j = SLOTS * m + s;
                double least = Double.POSITIVE_INFINITY;
                for (int b = 0; b < bands.size() && m_waves.growth(j) > 0; b++) {
                    least = Math.min(least, Math.hypot(bands.omegaRe(b) - m_waves.frequencies()[j],
                        bands.omegaIm(b) - m_waves.growth(j)));
                }
                if (m_waves.growth(j) > 0) {
                    found++;
                    assertThat(least).isLessThan(1e-9);
                }
            }
        }
        assertThat(found).isGreaterThan(2);
    }

    /** What waves carry goes with them while their slots are reordered, and stays where none grows. */
    @Test
    void whatWavesCarryGoesWithThem() {
        int carried = 0;
        int moved = 0;
        for (int medium = 0; medium < 12; medium++) {
            begin(5 + medium, false, GRID);
            m_waves.find(polarizations(3, 0), 0);
            for (int step = 1; step < 150; step++) {
                Arrays.setAll(m_names, j -> j);
                final Complex[][] before = new Complex[COUNT][];
                Arrays.setAll(before, this::followed);
                final double[] p = polarizations(3, 0.012 * step);
                m_waves.find(p, 0, m_names);
                assertThat(Arrays.stream(m_names).distinct().count()).isEqualTo(m_names.length);
                for (int j = 0; j < m_names.length; j++) {
                    final Complex now = followed(j / SLOTS)[j % SLOTS];
                    final Complex[] old = before[j / SLOTS];
                    final int own = now == null || old[0] == null || old[1] == null ? -1
                        : now.subtract(old[0]).abs() < now.subtract(old[1]).abs() ? 0 : 1;
                    if (own >= 0 && 4 * now.subtract(old[own]).abs() < old[0].subtract(old[1]).abs()
                        && now.subtract(old[own]).abs() < 0.02 && old[own].getImaginary() > 1e-3) {
                        carried++;
                        moved += own == j % SLOTS ? 0 : 1;
                        assertThat(m_names[j]).isEqualTo(j / SLOTS * SLOTS + own);
                    }
                }
            }
        }
        assertThat(carried).isGreaterThan(1000);
        assertThat(moved).isGreaterThan(10);
    }

    /** Waves that are closer to one of the next wave number than two are apart are of one branch, and in one slot. */
    @Test
    void branchesKeepTheirSlotsFromOneWaveNumberToTheNext() {
        final WaveGrid fine = new WaveGrid(-3, 3, 240, 1e-6);
        int compared = 0;
        for (int medium = 0; medium < 10; medium++) {
            begin(5 + medium, false, fine);
            for (int step = 0; step < 20; step++) {
                m_waves.find(polarizations(3, 0.05 * step), 0);
                for (int m = 1; m < fine.count(); m++) {
                    final Complex[] last = followed(m - 1);
                    final Complex[] next = followed(m);
                    for (int s = 0; s < SLOTS && last[0] != null && last[1] != null; s++) {
                        if (next[s] != null && 8 * distance(next[s], last) < last[0].subtract(last[1]).abs()) {
                            compared++;
                            assertThat(distance(next[s], last)).isEqualTo(next[s].subtract(last[s]).abs());
                        }
                    }
                }
            }
        }
        assertThat(compared).isGreaterThan(1000);
    }
}
