package org.flavorwaves.knime.nodes.generator;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.flavorwaves.knime.nodes.CellLoop;
import org.flavorwaves.knime.nodes.NodeRun;
import org.flavorwaves.knime.nodes.StateFigure;
import org.flavorwaves.knime.nodes.cost.Memory;
import org.flavorwaves.knime.nodes.generator.DistributionGeneratorParameters.Flavors;
import org.flavorwaves.knime.nodes.generator.GeneratorTask.Generated;
import org.flavorwaves.knime.table.ColumnTexts;
import org.flavorwaves.knime.table.Messages;
import org.flavorwaves.knime.table.ResultTable;
import org.flavorwaves.knime.table.StateOutput;
import org.flavorwaves.knime.table.StateUnits;
import org.flavorwaves.knime.table.UnitSystem;
import org.flavorwaves.knime.table.WeightUnit;
import org.flavorwaves.knime.view.FigurePort;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.LeptonNumber;
import org.flavorwaves.physics.threeflavor.OtherFlavor;
import org.flavorwaves.physics.threeflavor.ThreeFlavorState;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** The node Distribution Generator: analytic and random neutrino distributions. */
public final class DistributionGeneratorNodeFactory extends DefaultNodeFactory {
    /** Share of the progress that making the state has; the rest is writing it. */
    private static final double GENERATING = 0.4;

    private static final int MOST_MODES = Integer.MAX_VALUE - 8;

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Distribution Generator") //
        .icon("../../../../../icons/distribution-generator.png") //
        .shortDescription("Makes a neutrino distribution: beams, analytic angular families, or random modes.") //
        .fullDescription("""
            <p>Makes a state table from a family of distributions: two or more beams, isotropic, box, half-Gaussian, \
            shallow polynomial and exponential crossings, a Legendre series, or random modes. Families that are given \
            by an electron-minus-x lepton number G(v), v = cos θ, become electron neutrinos where G is positive and \
            the chosen carrier where it is negative.</p>
            <p>Densities are put on rings (Gauss-Legendre, midpoint or uniform) or on a sphere, optionally with \
            Fermi-Dirac energies. All polarization vectors are along z until an initial perturbation tilts them.</p>
            <p>Whatever the grid, the net lepton number and its flux are exact (of a family of densities those of each \
            kind of neutrino): values at the directions where their sums are the integrals, as with Gauss-Legendre and \
            a smooth family; otherwise values, or means over the ring where the family has edges or is narrower than \
            a ring, changed as little as that takes. A family whose mean direction is beyond the outermost ring is \
            refused.</p>""")
        .sinceVersion(5, 9, 0) //
        .dynamicPorts(FigurePort.behind(p -> p //
            .addOutputTable("State", ColumnTexts.port("One row a momentum mode.", "species", "E", "mu", "vx, vy, vz",
                "weight", "P0", "Px, Py, Pz", "rho_ee, rho_mm, rho_tt",
                "rho_em_re, rho_em_im, rho_et_re, rho_et_im, rho_mt_re, rho_mt_im", "omega21, omega31", "omega", "D"))
            .addOutputTable("Summary", ColumnTexts.port("One row.", "modes",
                "number_density [weight]: Σ w P0, of three flavors with the tau flavor.",
                "lepton_density [weight]: Σ w s Pz, s = -1 for antineutrinos; of three flavors e over mu.",
                "flux_x, flux_y, flux_z [weight]: Flux Σ w s Pz v of the lepton number.",
                "lepton_number [weight]: Σ|G|, the absolute electron-minus-x lepton number of all directions.",
                "wall_time", "result")))) //
        .model(m -> m //
            .parametersClass(DistributionGeneratorParameters.class) //
            .configure(FigurePort.configure(DistributionGeneratorNodeFactory::configure)) //
            .execute(FigurePort.execute(DistributionGeneratorNodeFactory::execute, StateFigure::of))) //
        .addView(FigurePort.view(StateFigure.TITLE, "distribution.html",
            "Lepton number by direction, of neutrinos and of antineutrinos.",
            StateFigure::of)) //
        .nodeType(NodeType.Source) //
        .keywords("neutrino", "beams", "half-Gaussian", "crossing", "Fermi-Dirac", "random", "angular distribution");

    /** Makes the node. */
    public DistributionGeneratorNodeFactory() {
        super(NODE);
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final DistributionGeneratorParameters parameters = in.getParameters();
        out.setOutSpecs(columns(parameters).spec(), summarySpec(parameters));
    }

