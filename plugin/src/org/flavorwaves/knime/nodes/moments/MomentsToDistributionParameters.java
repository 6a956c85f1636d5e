package org.flavorwaves.knime.nodes.moments;

import org.flavorwaves.knime.nodes.Bounds;
import org.flavorwaves.knime.nodes.Sections;
import org.flavorwaves.knime.table.UnitSystem;
import org.flavorwaves.knime.table.moments.HeavyLeptonMeaning;
import org.flavorwaves.physics.distribution.moments.MomentLoader;
import org.flavorwaves.physics.distribution.moments.MomentMatching;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.migration.Migrate;
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

    /** How many directions there are. */
    enum Resolution {
        @Label(value = "Automatic", description = "The numbers of angles are the least; where they miss the closed "
            + "distribution by more than the largest error, as for forward-peaked fluxes, more are used until the "
            + "error is a thirtieth of it.")
        AUTOMATIC,
        @Label(value = "As given", description = "As many angles as given; a larger error is refused.")
        AS_GIVEN
    }

    interface GridReference extends ParameterReference<Grid> {
    }

    static final class IsSphere implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(GridReference.class).isOneOf(Grid.SPHERE);
        }
    }

    /** How many flavors the state has. */
    enum Flavors {
        @Label(value = "Two", description = "Electron flavor and one other, x.")
        TWO,
        @Label(value = "Three", description = """
            Density matrices of three flavors, from the species nu_mu, nubar_mu, nu_tau and nubar_tau; a heavy flavor \
            of which the table has none is as nu_x and nubar_x.""")
        THREE
    }

    @Widget(title = "Flavors", description = "How many flavors the state has. Default: two.")
    @Layout(Sections.SpeciesMeaning.class)
    @ValueSwitchWidget
    @Migrate(loadDefaultIfAbsent = true)
    Flavors m_flavors = Flavors.TWO;

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

    @Widget(title = "Resolution", description = "Whether the numbers of angles are the least or fixed. Default: "
        + "automatic.")
    @Layout(Sections.Grid.class)
    @ValueSwitchWidget
    @Migrate(loadDefaultIfAbsent = true)
    Resolution m_resolution = Resolution.AUTOMATIC;

    @Widget(title = "Largest error", description = """
        Largest error of the flux and the second moment of the closed distributions on the grid, before they are made \
        exact, relative to the mean spread 1 - |Σ n F/n|/Σ n of all neutrinos of the cell; a larger one is refused. \
        Growth rates are off by about as much. Default 0.03.""")
    @Layout(Sections.Grid.class)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class, maxValidation = Bounds.One.class)
    @Migrate(loadDefaultIfAbsent = true)
    double m_maxError = 0.03;

    @Widget(title = "Number of polar angles", description = """
        Gauss-Legendre values of cos θ. Merger data with flux factors up to 0.6 are converged with about 8; a flux \
        factor f near 1 needs about 2.5/sqrt(1 - f). Default 8.""")
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
        Which moments the discrete distribution has exactly. Fluxes nearer to a beam than the directions are to each \
        other stay as they are. Default: density and flux.""", advanced = true)
    @Layout(Sections.Distribution.class)
    Matching m_matching = Matching.DENSITY_AND_FLUX;

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

    /** Whether the state has three flavors. */
    boolean threeFlavors() {
        return m_flavors == Flavors.THREE;
    }

    boolean rings() {
        return m_grid == Grid.RINGS;
    }

    MomentMatching matching() {
        return MomentMatching.valueOf(m_matching.name());
    }
}
