package org.flavorwaves.physics.kinetics.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.flavorwaves.physics.kinetics.Collisions;
import org.flavorwaves.physics.linear.BackgroundStructure;
import org.flavorwaves.physics.linear.BandSector;
import org.flavorwaves.physics.run.TimedText;
import org.flavorwaves.physics.state.FlavorState;

/** What is watched during an evolution: conserved numbers, phases, and what was left out. */
final class RunMonitor {
    /** Share of its start below which a |P_i| without common axis may have changed its alignment. */
    private static final double DOUBTFUL = 0.1;

    private final RandomPhaseSystem m_system;

    private final BandCensus m_census;

    private final Collisions m_collisions;

    private final WaveLine m_line;

    private final double[] m_weight;

    private final double[] m_signs;

    /** Velocities along the axis of the waves. */
    private final double[] m_along;

    private double m_budget;

    private double m_lepton;

    private double m_size;

    private double m_worstBudget;

    private double m_worstLepton;

    private double m_coherent = Double.NaN;

    private double m_doubtful = Double.NaN;

    private String m_problem = "";

    RunMonitor(final RandomPhaseSystem system, final BandCensus census, final Collisions collisions,
        final WaveLine line) {
        m_system = system;
        m_census = census;
        m_collisions = collisions;
        m_line = line;
        final FlavorState state = system.background().state();
        m_weight = state.modes().weights();
        m_signs = state.modes().signs();
        m_along = new double[m_weight.length];
        for (int i = 0; i < m_along.length; i++) {
            m_along[i] = line.axis().dot(state.modes().vx(i), state.modes().vy(i), state.modes().vz(i));
        }
        if (system.background().structure() == BackgroundStructure.ALIGNED) {
            for (int i = 0; i < m_signs.length; i++) {
                m_signs[i] *= Math.signum(state.px(i) * system.background().axis(0)
                    + state.py(i) * system.background().axis(1) + state.pz(i) * system.background().axis(2));
            }
        }
        boolean kept = system.background().structure() == BackgroundStructure.ALIGNED;
        for (int i = 0; i < m_signs.length; i++) {
            kept &= collisions.rate(i) == 0;
        }
        m_lepton = kept ? 0 : Double.NaN;
        m_worstLepton = m_lepton;
    }

    void start(final double[] y) {
        m_budget = m_system.budget(y);
        m_lepton += lepton(y);
        for (int i = 0; i < m_weight.length; i++) {
            m_size += m_weight[i] * y[i];
        }
    }

    private double lepton(final double[] y) {
        double sum = 0;
        for (int i = 0; i < m_weight.length; i++) {
            sum += m_weight[i] * m_signs[i] * y[i];
        }
        return sum;
    }

    /** New waves bring what they have into the budget. */
    void reseed(final double[] y) {
        double sum = 0;
        for (int b = m_system.modes() + 1; b < y.length; b++) {
            sum -= Math.exp(y[b]);
        }
        for (final FollowedBand band : m_census.bands()) {
            sum += Math.exp(band.logarithm());
        }
        m_budget += 2 * m_line.spacing() * sum;
    }

    /** Watches an accepted step; with the shortest |P_i| in units of its start. */
    void watch(final double time, final double[] y, final double shortest) {
        if (Double.isNaN(m_doubtful) && shortest < DOUBTFUL) {
            m_doubtful = time;
        }
        m_worstBudget = Math.max(m_worstBudget, budgetDrift(y));
        m_worstLepton = Math.max(m_worstLepton, leptonDrift(y));
    }

    /** The sum of the errors of all steps, also of what was given back. */
    private double budgetDrift(final double[] y) {
        return m_budget > 0 ? Math.abs(m_system.budget(y) + m_system.given() - m_budget) / m_budget : 0;
    }

    private double leptonDrift(final double[] y) {
        return Math.abs(lepton(y) - m_lepton) / m_size;
    }

