package org.flavorwaves.knime.nodes.crossing;

import java.util.List;

import org.flavorwaves.knime.nodes.CellLoop.Solved;
import org.flavorwaves.knime.nodes.CellPipeline;
import org.flavorwaves.knime.nodes.FastestPair;
import org.flavorwaves.knime.nodes.FastestPair.Paired;
import org.flavorwaves.knime.nodes.NodeRun;
import org.flavorwaves.knime.nodes.PairChoice;
import org.flavorwaves.knime.table.ColumnTexts;
import org.flavorwaves.knime.table.MassSplittings;
import org.flavorwaves.knime.table.StateLayout;
import org.flavorwaves.knime.table.StateTable;
import org.flavorwaves.knime.table.StateUnits;
import org.flavorwaves.knime.view.FigurePort;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.threeflavor.ThreeFlavorEnvironment;
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

/** The node Crossing Finder: sign changes of the lepton number over directions, and what fast conversion leaves. */
public final class CrossingFinderNodeFactory extends DefaultNodeFactory {
    static final String NO_CROSSING = "No cell has a crossing; the asymptotic state is the input state.";

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Crossing Finder") //
        .icon("../../../../../icons/crossing-finder.png") //
        .shortDescription("Finds where the lepton number G(v) changes its sign, and the state fast conversion ends in.")
        .fullDescription("""
            <p>A crossing is a sign change of the electron-minus-x lepton number over directions, G(v) = Σ s w \
            P<sub>z</sub>, summed over energies and species (s = -1 for antineutrinos). Without one there is no fast \
            instability. Modes whose velocities agree to 1e-7 are one direction; neutrinos and antineutrinos on \
            different angular grids are not compared.</p>
            <p>On rings at Gauss-Legendre nodes G is the Legendre series through them: positions and the integrals \
            I<sub>+</sub> and I<sub>-</sub> of the positive and negative part are exact for polynomials. On other \
            rings, or beams along one axis, G is interpolated linearly and I<sub>±</sub> are sums. On a sphere of \
            directions a zero is given between any two neighbours of opposite sign; together they draw the contour \
            G = 0, and I<sub>±</sub> are sums over the directions.</p>
            <p>depth is min(I<sub>+</sub>, I<sub>-</sub>)/max(I<sub>+</sub>, I<sub>-</sub>), from 0 without a \
            crossing to 1 for equal sides; peak_depth is the same ratio of the largest densities on either side.</p>
            <p>The asymptotic state follows the box-like scheme: on the smaller side all flavors get equal shares, \
            P<sub>ee</sub> = 1/2 (two flavors) or 1/3 (three); on the larger one P<sub>ee</sub> = \
            1 - S<sub>small</sub>/(2 S<sub>large</sub>) or 1 - 2 S<sub>small</sub>/(3 S<sub>large</sub>), with S the \
            sums of G over the directions of the state. f<sub>e</sub>' = P<sub>ee</sub> f<sub>e</sub> + \
            (1 - P<sub>ee</sub>) f<sub>x</sub> for neutrinos and antineutrinos alike. Thus Σ s w P<sub>z</sub> is \
            conserved, and f<sub>e</sub> + f<sub>x</sub> (two flavors) or f<sub>e</sub> + 2 f<sub>x</sub> (three) in \
            every mode. It is a spatial average without coherence: P<sub>x</sub> = P<sub>y</sub> = 0.</p>
            <p>Of a state of three flavors either the pair shares, or all three do, and μ and τ may differ: every pair \
            with a crossing relaxes towards its own box-like state, as fast as its wave grows, √(I<sub>+</sub> \
            I<sub>-</sub>) of the occupations at each moment, until no pair has a crossing (after Liu et al., \
            arXiv:2503.18145). The lepton number of each flavor is conserved, and in every mode the sum of its \
            occupations. One crossing alone ends as with two flavors, equal μ and τ as with three above; P_ee is then \
            a mean over the directions.</p>""") //
        .sinceVersion(5, 9, 0) //
        .dynamicPorts(FigurePort.behind(p -> p //
            .addInputTable("State", """
                One row a momentum mode: [cell], species, (vx, vy, vz or mu), weight, P0, Px, Py, Pz."""
                + PairChoice.INPUT)
            .addOutputTable("Crossings", ColumnTexts.port("One row a zero of G, none for cells without a crossing.",
                "cell", "pair", "cos_theta",
                "vx, vy, vz [c]: Direction of the zero; 0, 0, cos θ for rings.", "cos_flux",
                "change"))
            .addOutputTable("Summary", ColumnTexts.port("One row a cell.", "cell", "pair", "modes", "directions",
                "geometry", "crossing", "crossings", "I_plus, I_minus", "depth", "peak_depth", "negative_fraction",
                "flux_x, flux_y, flux_z", "minority", "minority_x, minority_y, minority_z", "P_ee_plus, P_ee_minus",
                "conservation_error", "wall_time", "result"))
            .addOutputTable("Asymptotic state", ColumnTexts.port(
                "The state with P0, Px, Py, Pz, or the entries of its pair, after fast conversion by the box-like "
                    + "scheme; cells without a crossing, rows and all other columns stay as they are.",
                ColumnTexts.ANY_FLAVORS)))) //
        .model(m -> m //
            .parametersClass(CrossingFinderParameters.class) //
            .configure(FigurePort.configure(CrossingFinderNodeFactory::configure)) //
            .execute(FigurePort.execute(CrossingFinderNodeFactory::execute, CrossingFigure::of))) //
        .addView(FigurePort.view(CrossingFigure.TITLE, "crossings.html",
            "Lepton number by direction, with its zeros.", CrossingFigure::of)) //
        .nodeType(NodeType.Manipulator) //
        .keywords("neutrino", "flavor", "crossing", "ELN", "XLN", "fast flavor conversion", "box scheme",
            "asymptotic state");

