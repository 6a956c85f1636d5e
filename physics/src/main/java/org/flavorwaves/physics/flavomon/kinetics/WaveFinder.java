package org.flavorwaves.physics.flavomon.kinetics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.apache.commons.math3.complex.Complex;
import org.flavorwaves.physics.flavomon.AxialMedium;
import org.flavorwaves.physics.flavomon.DielectricTensor;
import org.flavorwaves.physics.flavomon.RayRoots;
import org.flavorwaves.physics.flavomon.RealDispersion;
import org.flavorwaves.physics.flavomon.Sector;
import org.flavorwaves.physics.flavomon.WaveBranch;
import org.flavorwaves.physics.run.ParallelLoop;
import org.flavorwaves.physics.run.Progress;

/**
 * Chooses the modes that resonant kinetics follows: principal-value roots beside exact modes of the initial medium that
 * are subluminal and damped no faster than asked for. Roots of the principal-value relation that no exact mode belongs
 * to are strongly damped or no modes at all, and are left out.
 */
final class WaveFinder {
    /** Largest difference of phase velocity between an exact mode and its root. */
    private static final double NEARBY = 0.1;

    /** Difference of frequency, in units of |k|, below which two exact modes are one. */
    private static final double SAME_MODE = 1e-6;

    private static final double ACCURACY = 1e-10;

    private static final int NEWTON_STEPS = 40;

    /** Largest artanh |u| and number of phase velocities at which roots are bracketed. */
    private static final double END = 8;

    private static final int RAYS = 800;

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
        final AxialMedium exact = AxialMedium.ofSeries(m_medium.series());
        final double[][] rays = rays();
        final int n = m_grid.size();
        final List<List<WaveSeed>> found = new ArrayList<>();
        for (int j = 0; j < n; j++) {
            found.add(List.of());
        }
        ParallelLoop.forEach(n, "flavomons", progress, j -> found.set(j, at(j, exact, rays)));
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

    private List<WaveSeed> at(final int j, final AxialMedium exact, final double[][] rays) {
        final double k = m_grid.waveNumber(j) + m_medium.flux();
        final List<WaveSeed> seeds = new ArrayList<>();
        final List<Complex> modes = new ArrayList<>();
        final RealDispersion dispersion = new RealDispersion(m_medium.order());
        dispersion.medium(m_medium.series());
        final RayRoots roots = new RayRoots(dispersion);
        for (int b = 0; b < rays.length && k != 0; b++) {
            final WaveBranch branch = WaveBranch.ON_RAYS.get(b);
            for (int s = 1; s < RAYS; s++) {
                if ((rays[b][s - 1] - k) * (rays[b][s] - k) < 0) {
                    dispersion.at(ray(s));
                    final int sign = dispersion.renormalisation(branch, k) > 0 ? 1 : -1;
                    final double u = roots.closest(branch, k, sign, ray(s));
                    if (!Double.isNaN(u)) {
                        dispersion.at(u);
                        final double growth =
                            -Math.PI * dispersion.coupling(branch, k) * m_medium.density(u) / Math.abs(k);
                        keep(new WaveSeed(j, branch, sign, u), exactMode(exact, branch, k, new Complex(u * k, growth)),
                            k, seeds, modes);
                    }
                }
            }
        }
        return seeds;
    }

    /** Keeps a root that belongs to an exact mode; of several the closest. */
    private void keep(final WaveSeed seed, final Complex mode, final double k, final List<WaveSeed> seeds,
        final List<Complex> modes) {
        final double distance = Math.abs(mode.getReal() / k - seed.phaseVelocity());
        if (!(distance < NEARBY) || mode.getImaginary() < -m_maxDamping
            || Math.abs(mode.getReal()) > Math.abs(k)) {
            return;
        }
        for (int s = 0; s < modes.size(); s++) {
            if (seeds.get(s).branch().sector() == seed.branch().sector()
                && modes.get(s).subtract(mode).abs() < SAME_MODE * Math.abs(k)) {
                if (distance < Math.abs(mode.getReal() / k - seeds.get(s).phaseVelocity())) {
                    seeds.set(s, seed);
                }
                return;
            }
        }
        seeds.add(seed);
        modes.add(mode);
    }

    /** Newton's method on the analytic dispersion function from the golden-rule estimate; NaN if it fails. */
    private static Complex exactMode(final AxialMedium medium, final WaveBranch branch, final double k,
        final Complex start) {
        Complex omega = start;
        for (int step = 0; step < NEWTON_STEPS; step++) {
            final DielectricTensor eps = medium.dielectricTensor(omega, k);
            final Complex change;
            if (branch.sector() == Sector.TRANSVERSE) {
                change = eps.get(1, 1).divide(eps.inFrequency(1, 1));
            } else {
                final Complex value =
                    eps.get(0, 3).multiply(eps.get(0, 3)).subtract(eps.get(0, 0).multiply(eps.get(3, 3)));
                final Complex slope = eps.get(0, 3).multiply(eps.inFrequency(0, 3)).multiply(2)
                    .subtract(eps.get(0, 0).multiply(eps.inFrequency(3, 3)))
                    .subtract(eps.get(3, 3).multiply(eps.inFrequency(0, 0)));
                change = value.divide(slope);
            }
            omega = omega.subtract(change);
            if (!(omega.subtract(start).abs() < NEARBY * Math.abs(k))) {
                return Complex.NaN;
            }
            if (change.abs() < ACCURACY * Math.abs(k)) {
                return omega;
            }
        }
        return Complex.NaN;
    }

    private static double ray(final int s) {
        return Math.tanh(END * (2.0 * s / (RAYS - 1) - 1));
    }

    /** k along phase velocities by branch; NaN where there is none. */
    private double[][] rays() {
        final RealDispersion dispersion = new RealDispersion(m_medium.order());
        dispersion.medium(m_medium.series());
        final double[][] k = new double[m_transverse ? WaveBranch.ON_RAYS.size() : 2][RAYS];
        for (int s = 0; s < RAYS; s++) {
            dispersion.at(ray(s));
            for (int b = 0; b < k.length; b++) {
                k[b][s] = dispersion.waveNumber(WaveBranch.ON_RAYS.get(b));
            }
        }
        return k;
    }
}
