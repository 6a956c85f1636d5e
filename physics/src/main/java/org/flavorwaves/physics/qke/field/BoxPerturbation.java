package org.flavorwaves.physics.qke.field;

import java.util.SplittableRandom;

import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.linear.bands.BandDetail;
import org.flavorwaves.physics.linear.bands.BandSet;
import org.flavorwaves.physics.linear.bands.BandSolver;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;

/**
 * Small departures of a box from a homogeneous state. Tilts keep the length of every polarization vector at every
 * point: P -&gt; |P| (n + a e1 + b e2)/sqrt(1 + a^2 + b^2) with P = |P| n, and e1, e2 across n: x and y for P along
 * +-z.
 */
public final class BoxPerturbation {
    private BoxPerturbation() {
    }

    /**
     * Random tilts of all modes, with harmonics up to a largest one. The same numbers for the same seed.
     *
     * @param grid the box
     * @param state the homogeneous state
     * @param amplitude root mean square of the tilt (a, b)
     * @param largest largest |n| along each axis; at most what the box keeps is used
     * @param seed any number
     * @return the field
     * @throws IllegalArgumentException if the amplitude is not in [0, 1] or the largest harmonic is below 1
     */
    public static BoxField random(final BoxGrid grid, final FlavorState state, final double amplitude,
        final int largest, final long seed) {
        final Tilts tilts = tilts(grid, state.size(), amplitude, largest, new SplittableRandom(seed));
        return tilted(grid, state, tilts.values(), tilts.factor());
    }

    /**
     * Random tilts.
     *
     * @param values a and b of mode i at point q before the factor, [0][i][q] and [1][i][q]
     * @param factor what makes them of the wanted size
     */
    record Tilts(double[][][] values, double factor) {
    }

    /** Draws random tilts of n modes; see {@link #random}. */
    static Tilts tilts(final BoxGrid grid, final int n, final double amplitude, final int largest,
        final SplittableRandom random) {
        requireAmplitude(amplitude);
        if (largest < 1) {
            throw new IllegalArgumentException("The largest harmonic must be at least 1 but is " + largest + ".");
        }
        final double[] re = new double[Math.multiplyExact(n, grid.harmonics())];
        final double[] im = new double[re.length];
        int count = 0;
        for (int h = 1; h < grid.harmonics(); h++) {
            boolean inside = true;
            for (int axis = 0; axis < 3; axis++) {
                inside &= Math.abs(grid.harmonic(h, axis)) <= largest;
            }
            if (inside) {
                count++;
                for (int i = 0; i < n; i++) {
                    final double size = Math.sqrt(-Math.log(1 - random.nextDouble()));
                    final double phase = 2 * Math.PI * random.nextDouble();
                    re[i * grid.harmonics() + h] = size * Math.cos(phase);
                    im[i * grid.harmonics() + h] = size * Math.sin(phase);
                }
            }
        }
        final double factor = count == 0 ? 0 : amplitude / Math.sqrt(count);
        return new Tilts(new PointTransform(grid).complexPoints(n, re, im), factor);
    }

    /**
     * One harmonic: the tilt turns with exp(i k.r), equally for all modes.
     *
     * @param grid the box
     * @param state the homogeneous state
     * @param h index of the harmonic
     * @param amplitude size of the tilt
     * @return the field
     * @throws IllegalArgumentException if the amplitude is not in [0, 1]
     */
    public static BoxField wave(final BoxGrid grid, final FlavorState state, final int h, final double amplitude) {
        return tilted(grid, state, waveTilt(grid, state.size(), h, amplitude), amplitude);
    }

    /** The tilt exp(i k.r) of n modes. */
    static double[][][] waveTilt(final BoxGrid grid, final int n, final int h, final double amplitude) {
        requireAmplitude(amplitude);
        final double[] re = new double[Math.multiplyExact(n, grid.harmonics())];
        for (int i = 0; i < n; i++) {
            re[i * grid.harmonics() + h] = 1;
        }
        return new PointTransform(grid).complexPoints(n, re, new double[re.length]);
    }

    /**
     * The fastest growing wave of a harmonic (JK 47): P + 2 amplitude Re(psi exp(i k.r)), psi of unit 2-norm. Lengths
     * are kept to first order only.
     *
     * @param grid the box
     * @param state the homogeneous state
     * @param environment vacuum mixing, matter and the strength of the nu-nu term
     * @param h index of the harmonic, not 0
     * @param amplitude size of the wave function
     * @param progress may cancel the dense problem
     * @return the field
     * @throws IllegalArgumentException if the amplitude is not in [0, 1] or h is 0
     */
    public static BoxField fastest(final BoxGrid grid, final FlavorState state, final Environment environment,
        final int h, final double amplitude, final Progress progress) {
        requireAmplitude(amplitude);
        final BandSet bands = new BandSolver(BandDetail.VECTORS).solve(Background.of(state, environment),
            grid.waveVector(h), progress);
        return BoxField.homogeneous(grid, state).plusWave(h, bands.vectors().orElseThrow().right(bands.fastest()),
            amplitude);
    }