    /** Makes the node. */
    public CrossingFinderNodeFactory() {
        super(NODE);
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final CrossingFinderParameters parameters = in.getParameters();
        final DataTableSpec spec = in.getInTableSpec(0);
        final StateLayout layout = StateLayout.ofAnyFlavors(spec);
        out.setOutSpecs(
            new CrossingTables(layout, StateUnits.of(spec, parameters.units())).specs());
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final CrossingFinderParameters parameters = in.getParameters();
        final BufferedDataTable table = in.getInTable(0);
        final ExecutionContext exec = in.getExecutionContext();
        NodeRun.execute(in, out, (progress, warnings) -> {
            final StateTable state = CellPipeline.readAnyFlavors(table, parameters, new MassSplittings(0, 0, 0),
                progress.part(0, 0.4));
            final CrossingTables tables = new CrossingTables(state.layout(), state.units());
            final FastestPair<CellCrossings> pairs = new FastestPair<>(parameters.m_pair, Environment.FAST,
                ThreeFlavorEnvironment.FAST,
                (cell, environment, part) -> CellCrossings.of(cell, parameters.m_flavors.physics(), part),
                CellCrossings::growthScale);
            final List<Solved<CellCrossings>> solved = CellPipeline
                .<Paired<CellCrossings>>of(table, state, "finding crossings")
                .solve(progress.part(0.4, 0.7), warnings, pairs::solve).stream().map(Paired::unwrap).toList();
            final BufferedDataTable crossings = tables.writeCrossings(exec, solved);
            final BufferedDataTable summary = tables.writeSummary(exec, solved);
            out.setOutData(crossings, summary, tables.writeState(exec, table, state, solved, progress.part(0.7, 1)));
            out.setInternalData(table, crossings, summary);
            if (CrossingTables.count(solved) == 0) {
                warnings.add(NO_CROSSING);
            }
        });
    }
}
