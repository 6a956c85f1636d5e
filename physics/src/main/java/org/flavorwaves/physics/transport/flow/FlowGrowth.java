package org.flavorwaves.physics.transport.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.linear.collective.GrowthMaximizer;
import org.flavorwaves.physics.linear.collective.GrowthMaximum;
import org.flavorwaves.physics.linear.collective.UnstableWave;
import org.flavorwaves.physics.linear.collective.UnstableWaveSearch;
import org.flavorwaves.physics.linear.collective.UnstableWaves;
import org.flavorwaves.physics.numerics.eigen.ComplexEigenSolver;
import org.flavorwaves.physics.numerics.eigen.EigenDecomposition;
import org.flavorwaves.physics.numerics.matrix.ComplexMatrix;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.LeptonNumber;
import org.flavorwaves.physics.state.WaveVector;

/**
 * How fast perturbations of a cell grow, in time and along a stationary stream.
 *
 * @param kMin smallest physical wave number along the axis, in the units of the potentials
 * @param kMax largest; equal to the smallest for the range that holds all waves
 * @param count number of wave numbers, at least 2
 */
public record FlowGrowth(double kMin, double kMax, int count) {
    /** Lowest growth that is searched for, in units of sum w |P|. */
    public static final double FLOOR = 2e-3;

    /** Cells whose nu-nu term is below this part of the external terms have no waves: those would be rounding. */
    private static final double EMPTY = 1e-9;

    /** Growth along the stream below this part of the largest |H_i|/v_i is rounding. */
    private static final double ROUNDING = 1e-6;

    /**
     * Waves of a cell.
     *
     * @param fastest growth of the fastest wave, its maximum over wave numbers, in the units of the potentials; 0 if
     *            none is above the floor; NaN if the search could not resolve the waves
     * @param waves all growing waves at the wave numbers of the grid
     */
    public record Found(double fastest, List<Closure.WaveSample> waves) {
    }

    /**
     * Growth in time: all waves at the wave numbers of a grid and at k = 0, and the maximum to which they climb.
     *
     * @param cells the stream
     * @param c index of the cell
     * @return the waves
     */
    public Found inTime(final FlowCells cells, final int c) {
        double scale = 0;
        for (int i = 0; i < cells.modes(); i++) {
            scale += cells.grid().weight(c, i) * Math.abs(cells.signedLength(c, i));
        }
        scale *= Math.abs(cells.strength(c));
        if (scale <= EMPTY * outer(cells, c)) {
            return new Found(0, List.of());
        }
        try {
            return search(cells, c, scale);
        } catch (final IllegalStateException unresolved) {
            return new Found(Double.NaN, List.of());
        }
    }

    /** The largest external term of a cell. */
    private static double outer(final FlowCells cells, final int c) {
        return Math.abs(cells.matter(c)) + largestFrequency(cells.grid().modes().omegas());
    }

    private static double largestFrequency(final double[] omegas) {
        return Arrays.stream(omegas).map(Math::abs).max().orElse(0);
    }

    private Found search(final FlowCells cells, final int c, final double scale) {
        final Background background = cells.background(c);
        final GrowthMaximizer.Region region = region(cells, c);
        final UnstableWaveSearch search = new UnstableWaveSearch(FLOOR * scale, false);
        final List<UnstableWaves> grid = search.solve(background, region.waveVectors(), Progress.NONE);
        final GrowthMaximum top = new GrowthMaximizer(region, FLOOR * scale).climb(background, grid, Progress.NONE);
        final double uniform =
            search.solve(background, WaveVector.ZERO).fastest().map(UnstableWave::growth).orElse(0.0);
        final List<Closure.WaveSample> waves = new ArrayList<>();
        for (final UnstableWaves at : grid) {
            for (int b = 0; b < at.waves().size(); b++) {
                waves.add(new Closure.WaveSample(c, at.k().kz(), b, at.waves().get(b).growth()));
            }
        }
        return new Found(Math.max(uniform, top.wave().map(UnstableWave::growth).orElse(0.0)), waves);
    }

    private GrowthMaximizer.Region region(final FlowCells cells, final int c) {
        if (kMax > kMin) {
            return new GrowthMaximizer.Region(new WaveVector(0, 0, (kMin + kMax) / 2),
                List.of(new WaveVector(0, 0, (kMax - kMin) / 2)), List.of(count));
        }
        final double[] range = range(cells.state(c), cells.environment(c));
        return new GrowthMaximizer.Region(new WaveVector(0, 0, (range[0] + range[1]) / 2),
            List.of(new WaveVector(0, 0, (range[1] - range[0]) / 2)), List.of(count));
    }

