package org.flavorwaves.knime.nodes.flavorwavespectrum;

import java.util.ArrayList;
import java.util.List;

import org.flavorwaves.knime.nodes.NodeRun;
import org.flavorwaves.knime.table.ColumnTexts;
import org.flavorwaves.knime.table.Messages;
import org.flavorwaves.knime.view.FigurePort;
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

/** The node Flavor Wave Spectrum: exponential tails, and how far spectra are from equilibrium. */
public final class FlavorWaveSpectrumNodeFactory extends DefaultNodeFactory {
    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Flavor Wave Spectrum") //
        .icon("../../../../../icons/flavor-wave-spectrum.png") //
        .shortDescription("Fits the tails of spectra over time and their distance from flavor-wave equilibrium.")
        .fullDescription("""
            <p>Simulations of fast flavor conversion end with exponential spectra. Three-wave kinetics has \
            equilibria: Rayleigh-Jeans, κ|A|² = T/(Ω - u k), for many quanta, and Planck, \
            1/(exp((Ω - u k)/T) - 1), whose tail is exponential where Ω grows with |k| (Johns &amp; Kost, section \
            VI C).</p>
            <p>At every time the node fits a straight line to ln S over |k|, S the sum over modes and bands, from the \
            wave number of the largest S on or from a given one; its slope is -1/k<sub>T</sub>, its error bar that of \
            the scatter around the line. A power law over the same range is the alternative: the better line has the \
            smaller residual. Both equilibria are then fitted to the same waves, each band with its own frequency: T \
            and u are those of the smallest distance, the root mean square of ln(S/S<sub>fit</sub>). Waves that are \
            synchronized with their own field, H<sub>-n</sub> × P<sub>n</sub> = 0 (equation 22), leave the mean \
            alone; the column torque_share says how far they are from that.</p>
            <p>Frequencies are those of the column omega_re. Without it Ω = |k| is taken, waves on the light cone, as \
            collective waves have at large |k|; where all k have one sign, T and u cannot be told apart then, and \
            u = 0. Actions are signed by the column kappa, where there is one; waves of negative energy, κΩ &lt; 0, \
            exclude both equilibria, whose columns are missing then, unless a frame of velocity u exists in which all \
            energies have one sign. The fit takes u from those frames only; the Summary says where it ends at their \
            edge, at the phase velocity of a wave, whose number of quanta has no bound there: no equilibrium of all \
            waves is near then.</p>
            <p>Planck needs actions in numbers of quanta; the setting says how many a unit of the spectrum has. \
            Powers of simulations have no such number, so that for them only the shape of the tail can be compared.\
            </p>""") //
        .sinceVersion(5, 9, 0) //
        .dynamicPorts(FigurePort.behind(p -> p //
            .addInputTable("Spectrum", """
                One row a cell, time and wave: [cell], t, k, one of power, action, N, intensity, and optionally \
                omega_re, kappa, band, mode, n, n_x, n_y, n_z, torque_share. Spectra \
                of QKE Box, actions of Flavor Wave Kinetics, flavomons of Flavomon Kinetics.""")
            .addOutputTable("Fits", ColumnTexts.port(
                "One row a cell and time; missing values where fewer than three waves are in the range.", "cell", "t",
                "points: Number of waves in the range.", "k_from", "k_T, k_T_error", "log_amplitude", "rms_exponential",
                "r2", "exponent", "rms_power_law", "T_rayleigh_jeans, T_planck", "u_rayleigh_jeans, u_planck",
                "distance_rayleigh_jeans, distance_planck", "negative_energies", "equilibrium_possible",
                "torque_share [1]: Mean of the input's torque_share over the waves in the range, by their sizes: "
                    + "0 if all are synchronized (equation 22); missing if the input has none."))
            .addOutputTable("Summary", ColumnTexts.port("One row a cell.", "cell", "times",
                "quantity: Column that was fitted.", "frequencies: omega_re, or light cone.",
                "k_T, k_T_error [potential]: Those of the last time.",
                "rms_exponential [1]: That of the last time.", "rms_power_law [1]: That of the last time.",
                "distance_rayleigh_jeans, distance_planck [1]: Those of the last time; missing where excluded.",
                "wall_time", "result")))) //
        .model(m -> m //
            .parametersClass(FlavorWaveSpectrumParameters.class) //
            .configure(FigurePort.configure(FlavorWaveSpectrumNodeFactory::configure)) //
            .execute(FigurePort.execute(FlavorWaveSpectrumNodeFactory::execute, SpectrumFigure::of))) //
        .addView(FigurePort.view(SpectrumFigure.TITLE, "spectrum.html",
            "Length of the exponential and residuals of all fits over time, by cell.",
            SpectrumFigure::of)) //
        .nodeType(NodeType.Manipulator) //
        .keywords("neutrino", "flavor", "spectrum", "turbulence", "Rayleigh-Jeans", "Planck", "exponential");

    /** Makes the node. */
    public FlavorWaveSpectrumNodeFactory() {
        super(NODE);
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final FlavorWaveSpectrumParameters parameters = in.getParameters();
        final SpectrumColumns columns = SpectrumColumns.of(in.getInTableSpec(0), parameters.m_quantity);
        out.setOutSpecs(FlavorWaveSpectrumTables.fitsSpec(columns), FlavorWaveSpectrumTables.summarySpec(columns));
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final FlavorWaveSpectrumParameters parameters = in.getParameters();
        final BufferedDataTable table = in.getInTable(0);
        NodeRun.execute(in, out, (progress, warnings) -> {
            final SpectrumColumns columns =
                NodeRun.settings(() -> SpectrumColumns.of(table.getDataTableSpec(), parameters.m_quantity))
                    .filled(table, parameters.m_quantity);
            final List<CellSpectra> cells = CellSpectra.read(table, columns, progress.part(0, 0.5));
            if (cells.isEmpty()) {
                throw Messages.failure("The spectrum has no rows.", "Check the node that makes it: QKE Box writes "
                    + "spectra unless they are set to none, Flavor Wave Kinetics waves where some grow.");
            }
            final FlavorWaveSpectrumTables tables =
                new FlavorWaveSpectrumTables(in.getExecutionContext(), columns, parameters);
            final List<String> without = new ArrayList<>();
            for (int c = 0; c < cells.size(); c++) {
                progress.report(0.5 + 0.5 * c / cells.size(), "fitting spectra");
                if (!tables.add(cells.get(c))) {
                    without.add(cells.get(c).prefix());
                }
            }
            if (!without.isEmpty()) {
                warnings.add((cells.size() == 1 ? "The spectrum has" : without.size() + " of " + cells.size()
                    + " spectra have") + " fewer than three waves in the range at the last time. Widen the range of"
                    + " wave numbers or lower the floor.");
            }
            final BufferedDataTable[] results = tables.close();
            out.setOutData(results);
            out.setInternalData(results);
        });
    }
}
