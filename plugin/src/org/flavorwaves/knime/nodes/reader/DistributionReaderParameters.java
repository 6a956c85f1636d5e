package org.flavorwaves.knime.nodes.reader;

import java.util.Optional;

import org.flavorwaves.knime.io.AngleBasis;
import org.flavorwaves.knime.io.BulbGeometry;
import org.flavorwaves.knime.io.CosenuGrid;
import org.flavorwaves.knime.io.StateHints;
import org.flavorwaves.knime.io.reader.StateFileReader;
import org.flavorwaves.knime.nodes.Bounds;
import org.flavorwaves.knime.nodes.CellRanges;
import org.flavorwaves.knime.nodes.NumberList;
import org.flavorwaves.knime.nodes.Sections;
import org.flavorwaves.knime.table.Messages;
import org.flavorwaves.knime.table.UnitSystem;
import org.flavorwaves.physics.distribution.moments.MomentLoader;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.migration.Migrate;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** Parameters of the node Distribution Reader. */
final class DistributionReaderParameters implements NodeParameters {
    private static final double CM_PER_KM = 1e5;

    /** Which axis the rings of nubhlight's local angles are about. */
    enum Basis {
        @Label(value = "X1", description = "The first coordinate, which grows with the radius.")
        X1,
        @Label(value = "X2", description = "The second coordinate, which grows with the polar angle.")
        X2,
        @Label(value = "Stronger", description = "The one in which positive and negative lepton numbers differ more.")
        STRONGER
    }

    /** What the luminosity of nu_x counts. */
    enum Heavy {
        @Label(value = "Not known", description = "Luminosities are refused.")
        NOT_KNOWN(0),
        @Label(value = "One kind", description = "One of nu_mu, nu_tau and their antineutrinos.")
        ONE(1),
        @Label(value = "Mu and tau", description = "The sum of two flavors, neutrinos or antineutrinos.")
        MU_TAU(2),
        @Label(value = "All four", description = "The sum of nu_mu, nu_tau and their antineutrinos.")
        ALL_FOUR(4);

        private final int m_kinds;

        Heavy(final int kinds) {
            m_kinds = kinds;
        }
    }

    @Widget(title = "Path", description = """
        The file: an absolute path, or a path relative to the workflow directory such as data/state.csv, which may \
        also be written knime://knime.workflow/data/state.csv. What the file is (comma-, semicolon- or tab-separated \
        text, JSON, files of Emu, COSEnu, SedonuGR or nubhlight) is found out from its content.""")
    @Layout(Sections.File.class)
    String m_path = "";