    private static StateOutput.Columns columns(final DistributionGeneratorParameters parameters) {
        return new StateOutput.Columns(Optional.empty(), parameters.hasEnergy(), parameters.rings(),
            parameters.hasOmega(), parameters.hasDepolarization(), false, WeightUnit.of(parameters.m_units),
            parameters.m_flavors == Flavors.THREE, List.of());
    }

    private static DataTableSpec summarySpec(final DistributionGeneratorParameters parameters) {
        final StateUnits units = new StateUnits(WeightUnit.of(parameters.m_units), parameters.m_units);
        return new DataTableSpec(units.columns("modes, number_density, lepton_density, flux_x [weight]",
            "flux_y [weight], flux_z [weight], lepton_number [weight], wall_time, result"));
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final DistributionGeneratorParameters parameters = in.getParameters();
        NodeRun.execute(in, out, (progress, warnings) -> {
            final long start = System.nanoTime();
            final GeneratorTask task = new GeneratorTask(parameters);
            requireRoom(task);
            final Generated generated = NodeRun.settings(() -> task.generate(progress.part(0, GENERATING)));
            final FlavorState state = generated.state();
            final StateOutput output = new StateOutput(in.getExecutionContext(), columns(parameters));
            final Progress writing = progress.part(GENERATING, 1);
            double tau = 0;
            if (parameters.m_flavors == Flavors.THREE) {
                final ThreeFlavorState three = threeFlavors(state, parameters.m_tauRatio);
                output.add(Optional.empty(), three, generated.energy(), writing);
                tau = tauDensity(three);
            } else {
                output.add(Optional.empty(), state, generated.energy(), writing);
            }
            final LeptonNumber lepton = LeptonNumber.of(state, Environment.FAST);
            final ResultTable summary = new ResultTable(in.getExecutionContext(), summarySpec(parameters));
            summary.add(Optional.empty(), state.size(), numberDensity(state) + tau, lepton.density(),
                lepton.flux().kx(),
                lepton.flux().ky(), lepton.flux().kz(), lepton.absolute(), (System.nanoTime() - start) * 1e-9,
                sentence(state, lepton, parameters));
            final BufferedDataTable[] results = {output.close(), summary.close()};
            out.setOutData(results);
            out.setInternalData(results);
            output.doubt().ifPresent(warnings::add);
        });
    }

    private static void requireRoom(final GeneratorTask task) throws KNIMEException {
        final double modes = NodeRun.settings(task::modes);
        final String[] advice = {"Use fewer directions, energies, frequencies or modes."};
        Memory.require(NodeRun.settings(task::bytes), () -> String.format(Locale.ROOT, "Up to %.0f modes", modes),
            advice);
        if (modes > MOST_MODES) {
            throw Messages.failure(String.format(Locale.ROOT,
                "There would be up to %.0f modes, but at most %d fit into one state.", modes, MOST_MODES), advice);
        }
    }

    /** The muon flavor is x, and the tau flavor a share of it. */
    private static ThreeFlavorState threeFlavors(final FlavorState state, final double tau) {
        final double[] none = new double[state.size()];
        final ThreeFlavorState two = OtherFlavor.MU.three(state, none, none);
        final double[][] rho = new double[state.size()][];
        for (int i = 0; i < rho.length; i++) {
            rho[i] = two.rho(i);
            rho[i][2] = tau * rho[i][1];
        }
        return new ThreeFlavorState(two.modes(), state.modes().omegas(), none, rho);
    }

    private static double tauDensity(final ThreeFlavorState state) {
        double sum = 0;
        for (int i = 0; i < state.size(); i++) {
            sum += state.modes().weight(i) * state.occupation(i, 2);
        }
        return sum;
    }

    private static double numberDensity(final FlavorState state) {
        double sum = 0;
        for (int i = 0; i < state.size(); i++) {
            sum += state.modes().weight(i) * state.trace(i);
        }
        return sum;
    }

    private static String sentence(final FlavorState state, final LeptonNumber lepton,
        final DistributionGeneratorParameters parameters) {
        return state.size() + (state.size() == 1 ? " mode" : " modes") + " with net lepton number "
            + CellLoop.brief(lepton.density()) + (parameters.m_units == UnitSystem.CGS ? " cm^-3" : "");
    }
}