    RandomPhaseSample sample(final double time, final double[] y) {
        final int n = m_weight.length;
        final double[] viscosity = new double[n];
        final List<BandIntensity> bands = new ArrayList<>();
        for (final FollowedBand band : m_census.bands()) {
            final double intensity = Math.exp(band.logarithm());
            bands.add(new BandIntensity(band.k(), band.sector(), band.omegaRe(), band.growth(), intensity,
                intensity / band.ofField(1, m_system.background().environment().selfInteraction()),
                band.growth() == 0));
            for (int i = 0; i < n && band.growth() > 0; i++) {
                final double damping = m_collisions.rate(i);
                viscosity[i] += y[i] > 0
                    ? 2 * m_line.spacing() * (band.growth() + damping) * intensity * band.shares()[i]
                    / (y[i] * y[i]) : 0;
            }
        }
        final RandomPhaseSample sample = new RandomPhaseSample(time,
            m_collisions.at(time, m_system.background().state()), viscosity, bands, dephasing());
        if (Double.isNaN(m_coherent) && sample.growth() > sample.dephasing()) {
            m_coherent = time;
        }
        return sample;
    }

    /** The spread of Re Omega - k.v_i over the intensities of growing bands, averaged over the modes. */
    private double dephasing() {
        final int n = m_weight.length;
        final double[] norm = new double[n];
        final double[] mean = new double[n];
        final double[] square = new double[n];
        int growing = 0;
        for (final FollowedBand band : m_census.bands()) {
            if (band.growth() > 0) {
                growing++;
                final double intensity = Math.exp(band.logarithm());
                final double sign = band.sector() == BandSector.MINUS ? -1 : 1;
                for (int i = 0; i < n; i++) {
                    final double weight = m_weight[i] * band.shares()[i] * intensity;
                    final double frequency = sign * (band.omegaRe() - band.k() * m_along[i]);
                    norm[i] += weight;
                    mean[i] += weight * frequency;
                    square[i] += weight * frequency * frequency;
                }
            }
        }
        double total = 0;
        double sum = 0;
        for (int i = 0; i < n; i++) {
            if (norm[i] > 0) {
                total += norm[i];
                sum += norm[i] * Math.sqrt(Math.max(0, square[i] / norm[i] - mean[i] * mean[i] / (norm[i] * norm[i])));
            }
        }
        return growing > 1 && total > 0 ? sum / total : Double.NaN;
    }

    void problem(final String sentence) {
        m_problem = sentence;
    }

    String problem() {
        return m_problem;
    }

    double worstBudget() {
        return m_worstBudget;
    }

    double worstLepton() {
        return m_worstLepton;
    }

    double doubtful() {
        return m_doubtful;
    }

    List<TimedText> warnings() {
        final List<TimedText> warnings = new ArrayList<>();
        if (!Double.isNaN(m_doubtful)) {
            warnings.add(new TimedText("From t = " + TimedText.PLACE + " on a |P| is below " + DOUBTFUL
                + " of its start, where a resolved medium may have turned it over.", m_doubtful));
        }
        if (!Double.isNaN(m_coherent)) {
            warnings.add(new TimedText("At t = " + TimedText.PLACE + " waves grow faster than they lose their phases;"
                + " random phases are not given there, and the first overshoot lies outside the theory.", m_coherent));
        }
        if (m_census.unresolved() > 0) {
            warnings.add(new TimedText(
                m_census.unresolved() + " growing waves of one wave number were counted but not found.", 0));
        }
        final FollowedBand last = m_census.bands().stream()
            .filter(band -> band.place() == m_line.count() - 1).findFirst().orElse(null);
        if (last != null) {
            warnings.add(new TimedText(String.format(Locale.ROOT, "Waves grow up to the end of the range, k = %.6g;"
                + " larger wave numbers are left out.", m_line.k(m_line.count() - 1)), 0));
        }
        return warnings;
    }
}
