package org.flavorwaves.physics.qke.field;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.linear.WaveFunction;
import org.flavorwaves.physics.linear.bands.BandDetail;
import org.flavorwaves.physics.linear.bands.BandSet;
import org.flavorwaves.physics.linear.bands.BandSolver;
import org.flavorwaves.physics.numerics.eigen.EigenDecomposition;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.WaveVector;
import org.flavorwaves.physics.threeflavor.FlavorAlgebra;
import org.flavorwaves.physics.threeflavor.FlavorPair;
import org.flavorwaves.physics.threeflavor.PairSector;
import org.flavorwaves.physics.threeflavor.ThreeFlavorBackground;
import org.flavorwaves.physics.threeflavor.ThreeFlavorEnvironment;
import org.flavorwaves.physics.threeflavor.ThreeFlavorState;
import org.flavorwaves.physics.threeflavor.waves.ThreeFlavorBands;

/**
 * Fields of three flavors, and small departures from homogeneous ones. Tilts turn every density matrix at every place,
 * rho -&gt; U rho U^dagger, so that its eigenvalues stay: a turn by (a, b) between two flavors makes the coherence
 * P_x + i P_y = (a + i b) (rho_aa - rho_bb) to first order.
 */
public final class ThreeFlavorPerturbation {
    private static final int A = FlavorAlgebra.SIZE;

    /** Components P_x of the three pairs; P_y follows. */
    private static final int[] PAIRS = {0, 3, 5};

    private ThreeFlavorPerturbation() {
    }

    /**
     * A homogeneous field.
     *
     * @param grid the box
     * @param state density matrices everywhere
     * @return the field of their vectors
     */
    public static BoxField homogeneous(final BoxGrid grid, final ThreeFlavorState state) {
        return BoxField.homogeneous(grid, state.modes(), traces(state), state.vectors());
    }

    private static double[] traces(final ThreeFlavorState state) {
        final double[] traces = new double[state.size()];
        Arrays.setAll(traces, state::trace);
        return traces;
    }

    /**
     * A field given at the points of the box. Harmonics that the box does not keep are dropped.
     *
     * @param grid the box
     * @param state the modes, and their traces, which do not vary
     * @param rho the nine numbers of density matrices, of mode i at point q in rho[e][i][q]
     * @return the field of their vectors
     * @throws IllegalArgumentException if a value is not finite
     */
    public static BoxField ofPoints(final BoxGrid grid, final ThreeFlavorState state, final double[][]... rho) {
        final double[][][] p = new double[A][state.size()][grid.points()];
        final double[] numbers = new double[rho.length];
        final double[] here = new double[A];
        for (int i = 0; i < state.size(); i++) {
            for (int q = 0; q < grid.points(); q++) {
                for (int e = 0; e < numbers.length; e++) {
                    numbers[e] = rho[e][i][q];
                }
                FlavorAlgebra.vector(numbers, here, 0);
                for (int a = 0; a < A; a++) {
                    p[a][i][q] = here[a];
                }
            }
        }
        return BoxField.ofPoints(grid, state.modes(), traces(state), p);
    }

    /**
     * A field of two flavors in one pair of the three.
     *
     * @param field the field
     * @param pair the pair
     * @return the field of three flavors, the third absent
     */
    public static BoxField embed(final BoxField field, final FlavorPair pair) {
        final double[][][] two = {field.values(0), field.values(1), field.values(2)};
        final double[][][] p = new double[A][field.size()][field.grid().points()];
        final double[] traces = new double[field.size()];
        for (int i = 0; i < field.size(); i++) {
            traces[i] = field.trace(i);
            final double[] here = new double[A];
            for (int q = 0; q < field.grid().points(); q++) {
                FlavorAlgebra.vector(pair.rho(traces[i], two[0][i][q], two[1][i][q], two[2][i][q]), here, 0);
                for (int a = 0; a < A; a++) {
                    p[a][i][q] = here[a];
                }
            }
        }
        return BoxField.ofPoints(field.grid(), field.modes().toBuilder()
            .absorption(ThreeFlavorState.embed(field.modes().absorption(), pair)).build(), traces, p);
    }

    /**
     * Turns all density matrices at all points by Gaussian noise between and along all flavors; they keep their
     * eigenvalues but for harmonics that the box drops.
     *
     * @param field a field of three flavors
     * @param amplitude root mean square of the turn, in rad
     * @param seed any number
     * @return the field with noise
     */
    static BoxField directionNoise(final BoxField field, final double amplitude, final long seed) {
        final BoxField noisy = BoxPerturbation.noise(field, amplitude, seed);
        final double[][][] p = new double[A][][];
        final double[][][] turns = new double[A][][];
        Arrays.setAll(p, field::values);
        Arrays.setAll(turns, noisy::values);
        final double[] traces = new double[field.size()];
        final double[] turn = new double[A];
        final double[] here = new double[A];
        for (int i = 0; i < traces.length; i++) {
            traces[i] = field.trace(i);
            final double length = Math.sqrt(field.meanSquare(i));
            for (int q = 0; q < field.grid().points() && length > 0; q++) {
                for (int a = 0; a < A; a++) {
                    here[a] = p[a][i][q];
                    turn[a] = (turns[a][i][q] - here[a]) / length;
                }
                FlavorAlgebra.turn(turn, here, 0);
                for (int a = 0; a < A; a++) {
                    p[a][i][q] = here[a];
                }
            }
        }
        return BoxField.ofPoints(field.grid(), field.modes(), traces, p);
    }

