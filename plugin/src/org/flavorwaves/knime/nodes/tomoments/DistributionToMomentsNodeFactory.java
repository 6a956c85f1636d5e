package org.flavorwaves.knime.nodes.tomoments;

import org.flavorwaves.knime.nodes.NodeRun;
import org.flavorwaves.knime.table.ColumnTexts;
import org.flavorwaves.knime.table.Messages;
import org.flavorwaves.knime.table.PlaceColumns;
import org.flavorwaves.knime.table.StateLayout;
import org.flavorwaves.knime.table.StateUnits;
import org.flavorwaves.knime.table.stream.StateStream;
import org.flavorwaves.physics.run.Progress;
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

/** The node Distribution to Moments: sums momentum modes to densities and fluxes. */
public final class DistributionToMomentsNodeFactory extends DefaultNodeFactory {
    private static final double LOOK_SHARE = 0.2;

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Distribution to Moments") //
        .icon("../../../../../icons/distribution-to-moments.png") //
        .shortDescription("Sums a state to density, flux and pressure of each kind of neutrino, cell by cell.") //
        .fullDescription("""
            <p>The way back from momentum modes to what simulations carry: for electron neutrinos and one \
            heavy-lepton kind, and for their antineutrinos, the number density n = Σ w f, the flux factor F/n with \
            F = Σ w f v, and the Eddington tensor P/n with P = Σ w f v v, where f<sub>e</sub> = (P0 + P<sub>z</sub>)/2 \
            and f<sub>x</sub> = (P0 - P<sub>z</sub>)/2. A state with the column E gives one set of rows an energy. \
            Rings stand for all azimuths.</p>
            <p>The first table can go back into Moments to Distribution (nu_x is one kind), so that the end of a \
            survey, a box or the asymptotic state of the Crossing Finder becomes moments for a simulation. The second \
            one has a row a cell and the four-flux of six kinds in the order of Rhea's arrays: component x, y, z, t \
            (t is the density), then neutrino or antineutrino, then flavor; nu_mu and nu_tau are each what the state \
            says of nu_x.</p>
            <p>Coherence between flavors is not in these moments: P<sub>x</sub> and P<sub>y</sub> do not enter.</p>""")
        .sinceVersion(5, 9, 0) //
        .ports(p -> p //
            .addInputTable("State", """
                One row a momentum mode: [cell], species, [E], (vx, vy, vz or mu), weight, P0, Px, Py, Pz; \
                or three flavors, rho_ee, rho_mm, rho_tt, rho_em_re to rho_mt_im in their place.""")
            .addOutputTable("Moments", ColumnTexts.port(
                "Four rows a cell and energy, six with three flavors, one a kind of neutrino; energies ascend.", "cell",
                "species: nu_e, nubar_e, nu_x or nubar_x; with three flavors nu_mu, nubar_mu, nu_tau, "
                    + "nubar_tau for x.", "E", "n [weight]: Number density; of the energy where the "
                    + "state has energies.",
                "fx, fy, fz [1]: Flux factor F/n; 0 without neutrinos.",
                "Pxx, Pxy, Pxz, Pyy, Pyz, Pzz [1]: Eddington tensor P/n; 0 without neutrinos.", PlaceColumns.TEXT))
            .addOutputTable("Four-flux", ColumnTexts.port("One row a cell, summed over energies.", "cell",
                MomentRows.fluxText()))
            .addOutputTable("Summary", ColumnTexts.port("One row a cell.", "cell", "modes",
                "energies: Number of different energies, 1 without the column E.", "number_density",
                "lepton_density",
                "flux_x, flux_y, flux_z [weight]: Flux of the lepton number, Σ w s Pz v; of three flavors that of e "
                    + "over the mean of mu and tau.",
                "largest_flux_factor [1]: Largest |F|/n of a kind.", "result"))) //
        .model(m -> m //
            .parametersClass(DistributionToMomentsParameters.class) //
            .configure(DistributionToMomentsNodeFactory::configure) //
            .execute(DistributionToMomentsNodeFactory::execute)) //
        .nodeType(NodeType.Manipulator) //
        .keywords("neutrino", "moments", "density", "flux", "M1", "Rhea", "F4", "Eddington tensor");

    /** Makes the node. */
    public DistributionToMomentsNodeFactory() {
        super(NODE);
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final DistributionToMomentsParameters parameters = in.getParameters();
        final DataTableSpec spec = in.getInTableSpec(0);
        out.setOutSpecs(MomentRows.specs(StateLayout.ofAnyFlavors(spec), StateUnits.of(spec, parameters.units())));
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final DistributionToMomentsParameters parameters = in.getParameters();
        final BufferedDataTable table = in.getInTable(0);
        NodeRun.execute(in, out, (progress, warnings) -> {
            if (table.size() == 0) {
                throw Messages.failure("The state table has no rows; it needs one row a momentum mode.",
                    "Check the node that makes the state, or the filter before this node.");
            }
            final DataTableSpec spec = table.getDataTableSpec();
            final StateLayout layout = NodeRun.settings(() -> StateLayout.ofAnyFlavors(spec));
            final StateUnits units = NodeRun.settings(() -> StateUnits.of(spec, parameters.units()));
            final MomentRows rows = new MomentRows(in.getExecutionContext(), layout, units);
            try (StateStream stream = new StateStream(table, layout, progress.part(0, LOOK_SHARE))) {
                final Progress rest = progress.part(LOOK_SHARE, 1);
                while (stream.hasNext()) {
                    rest.report(stream.rowsRead() / (double) table.size(), "summing cells");
                    rows.add(stream.next());
                }
            }
            out.setOutData(rows.close());
        });
    }
}
