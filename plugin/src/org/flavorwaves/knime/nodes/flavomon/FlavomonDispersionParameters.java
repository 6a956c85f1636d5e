package org.flavorwaves.knime.nodes.flavomon;

import org.flavorwaves.knime.nodes.Bounds;
import org.flavorwaves.knime.nodes.OnFailure;
import org.flavorwaves.knime.nodes.PairChoice;
import org.flavorwaves.knime.nodes.Sections;
import org.flavorwaves.knime.nodes.WaveVectorParameters;
import org.flavorwaves.physics.state.AngularModel;
import org.knime.node.parameters.NodeParametersInput;
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

/** Parameters of the node Flavomon Dispersion. */
final class FlavomonDispersionParameters extends WaveVectorParameters {

    /** What stands between the directions of the state. */
    enum AngularSpectrum {
        @Label(value = "Automatic", description = """
            A Legendre series where the directions sample a smooth function, straight lines where they sample a rough \
            one, beams where they are few or leave holes. The Summary says which.""")
        AUTOMATIC,
        @Label(value = "Beams", description = "Discrete beams as given, with instabilities of their own.")
        BEAMS,
        @Label(value = "Straight lines", description = """
            A continuous spectrum, linear in cos θ between neighbouring directions; no Landau-damped branches.""")
        PIECEWISE_LINEAR,
        @Label(value = "Legendre series", description = """
            A continuous spectrum, one polynomial in cos θ; spherical harmonics where the state is not axially \
            symmetric about the direction of propagation.""")
        LEGENDRE
    }

    /** What smallest and largest wave number mean. */
    enum Frame {
        @Label(value = "Physical", description = "The wave number K of the wave in space.")
        PHYSICAL,
        @Label(value = "Shifted", description = """
            K plus the lepton-number flux D along the direction, in which the light cone is centered at 0.""")
        SHIFTED
    }

    interface SpectrumReference extends ParameterReference<AngularSpectrum> {
    }

    static final class IsLegendre implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(SpectrumReference.class).isOneOf(AngularSpectrum.LEGENDRE);
        }
    }

    @Widget(title = "Frame of wave numbers", description = """
        What smallest and largest wave number mean. The tables give both frames. Default: physical.""")
    @Layout(Sections.WaveVectors.class)
    @ValueSwitchWidget
    Frame m_kFrame = Frame.PHYSICAL;

    @Widget(title = PairChoice.TITLE, description = PairChoice.DESCRIPTION)
    @Layout(Sections.ThreeFlavors.class)
    @Migrate(loadDefaultIfAbsent = true)
    PairChoice m_pair = PairChoice.ALL;

    @Widget(title = "Angular spectrum", description = """
        What stands between the directions of the state. Default: automatic.""")
    @Layout(Sections.Distribution.class)
    @ValueReference(SpectrumReference.class)
    @ValueSwitchWidget
    AngularSpectrum m_angularSpectrum = AngularSpectrum.AUTOMATIC;

    @Widget(title = "Order of the series", description = """
        Highest order of the Legendre series over the cosine between velocity and wave vector. Default 0: as high as \
        the directions of the state determine it, one less than their number n for Gauss-Legendre directions, the \
        smaller of n/3 and 2√n for others. Orders whose coefficients are rounding or noise are left out.""")
    @Layout(Sections.Distribution.class)
    @Effect(predicate = IsLegendre.class, type = EffectType.SHOW)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Bounds.MostNodes.class)
    int m_legendreOrder;

    @Widget(title = "Keep the slow term", description = """
        Whether the vacuum frequencies of the modes are kept in the dispersion relation. Default off: the fast limit, \
        in which modes of all energies count together.""")
    @Layout(Sections.Surroundings.class)
    boolean m_slowTerm;

    @Widget(title = "Largest damping", description = """
        Largest rate -Im ω of Landau-damped branches to look for, in units of the absolute lepton number Σ|G|. 0 for \
        none. They are found only as far below the real axis as the noise of the series allows. Default 0.25.""",
        advanced = true)
    @Layout(Sections.Solver.class)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Bounds.Largest.class)
    double m_maxDamping = 0.25;

    @Widget(title = "On failure", description = """
        What happens to a wave number whose modes could not be counted: the node fails, or the row of that wave number \
        has missing values and a reason, and the node warns. Default: missing values.""", advanced = true)
    @Layout(Sections.Solver.class)
    @ValueSwitchWidget
    OnFailure m_onFailure = OnFailure.MISSING_VALUES;

    /** The defaults. */
    FlavomonDispersionParameters() {
    }

    /** The defaults for a table. */
    FlavomonDispersionParameters(final NodeParametersInput input) {
        super(input);
    }

    /** The number of wave numbers. */
    long waveNumberCount() {
        return m_kCount;
    }

    /** The choice of the angular spectrum. */
    AngularModel angularModel() {
        return switch (m_angularSpectrum) {
            case AUTOMATIC -> AngularModel.AUTOMATIC;
            case BEAMS -> AngularModel.BEAMS;
            case PIECEWISE_LINEAR -> AngularModel.PIECEWISE_LINEAR;
            default -> m_legendreOrder > 0 ? AngularModel.legendre(m_legendreOrder) : AngularModel.LEGENDRE;
        };
    }
}
