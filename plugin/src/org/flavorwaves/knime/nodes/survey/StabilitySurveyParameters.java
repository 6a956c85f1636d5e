package org.flavorwaves.knime.nodes.survey;

import org.flavorwaves.knime.nodes.Bounds;
import org.flavorwaves.knime.nodes.EnvironmentParameters;
import org.flavorwaves.knime.nodes.Sections;
import org.flavorwaves.knime.table.Messages;
import org.flavorwaves.physics.linear.survey.SurveyOptions;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParametersInput;
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

/** Parameters of the node Stability Survey. */
final class StabilitySurveyParameters extends EnvironmentParameters {

    /** Which terms count. */
    enum Terms {
        @Label(value = "Fast only", description = """
            The neutrino-neutrino term alone; about a millisecond a cell and core. Polarization vectors must be along \
            z.""")
        FAST,
        @Label(value = "All", description = """
            Also vacuum oscillations, matter and depolarization; polarization vectors in any direction. Tells fast, \
            slow and collisional waves apart. Cells that have such terms take some hundred times as long.""")
        ALL
    }

    @Widget(title = "Terms", description = """
        Which terms of the equations count. Default: fast only.""")
    @Layout(Sections.WaveVectors.class)
    @ValueSwitchWidget
    Terms m_terms = Terms.FAST;

    /** Along which wave vectors waves are looked for. */
    enum Directions {
        @Label(value = "Lepton-number flux", description = """
            Wave vectors along the lepton-number flux of the cell; along the mean direction of positive lepton number, \
            else z, where the flux vanishes.""")
        FLUX,
        @Label(value = "All", description = """
            All wave vectors, shifted as those of flavomons: the fastest wave of twice as many axes as the resolution, \
            then turned uphill. Takes about twenty times as long. Rings are divided into 16 beams.""")
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
        Number of phase velocities at which waves are looked for, at least 8. Cells without a wave or with a slow one \
        are looked at with twice as many. Default 24: the fastest wave of more than 99 in 100 media of a few beams \
        with random directions and signs is found, and of all closed moments that were tried.""", advanced = true)
    @Layout(Sections.Solver.class)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = Bounds.MostCount.class)
    int m_resolution = SurveyOptions.DEFAULT_RESOLUTION;

    @Widget(title = "Lowest growth rate", description = """
        Cells whose waves grow more slowly count as stable. As a share of Σ|G|, the lepton number of all directions; \
        with all terms, of Σ w|P|, the strength of all modes together. Default 0.001.""")
    @Layout(Sections.Solver.class)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class, maxValidation = Bounds.BelowOne.class)
    double m_growthFloor = SurveyOptions.DEFAULT_FLOOR;

    /** The defaults. */
    StabilitySurveyParameters() {
    }

    /**
     * The defaults for a table.
     *
     * @param input what the node is connected to
     */
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

    /** What is looked for. */
    SurveyOptions options() {
        return new SurveyOptions(SurveyOptions.Terms.valueOf(m_terms.name()),
            SurveyOptions.Directions.valueOf(m_directions.name()), m_transverse, m_resolution, m_growthFloor);
    }
}
