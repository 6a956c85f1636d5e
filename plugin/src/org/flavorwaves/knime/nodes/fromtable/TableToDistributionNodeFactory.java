package org.flavorwaves.knime.nodes.fromtable;

import java.util.ArrayList;
import java.util.List;

import org.flavorwaves.knime.nodes.CellLoop;
import org.flavorwaves.knime.nodes.NodeRun;
import org.flavorwaves.knime.nodes.StateFigure;
import org.flavorwaves.knime.table.ColumnTexts;
import org.flavorwaves.knime.table.ResultTable;
import org.flavorwaves.knime.table.StateOutput;
import org.flavorwaves.knime.table.StateUnits;
import org.flavorwaves.knime.table.UnitSystem;
import org.flavorwaves.knime.table.WeightUnit;
import org.flavorwaves.knime.view.FigurePort;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Species;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** The node Table to Distribution: columns of any table become a state. */
public final class TableToDistributionNodeFactory extends DefaultNodeFactory {
    private static final double READING = 0.5;

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Table to Distribution") //
        .icon("../../../../../icons/table-to-distribution.png") //
        .shortDescription("Makes a state from the columns of any table.") //
        .fullDescription("""
            <p>Says which column of a table means what, and checks it. Three kinds of tables are understood:</p>
            <ul>
            <li><b>Occupations</b>: one row a direction [and energy], one column a kind of neutrino with its \
            occupation f between 0 and 1. Each row becomes a neutrino and an antineutrino mode with \
            P0 = f<sub>e</sub> + f<sub>x</sub> and Pz = f<sub>e</sub> - f<sub>x</sub>. Without any column for \
            antineutrinos or heavy-lepton neutrinos there are no antineutrino modes, and without one for neutrinos \
            no neutrino modes.</li>
            <li><b>Polarization</b>: one row a mode with species, P0, Px, Py, Pz.</li>
            <li><b>Density matrix</b>: one row a mode of three flavors with species, rho_ee, rho_mm, rho_tt and real \
            and imaginary parts of rho_em, rho_et, rho_mt; and if the table has it, kappa with the density matrix of \
            the source, rho_ee_source to rho_mt_im_source.</li>
            </ul>
            <p>Two flavors become three, or three two, once it is said what the other flavor x is: μ, τ, their \
            superposition (μ+τ)/√2, or either of both.</p>
            <p>The weight of a row is the density per unit occupation. For rings without energies it need not be \
            given if cos θ has the values of a quadrature rule.</p>""") //
        .sinceVersion(5, 9, 0) //
        .dynamicPorts(FigurePort.behind(p -> p //
            .addInputTable("Table", "One row a direction [and energy], or one row a mode.")
            .addOutputTable("State", ColumnTexts.port(
                "One row a momentum mode; the columns cell, E, omega, D and those of absorption as chosen, "
                    + "velocities as vx, vy, vz or mu.", ColumnTexts.ANY_FLAVORS))
            .addOutputTable("Summary", ColumnTexts.port("One row a cell.", "cell", "modes", "weight_sum",
                "density_nu, density_nubar", "unit", "wall_time", "result")))) //
        .model(m -> m //
            .parametersClass(TableToDistributionParameters.class) //
            .configure(FigurePort.configure(TableToDistributionNodeFactory::configure)) //
            .execute(FigurePort.execute(TableToDistributionNodeFactory::execute, StateFigure::of))) //
        .addView(FigurePort.view(StateFigure.TITLE, "distribution.html",
            "Lepton number by direction, of neutrinos and of antineutrinos.",
            StateFigure::of)) //
        .nodeType(NodeType.Manipulator) //
        .keywords("neutrino", "occupation", "polarization", "columns", "import", "convert", "discrete ordinates");

    /** Makes the node. */
    public TableToDistributionNodeFactory() {
        super(NODE);
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final TableToDistributionParameters parameters = in.getParameters();
        final TableLayout layout = TableLayout.of(in.getInTableSpec(0), parameters);
        final WeightUnit unit = WeightUnit.of(parameters.m_units);
        out.setOutSpecs(layout.output(unit).spec(), summarySpec(layout, unit));
    }

    private static DataTableSpec summarySpec(final TableLayout layout, final WeightUnit unit) {
        final List<DataColumnSpec> columns = new ArrayList<>();
        layout.cellColumn().ifPresent(columns::add);
        columns.addAll(List.of(new StateUnits(unit, UnitSystem.NATURAL)
            .columns("modes, weight_sum, density_nu, density_nubar, unit, wall_time, result")));
        return new DataTableSpec(columns.toArray(new DataColumnSpec[0]));
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final TableToDistributionParameters parameters = in.getParameters();
        final BufferedDataTable table = in.getInTable(0);
        NodeRun.execute(in, out, (progress, warnings) -> {
            final long start = System.nanoTime();
            final TableLayout layout =
                NodeRun.settings(() -> TableLayout.of(table.getDataTableSpec(), parameters));
            final List<MappedCell> cells =
                MappedReader.read(table, layout, parameters.m_nuX, progress.part(0, READING));
            final BufferedDataTable[] results = write(in.getExecutionContext(), layout,
                WeightUnit.of(parameters.m_units), cells, start, warnings, progress.part(READING, 1));
            out.setOutData(results);
            out.setInternalData(results);
            warnings.addAll(parameters.namesInDoubt(table.getDataTableSpec()));
        });
    }

    private static BufferedDataTable[] write(final ExecutionContext exec, final TableLayout layout,
        final WeightUnit unit, final List<MappedCell> cells, final long start, final List<String> warnings,
        final Progress progress) {
        final StateOutput state = new StateOutput(exec, layout.output(unit));
        final ResultTable summary = new ResultTable(exec, summarySpec(layout, unit));
        for (int c = 0; c < cells.size(); c++) {
            final MappedCell cell = cells.get(c);
            cell.write(state, progress.part(c / (double) cells.size(), (c + 1.0) / cells.size()));
            final double nu = density(cell, Species.NU);
            final double nubar = density(cell, Species.NUBAR);
            double weights = 0;
            for (final double weight : cell.modes().weights()) {
                weights += weight;
            }
            summary.add(cell.key(), cell.modes().size(), weights, nu, nubar, unit.label(),
                (System.nanoTime() - start) * 1e-9,
                cell.prefix() + cell.modes().size() + " modes, density of neutrinos " + CellLoop.brief(nu)
                    + ", of antineutrinos " + CellLoop.brief(nubar) + ", unit " + unit.label());
        }
        state.doubt().ifPresent(warnings::add);
        return new BufferedDataTable[]{state.close(), summary.close()};
    }

    private static double density(final MappedCell cell, final Species species) {
        double sum = 0;
        for (int i = 0; i < cell.modes().size(); i++) {
            sum += cell.modes().species(i) == species ? cell.modes().weight(i) * cell.trace(i) : 0;
        }
        return sum;
    }
}
