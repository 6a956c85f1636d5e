package org.flavorwaves.physics.threeflavor.equilibrium;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;
import org.apache.commons.math3.optim.univariate.UnivariatePointValuePair;
import org.flavorwaves.physics.threeflavor.FlavorBlocks;
import org.flavorwaves.physics.threeflavor.FlavorLevels;

/**
 * Watches the distances of the levels of all modes on a path, and finds where they are least. Between the points seen
 * the collective numbers are taken on straight lines, which without nu-nu term makes no difference.
 */
final class LevelGaps {
    private static final int N = FlavorBlocks.FLAVORS;

    private static final double RELATIVE = 1e-9;

    private static final int MOST = 200;

    private final LevelProblem m_problem;

    /** The last three points seen: place, lambda, q, J, and the gaps at 2 i + level. */
    private final Seen[] m_seen = new Seen[3];

    private final List<LevelResonance> m_found = new ArrayList<>();

    private record Seen(double place, double matter, double strength, double[] j, double[] gaps) {
    }

    LevelGaps(final LevelProblem problem) {
        m_problem = problem;
    }

    /**
     * Looks at a point of the path.
     *
     * @param place leg and the share of it
     */
    void look(final double place, final double matter, final double strength, final double[] j) {
        final int n = m_problem.input().size();
        final double[] gaps = new double[2 * n];
        for (int i = 0; i < n; i++) {
            for (int level = 0; level < 2; level++) {
                gaps[2 * i + level] = gap(i, level, matter, strength, j);
            }
        }
        m_seen[0] = m_seen[1];
        m_seen[1] = m_seen[2];
        m_seen[2] = new Seen(place, matter, strength, j, gaps);
        for (int g = 0; m_seen[0] != null && g < gaps.length; g++) {
            if (m_seen[1].gaps[g] < m_seen[0].gaps[g] && m_seen[1].gaps[g] < gaps[g]) {
                find(g / 2, g % 2);
            }
        }
    }

    private double gap(final int i, final int level, final double matter, final double strength, final double[] j) {
        final FlavorLevels at = m_problem.sums().levels(i, matter, strength, j);
        final double low = Math.min(at.value(0), Math.min(at.value(1), at.value(2)));
        final double high = Math.max(at.value(0), Math.max(at.value(1), at.value(2)));
        final double middle = Math.max(Math.min(at.value(0), at.value(1)),
            Math.min(Math.max(at.value(0), at.value(1)), at.value(2)));
        return level == 0 ? middle - low : high - middle;
    }

    private void find(final int mode, final int level) {
        final double from = m_seen[0].place;
        final double to = m_seen[2].place;
        final UnivariatePointValuePair least = new BrentOptimizer(RELATIVE, RELATIVE * (to - from)).optimize(
            new MaxEval(MOST), GoalType.MINIMIZE, new SearchInterval(from, to, m_seen[1].place),
            new UnivariateObjectiveFunction(place -> {
                final Seen at = between(place);
                return gap(mode, level, at.matter, at.strength, at.j);
            }));
        final Seen at = between(least.getPoint());
        m_found.add(new LevelResonance(mode, level + 1, (int) Math.floor(least.getPoint()), at.matter, at.strength,
            least.getValue()));
    }

    /** The point at a place between the first and the last of the three. */
    private Seen between(final double place) {
        final Seen a = place < m_seen[1].place ? m_seen[0] : m_seen[1];
        final Seen b = place < m_seen[1].place ? m_seen[1] : m_seen[2];
        final double share = (place - a.place) / (b.place - a.place);
        final double[] j = a.j.clone();
        for (int c = 0; c < j.length; c++) {
            j[c] += share * (b.j[c] - a.j[c]);
        }
        return new Seen(place, a.matter + share * (b.matter - a.matter), a.strength + share * (b.strength - a.strength),
            j, a.gaps);
    }

    /** What was found, by leg, then by mode. */
    List<LevelResonance> found() {
        m_found.sort(Comparator.comparingInt(LevelResonance::leg).thenComparingInt(LevelResonance::mode)
            .thenComparingInt(LevelResonance::level));
        return List.copyOf(m_found);
    }
}
