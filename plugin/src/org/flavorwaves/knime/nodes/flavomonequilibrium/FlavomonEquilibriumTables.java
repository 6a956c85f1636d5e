package org.flavorwaves.knime.nodes.flavomonequilibrium;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.flavorwaves.knime.nodes.CellLoop;
import org.flavorwaves.knime.nodes.CellLoop.Solved;
import org.flavorwaves.knime.table.ResultTable;
import org.flavorwaves.knime.table.StateLayout;
import org.flavorwaves.knime.table.StateTable;
import org.flavorwaves.knime.table.StateUnits;
import org.flavorwaves.knime.table.StateWriter;
import org.flavorwaves.knime.table.WeightUnit;
import org.flavorwaves.physics.flavomon.thermal.ThermalFit;
import org.flavorwaves.physics.flavomon.thermal.ThermalMedium;
import org.flavorwaves.physics.flavomon.thermal.ThermalMedium.Quanta;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.Units;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** The three output tables of the node Flavomon Equilibrium. */
final class FlavomonEquilibriumTables {
    /** Share of neutrinos out of place, and of mu_x over T, that is rounding. */
    private static final double ROUNDING = 1e-12;

    /** Anisotropy up to which a medium counts as isotropic. */
    private static final double ISOTROPIC = 1e-6;

    private static final double MEV_PER_GEV = 1e3;

    private static final String[] BRANCHES = {"longitudinal", "longitudinal", "transverse"};

    private final ExecutionContext m_exec;

    private final StateTable m_state;

    private final StateUnits m_units;

    FlavomonEquilibriumTables(final ExecutionContext exec, final StateTable state) {
        m_exec = exec;
        m_state = state;
        m_units = state.units();
    }

    private static StateWriter writer(final StateLayout layout, final StateUnits units) {
        return new StateWriter(layout.spec(), units.weights(),
            List.of(units.columns("P0, Px, Py, Pz, f_e, f_x, imbalance [1]")));
    }

    static DataTableSpec[] specs(final StateLayout layout, final StateUnits units) {
        return new DataTableSpec[]{writer(layout, units).spec(),
            layout.results(units, "polarization, k_shifted, omega_shifted_re, Z, quantum, N, energy_share [1]"),
            layout.results(units,
                "modes, temperature, mu_e, mu_x, quantum, N, lepton_density, lepton_continuum, mean_energy",
                "anisotropy, misplaced, entropy_gain, imbalance [1], thermal_imbalance, resonant_rate, fit_error",
                "iterations, wall_time, result")};
    }

    BufferedDataTable[] write(final BufferedDataTable table, final List<Solved<CellEquilibrium>> solved,
        final Progress progress) {
        final DataTableSpec[] specs = specs(m_state.layout(), m_units);
        final ResultTable flavomons = new ResultTable(m_exec, specs[1]);
        final ResultTable summary = new ResultTable(m_exec, specs[2]);
        final double[][] modes = new double[7][m_state.rowCount()];
        for (final Solved<CellEquilibrium> s : solved) {
            addModes(s, modes);
            s.value().medium().ifPresent(medium -> addFlavomons(flavomons, s, medium));
            addSummary(summary, s);
        }
        return new BufferedDataTable[]{
            writer(m_state.layout(), m_units).write(m_exec, table, modes, progress), flavomons.close(),
            summary.close()};
    }

    private static void addModes(final Solved<CellEquilibrium> s, final double[][] columns) {
        final FlavorState thermal = s.value().thermal();
        final boolean found = s.value().medium().isPresent();
        for (int i = 0; i < thermal.size(); i++) {
            final double[] values = {thermal.trace(i), 0, 0, thermal.pz(i), (thermal.trace(i) + thermal.pz(i)) / 2,
                (thermal.trace(i) - thermal.pz(i)) / 2, s.value().imbalance(s.cell().state(), i)};
            for (int c = 0; c < values.length; c++) {
                columns[c][s.cell().row(i)] = found ? values[c] : Double.NaN;
            }
        }
    }

