package org.flavorwaves.knime.nodes.survey;

import org.flavorwaves.knime.nodes.Bounds;
import org.flavorwaves.knime.nodes.PairChoice;
import org.flavorwaves.knime.nodes.Sections;
import org.flavorwaves.knime.nodes.ThreeFlavorParameters;
import org.flavorwaves.knime.table.Messages;
import org.flavorwaves.physics.linear.survey.SurveyOptions;
import org.knime.core.node.InvalidSettingsException;
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
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** Parameters of the node Stability Survey. */
final class StabilitySurveyParameters extends ThreeFlavorParameters {

    /** Which terms count. */
    enum Terms {
        @Label(value = "As the state has", description = """
            In each cell all terms that it has: vacuum oscillations with omega, or E and a mass splitting; \
            collisions with D or kappa; polarization vectors in any direction; coherent flavors. Cells that have such \
            terms take some hundred times as long as others, which take about a millisecond a core; cells of three \
            coherent flavors take some 3 s with eight modes and 12 s with forty.""")
        AUTO,
        @Label(value = "Fast only", description = """
            The neutrino-neutrino term alone, whatever columns there are. Polarization vectors must be along z, and \
            three flavors without coherence.""")
        FAST,
        @Label(value = "All", description = """
            Also vacuum oscillations, matter and collisions, and the search for these in every cell.""")
        ALL
    }

    @Widget(title = PairChoice.TITLE, description = PairChoice.COHERENT_DESCRIPTION)
    @Layout(Sections.ThreeFlavors.class)
    @Migrate(loadDefaultIfAbsent = true)
    PairChoice m_pair = PairChoice.ALL;

    @Widget(title = "Terms", description = """
        Which terms of the equations count. Default: as the state has.""")
    @Layout(Sections.WaveVectors.class)
    @ValueSwitchWidget
    Terms m_terms = Terms.AUTO;

    /** Along which wave vectors waves are looked for. */
    enum Directions {
        @Label(value = "Lepton-number flux", description = """
            Wave vectors along the lepton-number flux of the cell; along the mean direction of positive lepton number, \
            else z, where the flux vanishes.""")
        FLUX,
        @Label(value = "All", description = """
            All wave vectors, also long ones where beams have one k·v: waves of maps along many axes are followed \
            uphill, with more axes until a round of them finds nothing faster. Takes about twenty times as long.""")
        ALL
    }

    interface DirectionsReference extends ParameterReference<Directions> {
    }

    static final class IsFlux implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(DirectionsReference.class).isOneOf(Directions.FLUX);
        }
    }

    @Widget(title = "Directions", description = "Which wave vectors are searched. Default: lepton-number flux.")
    @Layout(Sections.WaveVectors.class)
    @ValueReference(DirectionsReference.class)
    @ValueSwitchWidget
    Directions m_directions = Directions.FLUX;

    @Widget(title = "Waves across the axis of rings", description = """
        Whether rings (states with the column mu) also have waves that break their axial symmetry, with a polarization \
        across the axis. Flavor Wave Bands and Unstable Flavor Waves treat rings as rigid and do not show these. \
        Default: yes.""")
    @Layout(Sections.WaveVectors.class)
    @Effect(predicate = IsFlux.class, type = EffectType.SHOW)
    boolean m_transverse = true;

    @Widget(title = "Resolution", description = """
        Number of phase velocities at which waves are looked for, and of axes of a round, at least 8. Cells without a \
        wave or with a slow one are looked at with twice as many. Default 24.""", advanced = true)
    @Layout(Sections.Solver.class)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = Bounds.MostCount.class)
    int m_resolution = SurveyOptions.DEFAULT_RESOLUTION;

    @Widget(title = "Lowest growth rate", description = """
        Cells whose waves grow more slowly count as stable. As a share of Σ|G|, the lepton number of all directions; \
        with all terms, of Σ w|P|, the strength of all modes together, except at k = 0. Default 0.001.""")
    @Layout(Sections.Solver.class)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class, maxValidation = Bounds.BelowOne.class)
    double m_growthFloor = SurveyOptions.DEFAULT_FLOOR;

    /** The defaults. */
    StabilitySurveyParameters() {
    }

    /** The defaults for a table. */
    StabilitySurveyParameters(final NodeParametersInput input) {
        super(input);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        super.validate();
        try {
            options();
        } catch (final IllegalArgumentException e) {
            throw Messages.settings(e.getMessage());
        }
    }

    /** Moments are surveyed in the fast limit and along the flux alone. */
    void requireMoments(final boolean energies) throws InvalidSettingsException {
        final String other = "Make modes by Moments to Distribution before this node.";
        if (m_directions == Directions.ALL) {
            throw Messages.settings("Moments are surveyed along the lepton-number flux, but directions is ALL.",
                "Set the directions to Lepton-number flux.", other);
        }
        if (m_terms == Terms.ALL || m_terms == Terms.AUTO && energies && deltaM2() != 0) {
            throw Messages.settings("Moments are surveyed in the fast limit, but "
                + (m_terms == Terms.ALL ? "terms is ALL."
                    : "the column E with deltaM2 = " + deltaM2() + " gives them vacuum frequencies."),
                "Set the terms to Fast only.", other);
        }
    }

    /** What is looked for. */
    SurveyOptions options() {
        return new SurveyOptions(SurveyOptions.Terms.valueOf(m_terms.name()),
            SurveyOptions.Directions.valueOf(m_directions.name()), m_transverse, m_resolution, m_growthFloor);
    }
}
