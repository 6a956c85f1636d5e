package org.flavorwaves.knime.nodes.flavomonkinetics;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.flavorwaves.knime.nodes.CellLoop;
import org.flavorwaves.knime.nodes.CellLoop.Solved;
import org.flavorwaves.knime.table.ResultTable;
import org.flavorwaves.knime.table.StateLayout;
import org.flavorwaves.knime.table.StateUnits;
import org.flavorwaves.physics.flavomon.WaveBranch;
import org.flavorwaves.physics.flavomon.kinetics.Closure;
import org.flavorwaves.physics.flavomon.kinetics.occupation.FlavomonBalance;
import org.flavorwaves.physics.flavomon.kinetics.occupation.FlavomonEnergy;
import org.flavorwaves.physics.flavomon.kinetics.occupation.FlavomonFrame;
import org.flavorwaves.physics.flavomon.kinetics.occupation.FlavomonHistory;
import org.flavorwaves.physics.flavomon.kinetics.occupation.FlavomonHistory.Outcome;
import org.flavorwaves.physics.flavomon.kinetics.occupation.FlavomonWave;
import org.flavorwaves.physics.state.MomentumModes;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** The five output tables of the node Flavomon Kinetics, filled cell by cell. */
final class KineticsTables {
    /** A relative change that four digits do not show. */
    private static final double UNCHANGED = 5e-5;

    private final StateUnits m_units;

    private final ResultTable m_occupations;

    private final ResultTable m_flavomons;

    private final ResultTable m_spectrum;

    private final ResultTable m_balance;

    private final ResultTable m_summary;

    KineticsTables(final ExecutionContext exec, final StateLayout layout, final StateUnits units) {
        m_units = units;
        final DataTableSpec[] specs = specs(layout, units);
        m_occupations = new ResultTable(exec, specs[0]);
        m_flavomons = new ResultTable(exec, specs[1]);
        m_spectrum = new ResultTable(exec, specs[2]);
        m_balance = new ResultTable(exec, specs[3]);
        m_summary = new ResultTable(exec, specs[4]);
    }

    static DataTableSpec[] specs(final StateLayout layout, final StateUnits units) {
        final String time = units.timeUnit();
        final String potential = units.potentialUnit();
        final String density = units.densityUnit();
        final String energy = units.energyUnit();
        return new DataTableSpec[]{
            layout.results(units, "t, mode, species, mu, f_e, f_x"),
            layout.results(units, "t, k, branch [text], quantum, omega_re, k_shifted, omega_shifted_re, gamma, Z, N",
                "intensity, dissipated_power"),
            layout.results(units, "t, mu, G, lepton_number"),
            layout.results(units,
                "t, n_e, n_x, n_psi, n_e-n_psi, n_x+n_psi, lepton_number [weight], S_neutrinos, S_flavomons, S",
                "E_kinetic, E_potential, E_waves, E_drift, E_width, E_emitted, E_residual, dissipated_power"),
            layout.results(units,
                "modes, asymmetry, closure, closure_reason, waves, k_min, k_max, t_end, steps, rejected",
                "growth_start, growth_end, crossing_start, crossing_end, worst_invariant, worst_entropy_fall",
                "lowest_occupation, complete, wall_time, result")};
    }

    void add(final Solved<CellKinetics> solved) {
        final Optional<DataCell> key = solved.cell().key();
        final CellKinetics cell = solved.value();
        final MomentumModes modes = solved.cell().state().modes();
        for (final FlavomonFrame frame : cell.history().frames()) {
            final double t = time(frame);
            final double[] electron = frame.electron();
            final double[] other = frame.other();
            for (int i = 0; i < electron.length; i++) {
                m_occupations.add(key, t, i, modes.species(i).label(), modes.vz(i), electron[i], other[i]);
            }
            final double[] numbers = cell.directions().numbers(frame);
            final double density = Arrays.stream(numbers).sum();
            for (final FlavomonWave wave : frame.waves()) {
                m_flavomons.add(key, t, wave.waveNumber(), wave.branch().name().toLowerCase(Locale.ROOT),
                    wave.sign() > 0 ? "flavomon" : "antiflavomon", finite(rate(wave.omega() - density)),
                    wave.shifted(), finite(rate(wave.omega())), rate(wave.growth()), finite(wave.renormalisation()),
                    finite(wave.number()), finite(wave.intensity()), power(wave.power()));
            }
            for (int c = 0; c < numbers.length; c++) {
                m_spectrum.add(key, t, cell.directions().velocity(c), numbers[c] / cell.directions().share(c),
                    numbers[c]);
            }
            final FlavomonBalance balance = frame.balance();
            final FlavomonEnergy energy = frame.energy();
            m_balance.add(key, t, density(balance.electronNumber()), density(balance.otherNumber()),
                density(balance.flavomonNumber()), density(balance.electronInvariant()),
                density(balance.otherInvariant()), density(balance.leptonNumber()),
                density(balance.neutrinoEntropy()), density(balance.flavomonEntropy()), density(balance.entropy()),
                energy(energy.kinetic()), energy(energy.potential()), energy(energy.waves()), energy(energy.drift()),
                energy(energy.width()), energy(energy.emitted()),
                energy(energy.residual(cell.history().frames().get(0).energy())), power(energy.power()));
        }
        addSummary(solved);
    }