    @Widget(title = "Every n-th cell", description = """
        Only for grids (HDF5, plotfiles): along each axis only every n-th cell is read, the first one included. \
        Default 1: all cells.""", advanced = true)
    @Layout(Sections.File.class)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = Bounds.MostCount.class)
    @Migrate(loadDefaultIfAbsent = true)
    int m_every = 1;

    @Widget(title = "Range of x", description = "Only for formats with places of cells: smallest and largest x of the "
        + "cells that are read, in cm, such as -1e6, 1e6. Empty (the default): all.", advanced = true)
    @Layout(Sections.File.class)
    @Migrate(loadDefaultIfAbsent = true)
    String m_rangeX = "";

    @Widget(title = "Range of y", description = "The same for y.", advanced = true)
    @Layout(Sections.File.class)
    @Migrate(loadDefaultIfAbsent = true)
    String m_rangeY = "";

    @Widget(title = "Range of z", description = "The same for z.", advanced = true)
    @Layout(Sections.File.class)
    @Migrate(loadDefaultIfAbsent = true)
    String m_rangeZ = "";

    /** How many flavors of a file are kept. */
    enum Flavors {
        @Label(value = "Two", description = "Flavors 1 and 2 of three must be equal and unmixed; each is x.")
        TWO,
        @Label(value = "Three", description = "The state has density matrices of three flavors.")
        THREE
    }

    @Widget(title = "Flavors", description = """
        Only for Emu's particles of three flavors: whether all three are kept. Default: two.""")
    @Layout(Sections.SpeciesMeaning.class)
    @ValueSwitchWidget
    @Migrate(loadDefaultIfAbsent = true)
    Flavors m_flavors = Flavors.TWO;

    @Widget(title = "Largest occupation", description = """
        Only for files of COSEnu, and of Emu without phase-space volumes, which know densities but not how much phase \
        space there is: the largest occupation, above 0 and at most 1. It has no influence on fields, waves \
        and growth rates, only on entropies. Default 0.5.""", advanced = true)
    @Layout(Sections.Distribution.class)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class, maxValidation = Bounds.One.class)
    double m_peakOccupation = MomentLoader.DEFAULT_PEAK_OCCUPATION;

    @Widget(title = "Volume of a cell", description = """
        Only for files that count neutrinos, Emu's cell_i_j_k.h5 and nubhlight's local angles without a density nph on \
        the same grid: the volume of a cell in cm³. Default 0: not known.""", advanced = true)
    @Layout(Sections.Distribution.class)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Bounds.Largest.class)
    @Migrate(loadDefaultIfAbsent = true)
    double m_cellVolume;

    @Widget(title = "nubhlight: rings about", description = """
        Only for nubhlight's local angles: the coordinate that the rings are about. Default: the one in which positive \
        and negative lepton numbers differ more, as nubhlight chooses it for oscillations, cell by cell.""",
        advanced = true)
    @Layout(Sections.Distribution.class)
    @ValueSwitchWidget
    @Migrate(loadDefaultIfAbsent = true)
    Basis m_basis = Basis.STRONGER;

    @Widget(title = "Time", description = """
        Only for luminosities: those of the time nearest to this, in s. Empty (the default): the last time.""",
        advanced = true)
    @Layout(Sections.Distribution.class)
    @Migrate(loadDefaultIfAbsent = true)
    String m_time = "";

    @Widget(title = "Bulb: radius", description = """
        Only for luminosities: the radius in km of the sphere that shines; one number, or three for nu_e, nubar_e and \
        all others. Empty (the default): not known.""", advanced = true)
    @Layout(Sections.Distribution.class)
    @Migrate(loadDefaultIfAbsent = true)
    String m_bulbRadius = "";

    @Widget(title = "Bulb: distance", description = """
        Only for luminosities: the distance in km from the centre of the sphere, where the state is made. Default 0: \
        not known.""", advanced = true)
    @Layout(Sections.Distribution.class)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Bounds.Largest.class)
    @Migrate(loadDefaultIfAbsent = true)
    double m_bulbDistance;

    @Widget(title = "Bulb: meaning of nu_x", description = """
        Only for luminosities: what that of nu_x counts, which differs from model to model. Default: not known.""",
        advanced = true)
    @Layout(Sections.Distribution.class)
    @Migrate(loadDefaultIfAbsent = true)
    Heavy m_bulbHeavy = Heavy.NOT_KNOWN;

    @Widget(title = "Bulb: angles", description = """
        Only for luminosities: number of Gauss-Legendre values of cos θ between the edges of the spheres. Default 8.""",
        advanced = true)
    @Layout(Sections.Distribution.class)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = Bounds.MostNodes.class)
    @Migrate(loadDefaultIfAbsent = true)
    int m_bulbAngles = 8;

    @Widget(title = "Bulb: energies", description = """
        Only for luminosities: number of bins of energy up to three times the largest mean energy, the last one \
        without end. Default 8.""", advanced = true)
    @Layout(Sections.Distribution.class)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = Bounds.MostNodes.class)
    @Migrate(loadDefaultIfAbsent = true)
    int m_bulbEnergies = 8;

    @Widget(title = "COSEnu: cells along z", description = """
        Only for COSEnu's binary files, which do not say it: nz of cosenu_configs.yaml. Default 0: not known.""",
        advanced = true)
    @Layout(Sections.Grid.class)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Bounds.MostCount.class)
    @Migrate(loadDefaultIfAbsent = true)
    int m_nz = 0;

    @Widget(title = "COSEnu: velocities", description = """
        Only for COSEnu's binary files: nvz of cosenu_configs.yaml, the number of velocities between -1 and 1. \
        Default 0: not known.""", advanced = true)
    @Layout(Sections.Grid.class)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Bounds.MostCount.class)
    @Migrate(loadDefaultIfAbsent = true)
    int m_nvz = 0;

    @Widget(title = "COSEnu: lower end of z", description = """
        Only for COSEnu's binary files: the lower end of zrange of cosenu_configs.yaml; cells are named by their \
        centre. Default -600.""", advanced = true)
    @Layout(Sections.Grid.class)
    @NumberInputWidget(minValidation = Bounds.MinusLargest.class, maxValidation = Bounds.Largest.class)
    @Migrate(loadDefaultIfAbsent = true)
    double m_zMin = -600;

    @Widget(title = "COSEnu: upper end of z", description = """
        Only for COSEnu's binary files: the upper end of zrange. Default 600.""", advanced = true)
    @Layout(Sections.Grid.class)
    @NumberInputWidget(minValidation = Bounds.MinusLargest.class, maxValidation = Bounds.Largest.class)
    @Migrate(loadDefaultIfAbsent = true)
    double m_zMax = 600;

    @Widget(title = "Units", description = """
        The unit of the weights of a file that does not say it (delimited text, JSON without "units"). Natural (the \
        default): potentials. CGS: densities in cm⁻³. Emu's files are in cm⁻³ and COSEnu's natural \
        whatever is chosen here. The state \
        declares the unit on its column "weight".""")
    @Layout(Sections.UnitChoice.class)
    @ValueSwitchWidget
    UnitSystem m_units = UnitSystem.NATURAL;

    @Override
    public void validate() throws InvalidSettingsException {
        Bounds.require(this);
        if (!(m_zMin < m_zMax)) {
            throw Messages.settings("zMin = " + m_zMin + " must be below zMax = " + m_zMax + ".");
        }
        reader();
    }

    /**
     * The reader.
     *
     * @return with the hints and the choice of cells
     * @throws InvalidSettingsException if a range is not two ascending numbers
     */
    StateFileReader reader() throws InvalidSettingsException {
        return new StateFileReader(new StateHints(m_peakOccupation, new CosenuGrid(m_nz, m_nvz, m_zMin, m_zMax),
            m_cellVolume, AngleBasis.valueOf(m_basis.name()), bulb(), m_flavors == Flavors.THREE),
            CellRanges.of(m_every,
                new String[]{m_rangeX, m_rangeY, m_rangeZ}, m_time, false));
    }

    private Optional<BulbGeometry> bulb() throws InvalidSettingsException {
        if (m_bulbRadius.isBlank() || m_bulbDistance == 0 || m_bulbHeavy == Heavy.NOT_KNOWN) {
            return Optional.empty();
        }
        final double[] given = NumberList.of("bulbRadius", m_bulbRadius);
        if (given.length != 1 && given.length != 3) {
            throw Messages.settings("bulbRadius must be one or three numbers in km, but is \"" + m_bulbRadius
                + "\".");
        }
        final double[] radii = new double[3];
        for (int kind = 0; kind < radii.length; kind++) {
            final double radius = given[given.length == 1 ? 0 : kind];
            if (!(radius > 0 && radius < m_bulbDistance)) {
                throw Messages.settings("bulbRadius has " + radius + " km; it must be positive and below bulbDistance "
                    + "= " + m_bulbDistance + " km.");
            }
            radii[kind] = CM_PER_KM * radius;
        }
        return Optional.of(new BulbGeometry(radii, CM_PER_KM * m_bulbDistance, m_bulbAngles, m_bulbEnergies,
            m_bulbHeavy.m_kinds));
    }
}