    private static Object quantum(final ThermalMedium medium) {
        return switch (medium.quanta()) {
            case FLAVOMONS -> "flavomon";
            case ANTIFLAVOMONS -> "antiflavomon";
            case NONE -> ResultTable.missing();
        };
    }

    private void addFlavomons(final ResultTable flavomons, final Solved<CellEquilibrium> s,
        final ThermalMedium medium) {
        final boolean isotropic = s.value().anisotropy() <= ISOTROPIC && medium.quanta() != Quanta.NONE;
        final double[][] waves = ThermalMedium.wavesAtRest(s.value().leptonNumber());
        for (int b = 0; b < BRANCHES.length; b++) {
            final double[] wave = waves[Math.min(b, 1)];
            final double share = m_units.weights() == WeightUnit.PER_CM3
                ? Math.abs(wave[0]) * Units.HBAR_C * MEV_PER_GEV / medium.temperature() : Double.NaN;
            flavomons.add(s.cell().key(), BRANCHES[b], 0.0, isotropic ? wave[0] * m_units.rateFactor() : Double.NaN,
                isotropic ? wave[1] : Double.NaN, quantum(medium), medium.number(), isotropic ? share : Double.NaN);
        }
    }

    private void addSummary(final ResultTable summary, final Solved<CellEquilibrium> s) {
        final CellEquilibrium value = s.value();
        final FlavorState state = s.cell().state();
        if (value.medium().isEmpty()) {
            final Object[] row = new Object[specs(m_state.layout(), m_units)[2].getNumColumns()
                - (s.cell().key().isPresent() ? 1 : 0)];
            Arrays.fill(row, ResultTable.missing());
            row[0] = state.size();
            row[row.length - 2] = s.seconds();
            row[row.length - 1] = s.cell().prefix() + value.problem();
            summary.add(s.cell().key(), row);
            return;
        }
        final ThermalMedium medium = value.medium().get();
        final Optional<ThermalFit> fit = value.fit();
        final double perLength = 1 / (MEV_PER_GEV * Units.HBAR_C);
        summary.add(s.cell().key(), state.size(), medium.temperature(), medium.electron(), medium.other(),
            quantum(medium), medium.number(), value.leptonNumber() * m_units.densityFactor(),
            medium.leptonNumber() * perLength * perLength * perLength, value.meanEnergy(), value.anisotropy(),
            value.misplaced(state), fit.map(f -> f.entropyGain() * m_units.densityFactor()).orElse(Double.NaN),
            value.meanImbalance(state), value.meanImbalance(value.thermal()),
            value.anisotropy() <= ISOTROPIC ? 0.0 : Double.NaN, fit.map(ThermalFit::residual).orElse(Double.NaN),
            fit.map(f -> (Object) f.iterations()).orElse(ResultTable.missing()), s.seconds(),
            s.cell().prefix() + sentence(value, medium, state));
    }

    private static String sentence(final CellEquilibrium value, final ThermalMedium medium, final FlavorState state) {
        final String quanta = medium.quanta() == Quanta.NONE
            ? "no flavor waves, since the chemical potentials are equal"
            : CellLoop.brief(medium.number()) + " " + medium.quanta().name().toLowerCase(Locale.ROOT)
                + " in each state";
        final String rates = value.anisotropy() <= ISOTROPIC
            ? "no neutrino is in resonance with them: all waves of an isotropic medium are superluminal"
            : "the directions of the modes are not isotropic, so the waves at k = 0 are not given";
        final double other = Math.abs(medium.other()) < ROUNDING * medium.temperature() ? 0 : medium.other();
        return "T = " + CellLoop.brief(medium.temperature()) + " MeV, mu_e = " + CellLoop.brief(medium.electron())
            + " MeV, mu_x = " + CellLoop.brief(other) + " MeV: " + quanta + "; "
            + (value.misplaced(state) < ROUNDING ? "no neutrinos of the state are"
                : CellLoop.brief(100 * value.misplaced(state)) + " % of the neutrinos of the state are")
            + " out of place; " + rates;
    }
}
