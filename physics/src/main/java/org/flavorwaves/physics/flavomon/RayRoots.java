package org.flavorwaves.physics.flavomon;

/**
 * Solves k_branch(u) = k for the phase velocity u: Newton's method in x = artanh u, which resolves modes that come
 * exponentially close to the light cone, and a search outwards from the start where that fails.
 */
public final class RayRoots {
    private static final int NEWTON_STEPS = 30;

    private static final double NEWTON_REACH = 0.3;

    /** Newton step in artanh u whose square is below rounding. */
    private static final double ACCURACY = 1e-9;

    private static final double STRIDE = 0.02;

    /** How far from the start the search goes in artanh u. */
    private static final double REACH = 1;

    /** Largest artanh |u|. */
    private static final double END = 15;

    private static final int BISECTIONS = 60;

    private final RealDispersion m_dispersion;

    /**
     * Prepares searches.
     *
     * @param dispersion the dispersion relation, used and moved by every search
     */
    public RayRoots(final RealDispersion dispersion) {
        m_dispersion = dispersion;
    }

    /**
     * Finds the root closest to a start.
     *
     * @param branch the branch
     * @param k wave number, not 0
     * @param sign of Z that the mode must have
     * @param start a phase velocity in (-1, 1)
     * @return u; NaN if the branch has no such mode within artanh u of the start +- 1
     */
    public double closest(final WaveBranch branch, final double k, final int sign, final double start) {
        final double x0 = 0.5 * (Math.log1p(start) - Math.log1p(-start));
        final double x = newton(branch, k, x0);
        if (!Double.isNaN(x) && isSigned(branch, k, x, sign)) {
            return Math.tanh(x);
        }
        return search(branch, k, sign, x0);
    }

    private boolean isSigned(final WaveBranch branch, final double k, final double x, final int sign) {
        m_dispersion.at(Math.tanh(x));
        return m_dispersion.renormalisation(branch, k) * sign > 0;
    }

    private double newton(final WaveBranch branch, final double k, final double start) {
        double x = start;
        for (int step = 0; step < NEWTON_STEPS; step++) {
            final double u = Math.tanh(x);
            m_dispersion.at(u);
            final double change = (m_dispersion.waveNumber(branch) - k)
                / (m_dispersion.waveNumberSlope(branch) * (1 - u) * (1 + u));
            x -= change;
            if (!(Math.abs(x - start) < NEWTON_REACH)) {
                return Double.NaN;
            }
            if (Math.abs(change) < ACCURACY * (1 + Math.abs(x))) {
                return x;
            }
        }
        return Double.NaN;
    }

    /** Walks to both sides of the start and takes the first change of sign with the right Z. */
    private double search(final WaveBranch branch, final double k, final int sign, final double start) {
        final double[] last = {excess(branch, k, start), excess(branch, k, start)};
        for (double away = STRIDE; away < REACH; away += STRIDE) {
            for (int side = 0; side < 2; side++) {
                final double x = side == 0 ? start - away : start + away;
                if (Math.abs(x) <= END) {
                    final double here = excess(branch, k, x);
                    if (last[side] * here <= 0) {
                        final double root = bisect(branch, k, side == 0 ? x + STRIDE : x - STRIDE, x);
                        if (isSigned(branch, k, root, sign)) {
                            return Math.tanh(root);
                        }
                    }
                    last[side] = here;
                }
            }
        }
        return Double.NaN;
    }

    private double excess(final WaveBranch branch, final double k, final double x) {
        m_dispersion.at(Math.tanh(x));
        return m_dispersion.waveNumber(branch) - k;
    }

    private double bisect(final WaveBranch branch, final double k, final double from, final double to) {
        double left = from;
        double right = to;
        final double fLeft = excess(branch, k, left);
        for (int i = 0; i < BISECTIONS; i++) {
            final double middle = 0.5 * (left + right);
            if (excess(branch, k, middle) * fLeft > 0) {
                left = middle;
            } else {
                right = middle;
            }
        }
        return 0.5 * (left + right);
    }
}
