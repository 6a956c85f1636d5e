package org.flavorwaves.knime.nodes.moments;

import org.flavorwaves.knime.nodes.Bounds;
import org.flavorwaves.knime.nodes.Sections;
import org.flavorwaves.knime.table.HeavyLeptonMeaning;
import org.flavorwaves.knime.table.UnitSystem;
import org.flavorwaves.physics.distribution.GridRule;
import org.flavorwaves.physics.distribution.moments.MomentLoader;
import org.flavorwaves.physics.distribution.moments.MomentMatching;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** Parameters of the node Moments to Distribution. */
final class MomentsToDistributionParameters implements NodeParameters {

    /** Which directions. */
    enum Grid {
        @Label(value = "Sphere", description = "Directions on the whole sphere: Gauss-Legendre in cos θ, uniform in φ.")
        SPHERE,
        @Label(value = "Rings", description = "Axisymmetric rings about z; every flux must be along z.")
        RINGS
    }

    /** Where the polar axis of the sphere points. */
    enum PolarAxis {
        @Label(value = "Lepton-number flux",
            description = "Along the electron-minus-x lepton-number flux of each cell; z where it is zero.")
        LEPTON_FLUX,
        @Label(value = "z", description = "Along z in all cells, so that all have the same directions.")
        Z
    }

    /** Which moments are exact. */
    enum Matching {
        @Label(value = "None", description = "Values of the continuous distribution at the grid points.")
        NONE,
        @Label(value = "Density", description = "The same, times one factor that makes the density exact.")
        DENSITY,
        @Label(value = "Density and flux",
            description = "The distribution of maximum entropy on the grid itself, with exact density and flux.")
        DENSITY_AND_FLUX
    }

    interface GridReference extends ParameterReference<Grid> {
    }

    static final class IsSphere implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(GridReference.class).isOneOf(Grid.SPHERE);
        }
    }

    @Widget(title = "Meaning of nu_x", description = """
        What the density of the species "nu_x" (and "nubar_x") counts. Rows of the species "nu_x_sum4" are always the \
        sum of four kinds. Default: one kind.""")
    @Layout(Sections.SpeciesMeaning.class)
    HeavyLeptonMeaning m_nuX = HeavyLeptonMeaning.ONE;

    @Widget(title = "Directions", description = "Whether the distribution is made on a sphere or on rings. "
        + "Default: sphere.")
    @Layout(Sections.Grid.class)
    @ValueSwitchWidget
    @ValueReference(GridReference.class)
    Grid m_grid = Grid.SPHERE;

    @Widget(title = "Number of polar angles", description = """
        Gauss-Legendre values of cos θ. Merger data with flux factors up to 0.6 are converged with about 8. \
        Default 8.""")
    @Layout(Sections.Grid.class)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = Bounds.MostNodes.class)
    int m_nTheta = 8;

    @Widget(title = "Number of azimuths", description = "Equally spaced azimuths about the polar axis. Default 8.")
    @Layout(Sections.Grid.class)
    @Effect(predicate = IsSphere.class, type = EffectType.SHOW)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = Bounds.MostCount.class)
    int m_nPhi = 8;

    @Widget(title = "Polar axis", description = """
        Where the polar axis of the sphere points; velocities vx, vy, vz stay in the frame of the data. Default: along \
        the lepton-number flux, where few azimuths are needed.""")
    @Layout(Sections.Grid.class)
    @Effect(predicate = IsSphere.class, type = EffectType.SHOW)
    @ValueSwitchWidget
    PolarAxis m_polarAxis = PolarAxis.LEPTON_FLUX;

    @Widget(title = "Exact moments", description = """
        Which moments the discrete distribution has exactly. Default: density.""", advanced = true)
    @Layout(Sections.Distribution.class)
    Matching m_matching = Matching.DENSITY;

    @Widget(title = "Largest occupation", description = """
        The largest occupation in each cell, above 0 and at most 1. Densities do not say how much phase space there \
        is, so this is a choice; it has no influence on fields, waves and growth rates, only on entropies. \
        Default 0.5.""", advanced = true)
    @Layout(Sections.Distribution.class)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class, maxValidation = Bounds.One.class)
    double m_peakOccupation = MomentLoader.DEFAULT_PEAK_OCCUPATION;

    @Widget(title = "Units", description = """
        CGS (the default): the density n is in cm⁻³. Natural: it is a potential, √2 G_F n. The state declares the unit \
        on its column "weight".""")
    @Layout(Sections.UnitChoice.class)
    @ValueSwitchWidget
    UnitSystem m_units = UnitSystem.CGS;

    @Override
    public void validate() throws InvalidSettingsException {
        Bounds.require(this);
    }

    boolean rings() {
        return m_grid == Grid.RINGS;
    }

    GridRule rule() {
        return GridRule.GAUSS_LEGENDRE;
    }

    MomentMatching matching() {
        return MomentMatching.valueOf(m_matching.name());
    }
}
