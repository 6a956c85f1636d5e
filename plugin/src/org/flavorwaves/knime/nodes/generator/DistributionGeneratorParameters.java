package org.flavorwaves.knime.nodes.generator;

import org.flavorwaves.knime.nodes.Bounds;
import org.flavorwaves.knime.nodes.NumberList;
import org.flavorwaves.knime.nodes.Sections;
import org.flavorwaves.knime.table.Messages;
import org.knime.core.node.InvalidSettingsException;
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
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** Parameters of the node Distribution Generator: the family and its numbers. */
final class DistributionGeneratorParameters extends GeneratorEnergyParameters {

    /** What carries a negative lepton number. */
    enum Carrier {
        @Label(value = "Antineutrinos", description = "nubar_e; the species sign makes them negative.")
        ANTINEUTRINOS,
        @Label(value = "Heavy-lepton neutrinos", description = "nu_x; Pz is negative.")
        X_NEUTRINOS
    }

    /** How many flavors the state has. */
    enum Flavors {
        @Label(value = "Two", description = "Electron flavor and one other, x.")
        TWO,
        @Label(value = "Three", description = "Density matrices of three flavors.")
        THREE
    }

    interface FlavorsReference extends ParameterReference<Flavors> {
    }

    static final class IsThree implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(FlavorsReference.class).isOneOf(Flavors.THREE);
        }
    }

    @Widget(title = "Flavors", description = """
        How many flavors the state has. Of three, the muon flavor is what the family says of x, with its initial \
        perturbation, and the tau flavor has a share of it. A frequency ω becomes omega21, with omega31 = 0. Default: \
        two.""")
    @Layout(Sections.Distribution.class)
    @ValueReference(FlavorsReference.class)
    @ValueSwitchWidget
    @Migrate(loadDefaultIfAbsent = true)
    Flavors m_flavors = Flavors.TWO;

    @Widget(title = "Tau over muon flavor", description = """
        Occupation of the tau flavor relative to that of the muon flavor, in every mode. Default 1: equal.""")
    @Layout(Sections.Distribution.class)
    @Effect(predicate = IsThree.class, type = EffectType.SHOW)
    @Migrate(loadDefaultIfAbsent = true)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Bounds.Largest.class)
    double m_tauRatio = 1;

    @Widget(title = "Family", description = "The angular distribution. Default: two beams.")
    @Layout(Sections.Distribution.class)
    @ValueReference(FamilyIs.Reference.class)
    Family m_family = Family.TWO_BEAM;

    @Widget(title = "Density", description = """
        Factor on all densities of the family, a potential or in cm⁻³ (see units); for the family Random the density \
        Σ w P0. Default 1.""")
    @Layout(Sections.Distribution.class)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class, maxValidation = Bounds.Largest.class)
    double m_density = 1;

    @Widget(title = "Negative lepton number", description = """
        Which neutrinos carry a negative electron-minus-x lepton number. Both give the same fast flavor waves. \
        Default: antineutrinos.""")
    @Layout(Sections.Distribution.class)
    @Effect(predicate = FamilyIs.LeptonNumber.class, type = EffectType.SHOW)
    @ValueSwitchWidget
    Carrier m_carrier = Carrier.ANTINEUTRINOS;

    @Widget(title = "Forward lepton number", description = "Of the neutrinos with v = +1, above 0. Default 1.")
    @Layout(Sections.Distribution.class)
    @Effect(predicate = FamilyIs.TwoBeam.class, type = EffectType.SHOW)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class, maxValidation = Bounds.Largest.class)
    double m_forward = 1;

    @Widget(title = "Backward lepton number", description = """
        Size of the negative lepton number with v = -1, above 0. Default 1.""")
    @Layout(Sections.Distribution.class)
    @Effect(predicate = FamilyIs.TwoBeam.class, type = EffectType.SHOW)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class, maxValidation = Bounds.Largest.class)
    double m_backward = 1;

    @Widget(title = "Beam directions", description = "cos θ of each beam, separated by commas. Default \"1, 0, -1\".")
    @Layout(Sections.Distribution.class)
    @Effect(predicate = FamilyIs.Beams.class, type = EffectType.SHOW)
    String m_beamCosTheta = "1, 0, -1";

    @Widget(title = "Beam lepton numbers", description = """
        Lepton number w s Pz of each beam, not 0, separated by commas. Default "1, 0.5, -1".""")
    @Layout(Sections.Distribution.class)
    @Effect(predicate = FamilyIs.Beams.class, type = EffectType.SHOW)
    String m_beamLeptonNumber = "1, 0.5, -1";

    @Widget(title = "Density of nu_e", description = "Relative to the density. Default 1.")
    @Layout(Sections.Distribution.class)
    @Effect(predicate = FamilyIs.IsotropicOrBox.class, type = EffectType.SHOW)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Bounds.Largest.class)
    double m_densityNuE = 1;

    @Widget(title = "Density of nubar_e", description = "Relative to the density. Default 0.8.")
    @Layout(Sections.Distribution.class)
    @Effect(predicate = FamilyIs.IsotropicOrBox.class, type = EffectType.SHOW)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Bounds.Largest.class)
    double m_densityNubarE = 0.8;

    @Widget(title = "Density of nu_x", description = """
        Of one heavy-lepton neutrino, relative to the density. Default 0.""")
    @Layout(Sections.Distribution.class)
    @Effect(predicate = FamilyIs.Isotropic.class, type = EffectType.SHOW)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Bounds.Largest.class)
    double m_densityNuX;

    @Widget(title = "Density of nubar_x", description = """
        Of one heavy-lepton antineutrino, relative to the density. Default 0.""")
    @Layout(Sections.Distribution.class)
    @Effect(predicate = FamilyIs.Isotropic.class, type = EffectType.SHOW)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Bounds.Largest.class)
    double m_densityNubarX;

    @Widget(title = "Lower end of nu_e", description = "Smallest cos θ with electron neutrinos. Default -1.")
    @Layout(Sections.Distribution.class)
    @Effect(predicate = FamilyIs.Box.class, type = EffectType.SHOW)
    @NumberInputWidget(minValidation = Bounds.MinusOne.class, maxValidation = Bounds.MostCosine.class)
    double m_boxLower = -1;

    @Widget(title = "Upper end of nu_e", description = "Largest cos θ with electron neutrinos. Default 1.")
    @Layout(Sections.Distribution.class)
    @Effect(predicate = FamilyIs.Box.class, type = EffectType.SHOW)
    @NumberInputWidget(minValidation = Bounds.MinusOne.class, maxValidation = Bounds.MostCosine.class)
    double m_boxUpper = 1;

    @Widget(title = "Lower end of nubar_e", description = "Smallest cos θ with electron antineutrinos. Default 0.")
    @Layout(Sections.Distribution.class)
    @Effect(predicate = FamilyIs.Box.class, type = EffectType.SHOW)
    @NumberInputWidget(minValidation = Bounds.MinusOne.class, maxValidation = Bounds.MostCosine.class)
    double m_boxBarLower;

    @Widget(title = "Upper end of nubar_e", description = "Largest cos θ with electron antineutrinos. Default 1.")
    @Layout(Sections.Distribution.class)
    @Effect(predicate = FamilyIs.Box.class, type = EffectType.SHOW)
    @NumberInputWidget(minValidation = Bounds.MinusOne.class, maxValidation = Bounds.MostCosine.class)
    double m_boxBarUpper = 1;

    @Widget(title = "Width of nu_e", description = "Width σ in cos θ. Default 0.6.")
    @Layout(Sections.Distribution.class)
    @Effect(predicate = FamilyIs.HalfGaussian.class, type = EffectType.SHOW)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class, maxValidation = Bounds.Largest.class)
    double m_sigma = 0.6;

    @Widget(title = "Width of nubar_e", description = "Width in cos θ. Default 0.5.")
    @Layout(Sections.Distribution.class)
    @Effect(predicate = FamilyIs.HalfGaussian.class, type = EffectType.SHOW)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class, maxValidation = Bounds.Largest.class)
    double m_sigmaBar = 0.5;

    @Widget(title = "Antineutrinos per neutrino", description = "α, the density of nubar_e over that of nu_e. "
        + "Default 0.9.")
    @Layout(Sections.Distribution.class)
    @Effect(predicate = FamilyIs.HalfGaussian.class, type = EffectType.SHOW)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Bounds.Largest.class)
    double m_alpha = 0.9;

    @Widget(title = "Depth", description = "s of G = (1 - v)² - s². Default 0.1.")
    @Layout(Sections.Distribution.class)
    @Effect(predicate = FamilyIs.Polynomial.class, type = EffectType.SHOW)
    @NumberInputWidget(minValidation = Bounds.MinusLargest.class, maxValidation = Bounds.Largest.class)
    double m_crossingDepth = 0.1;

    @Widget(title = "Amplitude of the crossing", description = """
        A of G = 1 - A exp(-(1 - v)/w); a crossing needs A above 1. Default 1.05.""")
    @Layout(Sections.Distribution.class)
    @Effect(predicate = FamilyIs.Exponential.class, type = EffectType.SHOW)
    @NumberInputWidget(minValidation = Bounds.MinusLargest.class, maxValidation = Bounds.Largest.class)
    double m_crossingAmplitude = 1.05;

    @Widget(title = "Width of the crossing", description = "w of G = 1 - A exp(-(1 - v)/w), above 0. Default 0.1.")
    @Layout(Sections.Distribution.class)
    @Effect(predicate = FamilyIs.Exponential.class, type = EffectType.SHOW)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class, maxValidation = Bounds.Largest.class)
    double m_crossingWidth = 0.1;

    @Widget(title = "Mean", description = "a of G = a + b v. Default 0.5.")
    @Layout(Sections.Distribution.class)
    @Effect(predicate = FamilyIs.Linear.class, type = EffectType.SHOW)
    @NumberInputWidget(minValidation = Bounds.MinusLargest.class, maxValidation = Bounds.Largest.class)
    double m_linearMean = 0.5;

    @Widget(title = "Slope", description = "b of G = a + b v. Default -0.7.")
    @Layout(Sections.Distribution.class)
    @Effect(predicate = FamilyIs.Linear.class, type = EffectType.SHOW)
    @NumberInputWidget(minValidation = Bounds.MinusLargest.class, maxValidation = Bounds.Largest.class)
    double m_linearSlope = -0.7;

    @Widget(title = "Legendre moments", description = """
        g_0, g_1, ... separated by commas: g_0 is the lepton number, g_1 its flux. Default "1, -0.5".""")
    @Layout(Sections.Distribution.class)
    @Effect(predicate = FamilyIs.Legendre.class, type = EffectType.SHOW)
    String m_legendreMoments = "1, -0.5";

    @Widget(title = "Number of modes", description = "Of the family Random. Default 100.")
    @Layout(Sections.Distribution.class)
    @Effect(predicate = FamilyIs.Random.class, type = EffectType.SHOW)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = Bounds.MostCount.class)
    int m_modes = 100;

    @Widget(title = "Aligned", description = """
        Whether the polarization vectors of the family Random are along ±z, otherwise they have random directions. \
        Default: no.""")
    @Layout(Sections.Distribution.class)
    @Effect(predicate = FamilyIs.Random.class, type = EffectType.SHOW)
    boolean m_aligned;

    @Override
    public void validate() throws InvalidSettingsException {
        super.validate();
        if (m_family.isList() && m_spectrum == Spectrum.FERMI_DIRAC) {
            throw Messages.settings("The family " + m_family + " has no Fermi-Dirac spectrum.",
                "Choose a family with an angular density, or give all modes one energy.");
        }
        if (m_family == Family.BEAMS && NumberList.of("beamCosTheta", m_beamCosTheta).length != NumberList.of(
            "beamLeptonNumber", m_beamLeptonNumber).length) {
            throw Messages.settings("beamCosTheta and beamLeptonNumber must have equally many numbers, but are \""
                + m_beamCosTheta + "\" and \"" + m_beamLeptonNumber + "\".");
        }
        if (m_family == Family.LEGENDRE) {
            NumberList.of("legendreMoments", m_legendreMoments);
        }
    }

    /** Whether velocities are rings. */
    boolean rings() {
        return m_family == Family.TWO_BEAM || m_family == Family.BEAMS || m_grid == Grid.RINGS;
    }
}
