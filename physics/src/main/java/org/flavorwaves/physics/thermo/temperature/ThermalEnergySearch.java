package org.flavorwaves.physics.thermo.temperature;

import java.util.ArrayList;
import java.util.List;

import org.flavorwaves.physics.numerics.NewtonSolver;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.CollectiveField;

/**
 * Finds the pairs (beta, J) of one polarization energy: the branches are found on a ladder of beta of both signs, each
 * is followed to the next rung, and Newton in the 13 unknowns starts from every place where the energy crosses the
 * target on the way and from every branch itself.
 */
final class ThermalEnergySearch {
    /** The rungs, in units of the inverse field scale: geometric between these bounds. */
    private static final double LOWEST_RUNG = 0.02;

    private static final double HIGHEST_RUNG = 2e4;

    private static final double RUNG_RATIO = 1.6;

    /** Above this rung the ladder ends as soon as no energy changes any more. */
    private static final double COLD = 30;

    /** A search on every so many rungs; on the others branches are only followed. */
    private static final int RUNGS_PER_SEARCH = 3;

    /** The share of the quasi-random starts used on each rung. */
    private static final int SHARE_OF_STARTS = 8;

    /** Solutions nearer than this share of the scale are one. */
    private static final double SAME = 1e-7;

    /** A beta that the energy determines no better than to this share of itself is at the limit of infinite beta. */
    private static final double UNDETERMINED = 1e-3;

    private final ThermalModes m_modes;

    private final FlavorSymmetry m_symmetry;

    private final TemperatureOptions m_options;

    private final BranchSearch m_search;

    private final BranchBuilder m_builder;

    private final List<ThermalBranch> m_found = new ArrayList<>();

    private double m_lowest = Double.POSITIVE_INFINITY;

    private double m_highest = Double.NEGATIVE_INFINITY;

    private boolean m_atLimit;

    private double m_largestBeta;

    ThermalEnergySearch(final ThermalModes modes, final FlavorSymmetry symmetry, final TemperatureOptions options,
        final BranchSearch search) {
        m_modes = modes;
        m_symmetry = symmetry;
        m_options = options;
        m_search = search;
        m_builder = new BranchBuilder(modes, symmetry);
    }

    /** The collective numbers of the input as a start. */
    static double[] seed(final ThermalModes modes) {
        return CollectiveField.of(modes.input()).toArray();
    }

    /** The lowest energy per volume of a branch on the ladder. */
    double lowestEnergy() {
        return m_lowest;
    }

    /** The highest energy per volume of a branch on the ladder. */
    double highestEnergy() {
        return m_highest;
    }

    /** The largest |beta| of the ladder. */
    double largestBeta() {
        return m_largestBeta;
    }

    /** Whether the target was met only in the limit of infinite beta. */
    boolean isAtLimit() {
        return m_atLimit;
    }

    List<ThermalBranch> search(final double energy, final Progress progress) {
        final ThermalEquations equations = ThermalEquations.atEnergy(m_modes, energy);
        final double energyScale = m_modes.scale() / equations.betaUnit();
        m_lowest = 0;
        m_highest = 0;
        if (Math.abs(energy) <= m_options.tolerance() * energyScale) {
            m_found.add(m_builder.build(new double[CollectiveField.SIZE], 0));
        }
        climb(equations, energy, 1, progress.part(0, 0.5));
        climb(equations, energy, -1, progress.part(0.5, 1));
        return m_found;
    }

    private void climb(final ThermalEquations equations, final double energy, final int sign,
        final Progress progress) {
        final double unit = sign * equations.betaUnit();
        List<double[]> last = List.of(new double[CollectiveField.SIZE]);
        double lastBeta = 0;
        int step = 0;
        for (double rung = LOWEST_RUNG; rung < HIGHEST_RUNG; rung *= RUNG_RATIO) {
            final double height = Math.log(rung / LOWEST_RUNG) / Math.log(RUNG_RATIO * HIGHEST_RUNG / LOWEST_RUNG);
            progress.report(height, "Searching thermal states of one energy");
            final Progress within = progress.part(height, height);
            final double beta = rung * unit;
            final List<double[]> seeds = new ArrayList<>(last);
            seeds.add(seed(m_modes));
            double change = 0;
            final List<double[]> next = new ArrayList<>();
            for (final double[] field : last) {
                change = Math.max(change, follow(equations, energy, field, lastBeta, beta, next));
            }
            m_largestBeta = Math.max(m_largestBeta, Math.abs(beta));
            if (rung > COLD && change <= m_options.tolerance() * m_modes.scale() / equations.betaUnit()) {
                break;
            }
            if (step++ % RUNGS_PER_SEARCH == 0 || next.isEmpty()) {
                last = m_search.search(beta, seeds, m_options.starts() / SHARE_OF_STARTS, 1, within).fields();
                for (final double[] field : last) {
                    newton(equations, field, beta);
                }
            } else {
                last = next;
            }
            lastBeta = beta;
        }
    }

    /** Newton from where the energy crosses the target between two rungs of a branch; returns how much it changes. */
    private double follow(final ThermalEquations equations, final double energy, final double[] field,
        final double beta, final double next, final List<double[]> ends) {
        final double[] end = m_search.plainNewton(field, next);
        if (end.length == 0) {
            return Double.POSITIVE_INFINITY;
        }
        if (ends.stream().noneMatch(known -> m_symmetry.difference(known, end, SAME * m_modes.scale())
            <= SAME * m_modes.scale())) {
            ends.add(end);
        }
        final double atStart = m_modes.energy(m_modes.state(field, beta)) - energy;
        final double atEnd = m_modes.energy(m_modes.state(end, next)) - energy;
        m_lowest = Math.min(m_lowest, atEnd + energy);
        m_highest = Math.max(m_highest, atEnd + energy);
        if (atStart > 0 != atEnd > 0) {
            final double share = atStart / (atStart - atEnd);
            final double[] between = new double[field.length];
            for (int c = 0; c < between.length; c++) {
                between[c] = field[c] + share * (end[c] - field[c]);
            }
            newton(equations, between, beta + share * (next - beta));
        }
        return Math.abs(atEnd - atStart);
    }

    private void newton(final ThermalEquations equations, final double[] field, final double beta) {
        final NewtonSolver newton = ThermalNewton.of(equations, m_options);
        final double[] x = equations.unknowns(field, beta);
        final boolean solved = newton.solve(x, 0, m_options.maxIterations());
        m_search.count(newton.iterations());
        if (solved && isNew(x, equations)) {
            add(m_builder.build(equations.field(x), equations.beta(x)));
        }
    }

    private void add(final ThermalBranch branch) {
        final double doubt = m_options.tolerance() * m_modes.scale() * m_modes.fieldScale()
            / Math.abs(branch.stability().energySlope());
        if (doubt <= UNDETERMINED * Math.abs(branch.beta())) {
            m_found.add(branch);
        } else {
            m_atLimit = true;
        }
    }

    private boolean isNew(final double[] x, final ThermalEquations equations) {
        final double[] j = equations.field(x);
        final double bound = SAME * m_modes.scale();
        for (final ThermalBranch branch : m_found) {
            final double[] known = branch.field().toArray();
            if (m_symmetry.difference(j, known, bound) <= bound) {
                return false;
            }
        }
        return true;
    }
}
