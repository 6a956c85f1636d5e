package org.flavorwaves.knime.nodes.momentsreader;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.flavorwaves.knime.io.CellChoice;
import org.flavorwaves.knime.io.FilePath;
import org.flavorwaves.knime.io.moments.MomentsHints;
import org.flavorwaves.knime.nodes.Bounds;
import org.flavorwaves.knime.nodes.CellRanges;
import org.flavorwaves.knime.nodes.Sections;
import org.flavorwaves.knime.table.UnitSystem;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.migration.Migrate;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** Parameters of the node Moments Reader. */
final class MomentsReaderParameters implements NodeParameters {
    /** Which moments of a list that has two. */
    enum Moment {
        @Label(value = "Initial", description = "Before the instability.")
        INITIAL,
        @Label(value = "Final", description = "After it.")
        FINAL
    }

    /** What becomes of the flavors after the first. */
    enum HeavyFlavors {
        @Label(value = "Mean", description = "One kind of nu_x is their mean.")
        MEAN,
        @Label(value = "Mu and tau", description = "nu_mu and nu_tau of files of three flavors are kinds of their own.")
        SEPARATE
    }

    /** What the metric of space is. */
    enum Metric {
        @Label(value = "From files", description = "As the files say it; without it the moments are refused.")
        FROM_FILES,
        @Label(value = "Flat", description = "Flat space, which is wrong near compact stars; the node warns.")
        FLAT
    }

    @Widget(title = "Path", description = """
        The file: an absolute path, or a path relative to the workflow directory such as data/model.h5, which may also \
        be written knime://knime.workflow/data/model.h5. What the file is is found out from its content.""")
    @Layout(Sections.File.class)
    String m_path = "";

    @Widget(title = "Other files", description = """
        Only for GR-Athena++: paths, separated by semicolons, of .athdf files of the same output that have what the \
        file of the moments has not: the metric geom.adm.gxx ..., and hydro.prim.rho, hydro.aux.T and \
        passive_scalar.r_0 for the columns rho, T and Ye. Empty (the default): none.""")
    @Layout(Sections.File.class)
    @Migrate(loadDefaultIfAbsent = true)
    String m_others = "";

    @Widget(title = "Metric", description = """
        Only for GR-Athena++ and nuX, whose densities are per coordinate volume: where the metric comes from. \
        Default: from files.""")
    @Layout(Sections.File.class)
    @ValueSwitchWidget
    @Migrate(loadDefaultIfAbsent = true)
    Metric m_metric = Metric.FROM_FILES;

    @Widget(title = "Heavy flavors", description = """
        Only for files of three flavors (Rhea, Emu): whether nu_x is the mean of mu and tau or both are kept apart. \
        Default: the mean.""")
    @Layout(Sections.File.class)
    @ValueSwitchWidget
    @Migrate(loadDefaultIfAbsent = true)
    HeavyFlavors m_heavyFlavors = HeavyFlavors.MEAN;

    @Widget(title = "Density unit", description = """
        Only for nuX: what its densities rN count in, in cm⁻³, which differs with its constants: 1e30 where \
        nuX_ndens_conv is 1e9. Default 0: not known.""", advanced = true)
    @Layout(Sections.File.class)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Bounds.Largest.class)
    @Migrate(loadDefaultIfAbsent = true)
    double m_densityUnit;

    @Widget(title = "Every n-th cell", description = """
        Along each axis of a grid, or of a list, only every n-th cell is read, the first one included. Default 1: all \
        cells.""")
    @Layout(Sections.File.class)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = Bounds.MostCount.class)
    int m_every = 1;

    @Widget(title = "Range of x", description = "Smallest and largest x of the cells that are read, in the unit of the "
        + "column x, such as -1e6, 1e6. Empty (the default): all.")
    @Layout(Sections.File.class)
    String m_rangeX = "";

    @Widget(title = "Range of y", description = "The same for y.")
    @Layout(Sections.File.class)
    String m_rangeY = "";

    @Widget(title = "Range of z", description = "The same for z.")
    @Layout(Sections.File.class)
    String m_rangeZ = "";

    @Widget(title = "Time", description = "Only for files with many times: those cells are read whose time is nearest "
        + "to this, in s. Empty (the default): the last time.")
    @Layout(Sections.File.class)
    @Migrate(loadDefaultIfAbsent = true)
    String m_time = "";

    @Widget(title = "Four-fluxes", description = "Only for Rhea's lists: whether the moments before or after the "
        + "instability are read. Default: initial.")
    @Layout(Sections.File.class)
    @ValueSwitchWidget
    Moment m_moment = Moment.INITIAL;

    @Widget(title = "Units", description = """
        The unit of the densities of delimited text, which does not say it. CGS (the default): cm⁻³. Natural: \
        potentials √2 G_F n. The other formats are in cm⁻³ whatever is chosen here. The output declares the unit on \
        its column "n".""")
    @Layout(Sections.UnitChoice.class)
    @ValueSwitchWidget
    UnitSystem m_units = UnitSystem.CGS;

    @Override
    public void validate() throws InvalidSettingsException {
        Bounds.require(this);
        choice();
    }

    /**
     * What the file may need to be told.
     *
     * @return the hints
     * @throws InvalidSettingsException if there is no such other file
     */
    MomentsHints hints() throws InvalidSettingsException {
        final List<Path> companions = new ArrayList<>();
        for (final String path : m_others.split(";")) {
            if (!path.isBlank()) {
                companions.add(FilePath.existing(path));
            }
        }
        return new MomentsHints(companions, m_metric == Metric.FLAT, m_densityUnit,
            m_heavyFlavors == HeavyFlavors.SEPARATE);
    }

    /**
     * The part of the file that is read.
     *
     * @return the choice
     * @throws InvalidSettingsException if a range is not two ascending numbers
     */
    CellChoice choice() throws InvalidSettingsException {
        return CellRanges.of(m_every, new String[]{m_rangeX, m_rangeY, m_rangeZ}, m_time, m_moment == Moment.FINAL);
    }
}
