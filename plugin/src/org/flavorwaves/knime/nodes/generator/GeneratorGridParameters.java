package org.flavorwaves.knime.nodes.generator;

import org.flavorwaves.knime.nodes.Bounds;
import org.flavorwaves.knime.nodes.Sections;
import org.flavorwaves.knime.table.Messages;
import org.flavorwaves.knime.table.UnitSystem;
import org.flavorwaves.physics.distribution.AngularGrid;
import org.flavorwaves.physics.distribution.AngularLoader;
import org.flavorwaves.physics.distribution.GridRule;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** The parameters of the node Distribution Generator about directions, perturbation, damping and units. */
abstract class GeneratorGridParameters implements NodeParameters {

    /** Which directions. */
    enum Grid {
        @Label(value = "Rings", description = "Axisymmetric rings about z; the state has the column mu.")
        RINGS,
        @Label(value = "Sphere", description = "Directions on the whole sphere; the state has vx, vy, vz.")
        SPHERE
    }

    /** How cos theta is sampled. */
    enum Rule {
        @Label(value = "Gauss-Legendre", description = "Exact for polynomials of degree 2n - 1.")
        GAUSS_LEGENDRE,
        @Label(value = "Midpoint", description = "Equal bins, the beam in the middle of each.")
        MIDPOINT,
        @Label(value = "Uniform", description = "Equally spaced beams with both ends, trapezoid weights.")
        UNIFORM
    }

    @Widget(title = "Directions", description = "Whether modes are rings or directions on a sphere. Default: rings.")
    @Layout(Sections.Grid.class)
    @Effect(predicate = FamilyIs.OnGridOrRandom.class, type = EffectType.SHOW)
    @ValueSwitchWidget
    Grid m_grid = Grid.RINGS;

    @Widget(title = "Rule", description = """
        How cos θ of the rings is sampled; a sphere is always Gauss-Legendre in cos θ and uniform in φ. Default: \
        Gauss-Legendre.""")
    @Layout(Sections.Grid.class)
    @Effect(predicate = FamilyIs.OnGrid.class, type = EffectType.SHOW)
    @ValueSwitchWidget
    Rule m_gridRule = Rule.GAUSS_LEGENDRE;

    @Widget(title = "Number of polar angles", description = "Values of cos θ. Default 32.")
    @Layout(Sections.Grid.class)
    @Effect(predicate = FamilyIs.OnGrid.class, type = EffectType.SHOW)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = Bounds.MostNodes.class)
    int m_nTheta = 32;

    @Widget(title = "Number of azimuths", description = "Azimuths of a sphere. Default 8.")
    @Layout(Sections.Grid.class)
    @Effect(predicate = FamilyIs.OnGrid.class, type = EffectType.SHOW)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = Bounds.MostCount.class)
    int m_nPhi = 8;

    @Widget(title = "Largest occupation", description = """
        The largest occupation, above 0 and at most 1. It has no influence on fields, waves and growth rates, only on \
        entropies. Default 1: the weights are the densities.""", advanced = true)
    @Layout(Sections.Distribution.class)
    @Effect(predicate = FamilyIs.NotRandom.class, type = EffectType.SHOW)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class, maxValidation = Bounds.One.class)
    double m_peakOccupation = AngularLoader.DEFAULT_PEAK_OCCUPATION;

    @Widget(title = "Amplitude", description = """
        Sine of the angle by which every polarization vector is tilted away from itself, 0 to 1. Default 0: pure \
        flavor states.""")
    @Layout(Sections.Perturbation.class)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Bounds.One.class)
    double m_perturbation;

    @Widget(title = "Random phases", description = """
        Whether the vectors are tilted in random directions, otherwise all in the same one. Default: no.""")
    @Layout(Sections.Perturbation.class)
    boolean m_randomPhases;

    @Widget(title = "Seed", description = "Seed of the random phases and of the family Random. Default 1.")
    @Layout(Sections.Perturbation.class)
    long m_seed = 1;

    @Widget(title = "Depolarization of neutrinos", description = """
        Rate D of all neutrino modes in the units of the potentials (cm⁻¹ with CGS). Default 0; the state has the \
        column D if one of the two rates is not 0.""", advanced = true)
    @Layout(Sections.Energy.class)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Bounds.Largest.class)
    double m_depolarizationNu;

    @Widget(title = "Depolarization of antineutrinos", description = """
        Rate D of all antineutrino modes in the units of the potentials. Default 0.""", advanced = true)
    @Layout(Sections.Energy.class)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Bounds.Largest.class)
    double m_depolarizationNubar;

    @Widget(title = "Units", description = """
        Natural (the default): densities are potentials. CGS: densities are in cm⁻³. The state declares the unit on \
        its column "weight".""")
    @Layout(Sections.UnitChoice.class)
    @ValueSwitchWidget
    UnitSystem m_units = UnitSystem.NATURAL;

    @Override
    public void validate() throws InvalidSettingsException {
        Bounds.require(this);
        if (m_gridRule == Rule.UNIFORM && m_grid == Grid.RINGS && m_nTheta < 2) {
            throw Messages.settings("nTheta must be at least 2 for uniform rings, which have both ends, but is "
                + m_nTheta + ".");
        }
        if (m_grid == Grid.SPHERE && m_nPhi < 2) {
            throw Messages.settings("nPhi must be at least 2 on a sphere but is " + m_nPhi
                + ": one azimuth has a flux across the axis.", "Use rings for an axisymmetric distribution.");
        }
    }

    boolean hasDepolarization() {
        return m_depolarizationNu != 0 || m_depolarizationNubar != 0;
    }

    AngularGrid angularGrid() {
        return m_grid == Grid.RINGS ? AngularGrid.rings(GridRule.valueOf(m_gridRule.name()), m_nTheta)
            : AngularGrid.sphere(m_nTheta, m_nPhi);
    }
}
