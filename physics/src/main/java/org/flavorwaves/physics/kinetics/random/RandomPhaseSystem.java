package org.flavorwaves.physics.kinetics.random;

import java.util.Arrays;
import java.util.List;

import org.flavorwaves.physics.kinetics.BackgroundPath;
import org.flavorwaves.physics.kinetics.Collisions;
import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.run.ParallelLoop;
import org.flavorwaves.physics.run.Progress;

/**
 * The rates of change (FW random-phase) of l_i = |P_i| and ln I_b, with the bands of the equilibrium of the same l_i:
 *
 * <pre>
 * dl_i/dt = S_i - D_i l_i - 2 dk sum_b (gamma_b + D_i) I_b |psi_b(i)|^2/l_i,   d ln I_b/dt = 2 gamma_b
 * dLost/dt = 2 sum_i w_i (D_i l_i - S_i) l_i + 4 dk sum_{b,i} w_i D_i I_b |psi_b(i)|^2
 * </pre>
 *
 * <p>with D_i here D_i + kappa_i and S_i = kappa_i P_s,i along P_i, so that sum_i w_i l_i^2 + 2 dk sum_b I_b +
 * Lost stays (FW random-budget).
 */
final class RandomPhaseSystem {
    /** Numbers to be summed above which bands are worth several threads. */
    private static final long WORTH_THREADS = 50_000;

    /** Largest share of what the intensities gain in a step that is taken for its error. */
    private static final double BALANCE = 1e-3;

    /** Errors of the budget below this share are rounding. */
    private static final double EXACT = 1e-13;

    private final BackgroundPath m_path;

    private final BandCensus m_census;

    private final double[] m_weight;

    private final Collisions m_collisions;

    private final double[] m_rate;

    private final boolean m_lossy;

    private final double m_spacing;

    private final double[] m_lengths;

    /** 1/l_i; 0 where l_i is. */
    private final double[] m_inverse;

    private Background m_background;

    /** What the steps so far took from the budget and {@link #balance} gave back. */
    private double m_given;

    RandomPhaseSystem(final BackgroundPath path, final BandCensus census, final Collisions collisions,
        final double spacing) {
        m_path = path;
        m_census = census;
        m_spacing = spacing;
        m_background = path.current();
        m_weight = m_background.state().modes().weights();
        m_collisions = collisions;
        m_rate = collisions.rates();
        m_lossy = Arrays.stream(m_rate).anyMatch(rate -> rate != 0);
        m_lengths = m_background.state().lengths();
        m_inverse = new double[m_lengths.length];
    }

    /** The equilibrium of the last evaluation. */
    Background background() {
        return m_background;
    }

    int modes() {
        return m_weight.length;
    }

    /** Numbers of a point: l_i, Lost, ln I_b. */
    int size() {
        return modes() + 1 + m_census.bands().size();
    }

    /** Evaluates the rates; false if there is a negative length among the l_i. */
    boolean evaluate(final double[] y, final double[] rates, final Progress progress) {
        final int n = modes();
        boolean moved = false;
        for (int i = 0; i < n; i++) {
            if (!(y[i] >= 0)) {
                return false;
            }
            moved |= y[i] != m_lengths[i];
            m_lengths[i] = y[i];
            m_inverse[i] = y[i] > 0 ? 1 / y[i] : 0;
        }
        final List<FollowedBand> bands = m_census.bands();
        if (moved) {
            m_background = m_path.moveTo(m_lengths, progress);
            m_census.load(m_background);
            follow(bands);
        }
        rates[n] = 0;
        for (int i = 0; i < n; i++) {
            rates[i] = m_collisions.drive(i, m_background) - m_rate[i] * y[i];
            rates[n] -= 2 * m_weight[i] * rates[i] * y[i];
        }
        for (int b = 0; b < bands.size(); b++) {
            final FollowedBand band = bands.get(b);
            final double growth = band.growth();
            rates[n + 1 + b] = 2 * growth;
            final double intensity = 2 * m_spacing * Math.exp(y[n + 1 + b]);
            if (growth > 0) {
                exchange(growth, intensity, band.shares(), rates);
            }
        }
        return true;
    }

    /** What one band takes from the modes, and what of it is lost. */
    private void exchange(final double growth, final double intensity, final double[] shares, final double[] rates) {
        for (int i = 0; i < shares.length; i++) {
            rates[i] -= (growth + m_rate[i]) * intensity * shares[i] * m_inverse[i];
        }
        if (m_lossy) {
            double lost = 0;
            for (int i = 0; i < shares.length; i++) {
                lost += m_weight[i] * m_rate[i] * intensity * shares[i];
            }
            rates[shares.length] += 2 * lost;
        }
    }

    private void follow(final List<FollowedBand> bands) {
        final long work = (long) bands.size() * modes() * m_census.numbers();
        if (work < WORTH_THREADS) {
            bands.forEach(FollowedBand::follow);
        } else {
            ParallelLoop.forEach(bands.size(), "Growing waves", Progress.NONE, b -> bands.get(b).follow());
        }
        for (int b = 1; b < bands.size(); b++) {
            for (int a = b - 1; a >= 0 && bands.get(a).place() == bands.get(b).place(); a--) {
                bands.get(b).separate(bands.get(a));
            }
        }
    }

    /** sum_i w_i l_i^2 + 2 dk sum_b I_b + Lost. */
    double budget(final double[] y) {
        double sum = y[modes()];
        for (int i = 0; i < modes(); i++) {
            sum += m_weight[i] * y[i] * y[i];
        }
        for (int b = modes() + 1; b < y.length; b++) {
            sum += 2 * m_spacing * Math.exp(y[b]);
        }
        return sum;
    }

    /** What the budget would have gained beside {@link #budget}, had the errors of all steps been left. */
    double given() {
        return m_given;
    }

    /**
     * Gives what the error of a step took from the budget (FW random-budget) to what the intensities gained in it.
     *
     * @param y the point before the step
     * @param next the point after it, whose ln I are changed
     * @param tolerance share of the budget that the error may have where it is no small part of the gain
     * @return whether the error is small
     */
    boolean balance(final double[] y, final double[] next, final double tolerance) {
        final double budget = budget(y);
        final double error = budget(next) - budget;
        if (Math.abs(error) <= EXACT * budget) {
            return true;
        }
        double gain = 0;
        for (int b = modes() + 1; b < next.length; b++) {
            gain += 2 * m_spacing * (Math.exp(next[b]) - Math.exp(y[b]));
        }
        if (!(Math.abs(error) < BALANCE * Math.abs(gain))) {
            return Math.abs(error) < tolerance * budget;
        }
        m_given += error;
        for (int b = modes() + 1; b < next.length; b++) {
            next[b] += Math.log1p(error / gain * (Math.exp(y[b] - next[b]) - 1));
        }
        return true;
    }
}