    BufferedDataTable[] close() {
        return new BufferedDataTable[]{m_occupations.close(), m_flavomons.close(), m_spectrum.close(),
            m_balance.close(), m_summary.close()};
    }

    private double time(final FlavomonFrame frame) {
        return frame.time() / m_units.rateFactor();
    }

    private double rate(final double frequency) {
        return frequency * m_units.rateFactor();
    }

    private double density(final double potential) {
        return potential * m_units.densityFactor();
    }

    private double energy(final double energy) {
        return energy * m_units.energyFactor();
    }

    private double power(final double power) {
        return power * m_units.energyFactor() * m_units.rateFactor();
    }

    private static double finite(final double value) {
        return Double.isFinite(value) ? value : Double.NaN;
    }

    private void addSummary(final Solved<CellKinetics> solved) {
        final CellKinetics cell = solved.value();
        final FlavomonHistory history = cell.history();
        final FlavomonFrame first = history.frames().get(0);
        final FlavomonFrame last = history.last();
        final int size = cell.grid().size();
        final boolean complete = history.outcome() == Outcome.FINISHED;
        m_summary.add(solved.cell().key(), solved.cell().state().size(), cell.asymmetry(),
            cell.closure() == Closure.RESONANT ? "resonant" : "quasi-linear", cell.reason(), first.waves().size(),
            cell.grid().waveNumber(0), cell.grid().waveNumber(size - 1), time(last), history.steps(),
            history.rejected(), rate(growth(first)), rate(growth(last)), crossing(cell, first), crossing(cell, last),
            history.worstInvariant(), history.worstEntropyFall(), history.lowestOccupation(), complete,
            solved.seconds(), solved.cell().prefix() + sentence(cell, first, last, complete));
    }

    private String sentence(final CellKinetics cell, final FlavomonFrame first, final FlavomonFrame last,
        final boolean complete) {
        if (growth(first) <= 0) {
            return "no flavomon grows at these wave numbers";
        }
        final double before = crossing(cell, first);
        final double left = crossing(cell, last) / before;
        final String end = " after t = " + CellLoop.brief(time(last)) + m_units.timeUnit()
            + (complete ? "" : ", where the run stopped");
        return "flavomons grow at up to " + CellLoop.brief(rate(growth(first))) + m_units.rateUnit()
            + (before == 0 ? end : Math.abs(1 - left) < UNCHANGED ? " and have not changed the crossing yet" + end
                : " and leave " + (left > 0 ? CellLoop.brief(left) : "nothing") + " of the smaller side of the crossing"
                    + end) + absent(first);
    }

    /** Says at how many wave numbers resonance has no longitudinal mode, so that what grows there is left out. */
    private static String absent(final FlavomonFrame frame) {
        final Map<Double, Boolean> present = frame.waves().stream()
            .filter(w -> w.branch() == WaveBranch.LONGITUDINAL_UPPER || w.branch() == WaveBranch.LONGITUDINAL_LOWER)
            .collect(Collectors.toMap(FlavomonWave::waveNumber, w -> Double.isFinite(w.omega()), Boolean::logicalOr));
        final long count = present.values().stream().filter(p -> !p).count();
        return count == 0 ? "" : "; at " + count + " of " + present.size() + " wave numbers there is no mode of"
            + " real frequency at the start: waves that grow strongly there are left out";
    }

    private static double growth(final FlavomonFrame frame) {
        return frame.waves().stream().mapToDouble(FlavomonWave::growth).max().orElse(0);
    }

    /** The lepton number of the smaller side of the crossing. */
    private static double crossing(final CellKinetics cell, final FlavomonFrame frame) {
        return cell.directions().smallerSide(cell.history().frames().get(0), frame);
    }
}
