package org.flavorwaves.knime.nodes.rays;

import org.flavorwaves.knime.nodes.Bounds;
import org.flavorwaves.knime.nodes.EnvironmentParameters;
import org.flavorwaves.knime.nodes.Sections;
import org.flavorwaves.knime.table.Messages;
import org.flavorwaves.knime.table.StateUnits;
import org.flavorwaves.physics.transport.rays.BackgroundProfile;
import org.flavorwaves.physics.transport.rays.RayOptions;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** Parameters of the node Flavor Wave Rays. */
final class FlavorWaveRaysParameters extends EnvironmentParameters {
    /** Length in time of a ray in a uniform medium, in units of 1/(sum w|P|). */
    private static final double UNIFORM_TIME = 20;

    /** Tolerances beyond these are rounding, or no answer. */
    private static final double LEAST_TOLERANCE = 1e-14;

    private static final double MOST_TOLERANCE = 1e-3;

    /** Which band a ray takes. */
    enum Band {
        @Label(value = "Most collective", description = "The band in which most modes take part.")
        MOST_COLLECTIVE(RayOptions.Band.MOST_COLLECTIVE),
        @Label(value = "Fastest", description = "The fastest growing band; the most collective if none grows.")
        FASTEST(RayOptions.Band.FASTEST);

        private final RayOptions.Band m_physics;

        Band(final RayOptions.Band physics) {
            m_physics = physics;
        }
    }

    /** How the amplitude changes. */
    enum AmplitudeLaw {
        @Label(value = "Action", description = """
            The wave action κ|A|² of a stable wave is constant and grows with twice the growth rate; inside a growing \
            band |A| is carried along.""")
        ACTION(RayOptions.Law.ACTION),
        @Label(value = "Johns and Kost", description = """
            d ln|A|/dt is the growth rate, for wave functions of unit norm, as printed in their equation 90.""")
        JK_90(RayOptions.Law.JK_90);

        private final RayOptions.Law m_physics;

        AmplitudeLaw(final RayOptions.Law physics) {
            m_physics = physics;
        }
    }

    /** What a ray does at an avoided crossing. */
    enum Degeneracy {
        @Label(value = "Follow", description = "It stays on its band.")
        FOLLOW(RayOptions.Degeneracy.FOLLOW),
        @Label(value = "Diabatic", description = "It keeps its wave function and changes the band.")
        DIABATIC(RayOptions.Degeneracy.DIABATIC),
        @Label(value = "Split", description = """
            It takes the likelier way, and a second ray the other one if its probability is above 0.01; the action is \
            shared by the probabilities.""")
        SPLIT(RayOptions.Degeneracy.SPLIT);

        private final RayOptions.Degeneracy m_physics;

        Degeneracy(final RayOptions.Degeneracy physics) {
            m_physics = physics;
        }
    }

    @Widget(title = "Band", description = """
        The band that a ray takes whose row of the launch table has no omega_re. Default: the most collective one.""")
    @Layout(Sections.WaveVectors.class)
    @ValueSwitchWidget
    Band m_band = Band.MOST_COLLECTIVE;

    @Widget(title = "End time", description = """
        Time at which rays end that have not left the background before: in the inverse of the unit of the potentials, \
        with CGS in s. Default 0: twice the time in which light crosses the background; in a uniform medium \
        20/(Σ w|P|).""")
    @Layout(Sections.Track.class)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Bounds.Largest.class)
    double m_tEnd;

    @Widget(title = "Outputs", description = """
        Number of equal intervals of time between the points of a ray in the output. Default 100.""")
    @Layout(Sections.Track.class)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = Bounds.MostCount.class)
    int m_outputs = 100;

    @Widget(title = "Amplitude", description = "The law of the amplitude. Default: action.")
    @Layout(Sections.Track.class)
    @ValueSwitchWidget
    AmplitudeLaw m_amplitudeLaw = AmplitudeLaw.ACTION;

    @Widget(title = "Avoided crossings", description = """
        What a ray does where its band nearly meets another one. Every avoided crossing is a row of the events, with \
        the probability exp(-πΔ²/(2α)) of changing the band, Δ the least distance and α the rate at which the bands \
        approach. Default: follow.""")
    @Layout(Sections.Track.class)
    @ValueSwitchWidget
    Degeneracy m_degeneracy = Degeneracy.FOLLOW;

    @Widget(title = "Tolerance", description = """
        Local error of a step, relative to the length of the background, the size of k and the phase. Default \
        1e-11.""", advanced = true)
    @Layout(Sections.Solver.class)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class, maxValidation = Bounds.BelowOne.class)
    double m_tolerance = 1e-11;

    /** The defaults. */
    FlavorWaveRaysParameters() {
    }

    /** The defaults for a table. */
    FlavorWaveRaysParameters(final NodeParametersInput input) {
        super(input);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        super.validate();
        if (!(m_tolerance >= LEAST_TOLERANCE && m_tolerance <= MOST_TOLERANCE)) {
            throw Messages.settings("tolerance must be at least 1e-14 and at most 1e-3 but is " + m_tolerance + ".");
        }
    }

    /** The options for a background. */
    RayOptions options(final BackgroundProfile profile, final StateUnits units) {
        final double length = profile.to() - profile.from();
        final double natural = Double.isFinite(length) ? 2 * length : UNIFORM_TIME / profile.strength();
        return new RayOptions(m_tEnd > 0 ? m_tEnd * units.rateFactor() : natural, m_outputs, m_band.m_physics,
            m_amplitudeLaw.m_physics, m_degeneracy.m_physics, m_tolerance);
    }
}