    /**
     * The physical wave numbers along z between which waves of a state can grow: about shifted k = 0, as far as the
     * nu-nu term and the vacuum frequencies couple modes.
     *
     * @param state the state
     * @param environment its surroundings
     * @return lowest and highest, in the units of the potentials
     */
    public static double[] range(final FlavorState state, final Environment environment) {
        double half = 0;
        for (int i = 0; i < state.size(); i++) {
            half += 2 * Math.abs(environment.selfInteraction()) * state.modes().weight(i) * state.length(i);
        }
        half += largestFrequency(state.modes().omegas());
        final double centre = LeptonNumber.of(state, environment).physical(WaveVector.ZERO).kz();
        return new double[]{centre - half, centre + half};
    }

    /**
     * Growth along a stationary stream: the largest real part of the eigenvalues of
     *
     * <pre>v_i d(dP_i)/dz = H_i x dP_i - P_i x sum_j w_j s_j f_ij dP_j,</pre>
     *
     * in the frame in which the stream is in equilibrium (FW growth-along). There dP_i has no component along H_i that
     * would change, so that 2N equations remain.
     *
     * @param cells the stream
     * @param c index of the place
     * @return the rate in the units of the potentials, 0 if it is rounding; NaN where modes come from both sides, so
     *         that waves that rise along the axis may fall from their source
     */
    public static double along(final FlowCells cells, final int c) {
        final int n = cells.modes();
        final double[] h = FlowMonitor.fields(cells, c);
        double largest = 0;
        for (int i = 0; i < n; i++) {
            if (!(cells.grid().velocity(c, i) > 0)) {
                return Double.NaN;
            }
            largest = Math.max(largest, Math.sqrt(h[3 * i] * h[3 * i] + h[3 * i + 1] * h[3 * i + 1]
                + h[3 * i + 2] * h[3 * i + 2]) / cells.grid().velocity(c, i));
        }
        final ComplexMatrix matrix = new ComplexMatrix(2 * n, 2 * n);
        final double[][] frames = new double[n][];
        for (int i = 0; i < n; i++) {
            frames[i] = frame(cells.units(c), i);
        }
        for (int i = 0; i < n; i++) {
            final double v = cells.grid().velocity(c, i);
            final double[] u = cells.units(c);
            final double field = (h[3 * i] * u[3 * i] + h[3 * i + 1] * u[3 * i + 1] + h[3 * i + 2] * u[3 * i + 2]) / v;
            matrix.add(2 * i, 2 * i + 1, -field, 0);
            matrix.add(2 * i + 1, 2 * i, field, 0);
            for (int j = 0; j < n; j++) {
                final double f = cells.strength(c) * cells.signedLength(c, i) * cells.grid().weight(c, j)
                    * cells.grid().modes().species(j).sign() * overlap(cells, c, i, j) / v;
                for (int b = 0; b < 2; b++) {
                    matrix.add(2 * i, 2 * j + b, f * dot(frames[i], 3, frames[j], 3 * b), 0);
                    matrix.add(2 * i + 1, 2 * j + b, -f * dot(frames[i], 0, frames[j], 3 * b), 0);
                }
            }
        }
        final EigenDecomposition eigen =
            new ComplexEigenSolver(ComplexEigenSolver.Options.valuesOnly()).solve(matrix);
        double fastest = 0;
        for (int e = 0; e < eigen.size(); e++) {
            fastest = Math.max(fastest, eigen.re(e));
        }
        return fastest > ROUNDING * largest ? fastest : 0;
    }

    /** 1 - v_i.v_j. */
    private static double overlap(final FlowCells cells, final int c, final int i, final int j) {
        return 1 - cells.grid().modes().vx(i) * cells.grid().modes().vx(j)
            - cells.grid().modes().vy(i) * cells.grid().modes().vy(j)
            - cells.grid().velocity(c, i) * cells.grid().velocity(c, j);
    }

    /** Two unit vectors e, u x e across a direction u. */
    private static double[] frame(final double[] units, final int i) {
        final double[] u = Arrays.copyOfRange(units, 3 * i, 3 * i + 3);
        final int least = Math.abs(u[0]) <= Math.abs(u[1]) && Math.abs(u[0]) <= Math.abs(u[2]) ? 0
            : Math.abs(u[1]) <= Math.abs(u[2]) ? 1 : 2;
        final double[] frame = new double[6];
        double square = 0;
        for (int a = 0; a < 3; a++) {
            frame[a] = (a == least ? 1 : 0) - u[least] * u[a];
            square += frame[a] * frame[a];
        }
        for (int a = 0; a < 3; a++) {
            frame[a] /= Math.sqrt(square);
        }
        for (int a = 0; a < 3; a++) {
            frame[3 + a] = u[(a + 1) % 3] * frame[(a + 2) % 3] - u[(a + 2) % 3] * frame[(a + 1) % 3];
        }
        return frame;
    }

    private static double dot(final double[] a, final int at, final double[] b, final int from) {
        return a[at] * b[from] + a[at + 1] * b[from + 1] + a[at + 2] * b[from + 2];
    }
}