    /**
     * Random tilts of all modes between all flavors, with harmonics up to a largest one. The same numbers for the same
     * seed.
     *
     * @param grid the box
     * @param state the homogeneous state
     * @param amplitude root mean square of the tilt (a, b) of each pair of flavors
     * @param largest largest |n| along each axis; at most what the box keeps is used
     * @param seed any number
     * @return the field
     * @throws IllegalArgumentException if the amplitude is not in [0, 1] or the largest harmonic is below 1
     */
    public static BoxField random(final BoxGrid grid, final ThreeFlavorState state, final double amplitude,
        final int largest, final long seed) {
        final SplittableRandom random = new SplittableRandom(seed);
        final double[][][][] tilts = new double[PAIRS.length][][][];
        double factor = 0;
        for (int pair = 0; pair < PAIRS.length; pair++) {
            final BoxPerturbation.Tilts drawn = BoxPerturbation.tilts(grid, state.size(), amplitude, largest, random);
            tilts[pair] = drawn.values();
            factor = drawn.factor();
        }
        return tilted(grid, state, tilts, factor);
    }

    /**
     * One harmonic: the tilts turn with exp(i k.r), equally for all modes and pairs.
     *
     * @param grid the box
     * @param state the homogeneous state
     * @param h index of the harmonic
     * @param amplitude size of the tilt
     * @return the field
     * @throws IllegalArgumentException if the amplitude is not in [0, 1]
     */
    public static BoxField wave(final BoxGrid grid, final ThreeFlavorState state, final int h,
        final double amplitude) {
        final double[][][] tilt = BoxPerturbation.waveTilt(grid, state.size(), h, amplitude);
        return tilted(grid, state, new double[][][][]{tilt, tilt, tilt}, amplitude);
    }

    /**
     * The fastest growing wave of a harmonic (FW three-flavor-waves), as {@link BoxPerturbation#fastest} has it.
     *
     * @param grid the box
     * @param state the homogeneous state
     * @param environment mixing, matter and the strength of the nu-nu term
     * @param h index of the harmonic, not 0
     * @param amplitude size of the wave function
     * @param progress may cancel the dense problem
     * @return the field
     * @throws IllegalArgumentException if the amplitude is not in [0, 1]
     */
    public static BoxField fastest(final BoxGrid grid, final ThreeFlavorState state,
        final ThreeFlavorEnvironment environment, final int h, final double amplitude, final Progress progress) {
        BoxPerturbation.requireAmplitude(amplitude);
        final double[] re = new double[A * state.size()];
        final double[] im = new double[re.length];
        if (!fastestOfPairs(grid.waveVector(h), state, environment, re, im, progress)) {
            final EigenDecomposition waves =
                new ThreeFlavorBands(state, environment).solve(grid.waveVector(h), true, progress);
            int fastest = 0;
            for (int b = 1; b < waves.size(); b++) {
                fastest = waves.im(b) > waves.im(fastest) ? b : fastest;
            }
            for (int c = 0; c < re.length; c++) {
                re[c] = waves.right().re(c, fastest);
                im[c] = waves.right().im(c, fastest);
            }
        }
        return homogeneous(grid, state).plusWave(h, re, im, amplitude);
    }

    /** The fastest wave of the three pairs, if they separate and one grows: N^3 in the place of (8N)^3. */
    private static boolean fastestOfPairs(final WaveVector k, final ThreeFlavorState state,
        final ThreeFlavorEnvironment environment, final double[] re, final double[] im, final Progress progress) {
        double growth = 0;
        for (final PairSector sector : new ThreeFlavorBackground(state, environment).pairs()) {
            final BandSet bands = new BandSolver(BandDetail.VECTORS)
                .solve(Background.of(sector.state(), sector.environment()), k, progress);
            final int fastest = bands.fastest();
            if (bands.omegaIm(fastest) > Math.max(growth, bands.growthTolerance(fastest))) {
                growth = bands.omegaIm(fastest);
                final WaveFunction psi = bands.vectors().orElseThrow().right(fastest);
                Arrays.fill(re, 0);
                Arrays.fill(im, 0);
                for (int i = 0; i < state.size(); i++) {
                    for (int axis = 0; axis < 2; axis++) {
                        re[A * i + sector.pair().component() + axis] = psi.re(i, axis);
                        im[A * i + sector.pair().component() + axis] = psi.im(i, axis);
                    }
                }
            }
        }
        return growth > 0;
    }

    /** tilts[pair][0][i][q] and [pair][1][i][q] are a and b before the factor. */
    private static BoxField tilted(final BoxGrid grid, final ThreeFlavorState state, final double[][][][] tilts,
        final double factor) {
        final double[] vectors = state.vectors();
        final double[][][] p = new double[A][state.size()][grid.points()];
        final double[] turn = new double[A];
        for (int i = 0; i < state.size(); i++) {
            for (int q = 0; q < grid.points(); q++) {
                for (int pair = 0; pair < PAIRS.length; pair++) {
                    turn[PAIRS[pair]] = -factor * tilts[pair][1][i][q];
                    turn[PAIRS[pair] + 1] = factor * tilts[pair][0][i][q];
                }
                final double[] here = Arrays.copyOfRange(vectors, A * i, A * (i + 1));
                FlavorAlgebra.turn(turn, here, 0);
                for (int a = 0; a < A; a++) {
                    p[a][i][q] = here[a];
                }
            }
        }
        return BoxField.ofPoints(grid, state.modes(), traces(state), p);
    }
}