    /**
     * Gaussian noise in all harmonics of all components.
     *
     * @param field a field
     * @param amplitude its root mean square relative to the rms length of each mode
     * @param seed any number
     * @return the field with noise
     */
    public static BoxField noise(final BoxField field, final double amplitude, final long seed) {
        final SplittableRandom random = new SplittableRandom(seed);
        final BoxGrid grid = field.grid();
        final int harmonics = grid.harmonics();
        final int components = field.components();
        final double[] re = new double[Math.multiplyExact(components * field.size(), harmonics)];
        final double[] im = new double[re.length];
        for (int c = 0; c < components * field.size(); c++) {
            final double size =
                amplitude * Math.sqrt(field.meanSquare(c / components) / ((double) components * harmonics));
            for (int h = 0; h < harmonics; h++) {
                final int at = c * harmonics + h;
                final int opposite = c * harmonics + grid.opposite(h);
                final double radius = size * Math.sqrt(-Math.log(1 - random.nextDouble()));
                final double phase = 2 * Math.PI * random.nextDouble();
                if (opposite >= at) {
                    final double x = h == 0 ? Math.sqrt(2) * radius * Math.cos(phase) : radius * Math.cos(phase);
                    final double y = h == 0 ? 0 : radius * Math.sin(phase);
                    re[at] = field.re(c / components, c % components, h) + x;
                    im[at] = field.im(c / components, c % components, h) + y;
                    re[opposite] = field.re(c / components, c % components, grid.opposite(h)) + x;
                    im[opposite] = field.im(c / components, c % components, grid.opposite(h)) - y;
                }
            }
        }
        return field.withHarmonics(re, im);
    }

    /**
     * Gaussian noise in the directions of all polarization vectors at all points, which keep their lengths, of three
     * flavors the eigenvalues of their density matrices, but for harmonics that the box drops.
     *
     * @param field a field of two or three flavors
     * @param amplitude root mean square length of the noise vectors before lengths are restored, relative to that of
     *            each mode; directions turn by sqrt(2/3) of it, of three flavors by sqrt(3/8)
     * @param seed any number
     * @return the field with noise
     */
    public static BoxField directionNoise(final BoxField field, final double amplitude, final long seed) {
        if (field.components() != 3) {
            return ThreeFlavorPerturbation.directionNoise(field, amplitude, seed);
        }
        final BoxField noisy = noise(field, amplitude, seed);
        final double[][][] from = {field.values(0), field.values(1), field.values(2)};
        final double[][][] p = {noisy.values(0), noisy.values(1), noisy.values(2)};
        final double[] traces = new double[field.size()];
        for (int i = 0; i < traces.length; i++) {
            traces[i] = field.trace(i);
            for (int q = 0; q < p[0][i].length; q++) {
                final double length = norm(p[0][i][q], p[1][i][q], p[2][i][q]);
                final double factor =
                    length > 0 ? norm(from[0][i][q], from[1][i][q], from[2][i][q]) / length : 0;
                for (int a = 0; a < 3; a++) {
                    p[a][i][q] *= factor;
                }
            }
        }
        return BoxField.ofPoints(field.grid(), field.modes(), traces, p[0], p[1], p[2]);
    }

    private static double norm(final double x, final double y, final double z) {
        return Math.sqrt(x * x + y * y + z * z);
    }

    static void requireAmplitude(final double amplitude) {
        if (!(amplitude >= 0 && amplitude <= 1)) {
            throw new IllegalArgumentException("The amplitude of the perturbation must be in [0, 1] but is "
                + amplitude + ".");
        }
    }

    /** tilt[0][i][p] and tilt[1][i][p] are a and b before the factor. */
    private static BoxField tilted(final BoxGrid grid, final FlavorState state, final double[][][] tilt,
        final double factor) {
        final double[][][] p = new double[3][state.size()][grid.points()];
        for (int i = 0; i < state.size(); i++) {
            final double length = state.length(i);
            final double[] n = {state.px(i) / length, state.py(i) / length, state.pz(i) / length};
            final double[][] e = frame(n);
            for (int q = 0; q < grid.points() && length > 0; q++) {
                final double a = factor * tilt[0][i][q];
                final double b = factor * tilt[1][i][q];
                final double size = length / Math.sqrt(1 + a * a + b * b);
                for (int c = 0; c < 3; c++) {
                    p[c][i][q] = size * (n[c] + a * e[0][c] + b * e[1][c]);
                }
            }
        }
        return BoxField.ofPoints(grid, state.modes(), state.traces(), p[0], p[1], p[2]);
    }

    /** Two unit vectors across n and each other; x and y for n along +-z. */
    private static double[][] frame(final double[] n) {
        final double across = 1 / (1 + Math.abs(n[2]));
        final double sign = n[2] < 0 ? -1 : 1;
        final double[] first = {1 - n[0] * n[0] * across, -n[0] * n[1] * across, -sign * n[0]};
        final double[] second = {-n[0] * n[1] * across, 1 - n[1] * n[1] * across, -sign * n[1]};
        return new double[][]{first, second};
    }
}
