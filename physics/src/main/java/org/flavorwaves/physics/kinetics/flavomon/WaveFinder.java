package org.flavorwaves.physics.kinetics.flavomon;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.flavorwaves.physics.linear.flavomon.AxialMedium;
import org.flavorwaves.physics.linear.flavomon.FlavomonMode;
import org.flavorwaves.physics.linear.flavomon.FlavomonSearch;
import org.flavorwaves.physics.linear.flavomon.LegendreSpectrum;
import org.flavorwaves.physics.linear.flavomon.Sector;
import org.flavorwaves.physics.numerics.ParallelLoop;
import org.flavorwaves.physics.numerics.Progress;

/**
 * Chooses the modes that resonant kinetics follows: principal-value roots beside exact modes of the initial medium that
 * are subluminal and damped no faster than asked for. Roots of the principal-value relation that no exact mode belongs
 * to are strongly damped or no modes at all, and are left out.
 */
final class WaveFinder {
    /** Largest difference of phase velocity between an exact mode and its root. */
    private static final double NEARBY = 0.1;

    /** How many wave numbers beside those with a mode may get one later. */
    private static final int BESIDE = 3;

    private final MediumSeries m_medium;

    private final WaveNumberGrid m_grid;

    private final boolean m_transverse;

    private final double m_maxDamping;

    WaveFinder(final MediumSeries medium, final WaveNumberGrid grid, final boolean transverse,
        final double maxDamping) {
        m_medium = medium;
        m_grid = grid;
        m_transverse = transverse;
        m_maxDamping = maxDamping;
    }

    /**
     * Finds the modes of the medium as it is.
     *
     * @param progress told the share of finished wave numbers
     * @return for each branch and sign the wave numbers with a mode, and a few beside them with u = NaN where a
     *         mode may come into being
     */
    List<WaveSeed> find(final Progress progress) {
        final AxialMedium exact = AxialMedium.fast(new LegendreSpectrum(m_medium.series().clone()));
        final FlavomonSearch search = new FlavomonSearch(exact, m_maxDamping);
        final int n = m_grid.size();
        final List<List<WaveSeed>> found = new ArrayList<>();
        for (int j = 0; j < n; j++) {
            found.add(List.of());
        }
        ParallelLoop.forEach(n, "flavomons", progress, j -> found.set(j, at(j, search)));
        final Map<WaveBranch, Map<Integer, double[]>> classes = new TreeMap<>();
        for (final List<WaveSeed> here : found) {
            for (final WaveSeed seed : here) {
                classes.computeIfAbsent(seed.branch(), b -> new TreeMap<>())
                    .computeIfAbsent(seed.sign(), s -> unknown(n))[seed.at()] = seed.phaseVelocity();
            }
        }
        final List<WaveSeed> seeds = new ArrayList<>();
        classes.forEach((branch, bySign) -> bySign.forEach((sign, u) -> {
            for (int j = 0; j < n; j++) {
                if (isNearMode(u, j)) {
                    seeds.add(new WaveSeed(j, branch, sign, u[j]));
                }
            }
        }));
        return seeds;
    }

    private static boolean isNearMode(final double[] u, final int j) {
        for (int i = Math.max(0, j - BESIDE); i <= Math.min(u.length - 1, j + BESIDE); i++) {
            if (!Double.isNaN(u[i])) {
                return true;
            }
        }
        return false;
    }

    private static double[] unknown(final int n) {
        final double[] u = new double[n];
        Arrays.fill(u, Double.NaN);
        return u;
    }

    private List<WaveSeed> at(final int j, final FlavomonSearch search) {
        final double k = m_grid.waveNumber(j) + m_medium.flux();
        final List<WaveSeed> seeds = new ArrayList<>();
        if (k == 0) {
            return seeds;
        }
        final RealDispersion dispersion = new RealDispersion(m_medium.order());
        dispersion.medium(m_medium.series());
        final RayRoots roots = new RayRoots(dispersion);
        for (final FlavomonMode mode : search.solve(k)) {
            final boolean wanted = mode.sector() == Sector.LONGITUDINAL || m_transverse;
            if (wanted && !mode.isSuperluminal() && mode.omega().getImaginary() >= -m_maxDamping) {
                final double u = mode.omega().getReal() / k;
                final int sign = mode.isFlavomon() ? 1 : -1;
                WaveSeed best = new WaveSeed(j, WaveBranch.TRANSVERSE, sign, Double.NaN);
                double distance = NEARBY;
                for (final WaveBranch branch : WaveBranch.ON_RAYS) {
                    final double root =
                        branch.sector() == mode.sector() ? roots.closest(branch, k, sign, u) : Double.NaN;
                    if (Math.abs(root - u) < distance) {
                        distance = Math.abs(root - u);
                        best = new WaveSeed(j, branch, sign, root);
                    }
                }
                if (!Double.isNaN(best.phaseVelocity())) {
                    seeds.add(best);
                }
            }
        }
        return seeds;
    }
}
