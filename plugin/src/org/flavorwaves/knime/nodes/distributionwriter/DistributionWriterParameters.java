package org.flavorwaves.knime.nodes.distributionwriter;

import org.flavorwaves.knime.nodes.Bounds;
import org.flavorwaves.knime.nodes.Sections;
import org.flavorwaves.knime.nodes.UnitsParameters;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** Parameters of the node Distribution Writer. */
final class DistributionWriterParameters extends UnitsParameters {
    /** What is written. */
    enum Format {
        @Label(value = "Emu, named columns", description = "particle_input.dat with number_of_flavors and a line of "
            + "column names, as Emu reads it since its cells can be started from.")
        EMU_NAMED("Emu particles with names"),
        @Label(value = "Emu, plain", description = "particle_input.dat with the number of flavors and density matrices "
            + "in cm⁻³ without names, as Emu read it before.")
        EMU_PLAIN("Emu particles"),
        @Label(value = "COSEnu state0.bin", description = "The density matrices of all velocities and places.")
        COSENU_STATE("COSEnu state0.bin"),
        @Label(value = "COSEnu G0.bin", description = "The densities of a state of electron flavor.")
        COSENU_DENSITIES("COSEnu G0.bin");

        private final String m_label;

        Format(final String label) {
            m_label = label;
        }

        String label() {
            return m_label;
        }

        boolean isEmu() {
            return this == EMU_NAMED || this == EMU_PLAIN;
        }
    }

    @Widget(title = "Path", description = """
        The file that is written: an absolute path, or a path relative to the workflow directory such as \
        data/particle_input.dat, which may also be written knime://knime.workflow/data/particle_input.dat. The folder \
        must exist.""")
    @Layout(Sections.File.class)
    String m_path = "";

    @Widget(title = "Overwrite", description = """
        Whether a file of this name is replaced. Default: no, an existing file ends the node.""")
    @Layout(Sections.File.class)
    boolean m_overwrite;

    @Widget(title = "Format", description = "For which code, and which of its files. Default: Emu's named columns.")
    @Layout(Sections.File.class)
    Format m_format = Format.EMU_NAMED;

    @Widget(title = "Cell", description = """
        The content of the column cell of the cell that is written. Empty (the default): for Emu the only one; for \
        COSEnu all of them, as places along z in the order of the table.""")
    @Layout(Sections.File.class)
    String m_cell = "";

    @Widget(title = "Energy", description = """
        Only for Emu and tables without the column E: the energy in MeV of all neutrinos. Default 0: not known.""")
    @Layout(Sections.Energy.class)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Bounds.Largest.class)
    double m_energy;

    @Widget(title = "Number of azimuths", description = """
        Only for Emu and rings (the column mu): each ring becomes as many directions, equally spaced. Default 8.""")
    @Layout(Sections.Grid.class)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = Bounds.MostCount.class)
    int m_nPhi = 8;

    @Widget(title = "COSEnu: repeats along z", description = """
        Only for COSEnu: each cell is written as often, one behind the other; one cell and nz repeats make a \
        homogeneous box. Default 1.""")
    @Layout(Sections.Grid.class)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = Bounds.MostCount.class)
    int m_repeats = 1;

    @Widget(title = "COSEnu: scale", description = """
        Only for COSEnu: the densities per velocity, w P0/dv in the unit of the weights, are divided by this. COSEnu \
        multiplies them by its own self-interaction. Default 1.""")
    @Layout(Sections.Grid.class)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class, maxValidation = Bounds.Largest.class)
    double m_scale = 1;

    /** The defaults. */
    DistributionWriterParameters() {
    }

    /** The defaults for a table. */
    DistributionWriterParameters(final NodeParametersInput input) {
        super(input);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        Bounds.require(this);
    }
}
