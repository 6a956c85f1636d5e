package org.flavorwaves.knime.nodes;

import org.flavorwaves.physics.state.Environment;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;

/** The parameters of every node that needs the Hamiltonian: vacuum mixing, matter and the neutrino-neutrino term. */
public abstract class EnvironmentParameters extends UnitsParameters {
    /** Key {@code thetaMix}. */
    @Widget(title = "Mixing angle", description = """
        Vacuum mixing angle θ in rad; the mass axis is B = (sin 2θ, 0, -cos 2θ). Default 0: flavor and mass axis \
        agree. The solar angle is 0.590, the reactor angle 0.150.""")
    @Layout(Sections.Surroundings.class)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Bounds.RightAngle.class)
    protected double m_thetaMix;

    /** Key {@code deltaM2}. */
    @Widget(title = "Mass splitting", description = """
        Mass-squared difference in eV², negative for inverted ordering. With the column "E" (MeV) it gives the vacuum \
        frequencies ω = Δm²/(2E) in cm⁻¹; natural weights are then potentials in cm⁻¹. Not used when the state has \
        the column "omega". Default 0: no vacuum term. Typical: 2.5e-3 (atmospheric), 7.5e-5 (solar).""")
    @Layout(Sections.Surroundings.class)
    @NumberInputWidget(minValidation = Bounds.LeastSplitting.class, maxValidation = Bounds.MostSplitting.class)
    protected double m_deltaM2;

    /** Key {@code matterPotential}. */
    @Widget(title = "Matter potential", description = """
        λ = √2 G_F n_e of the electrons, in the units of the potentials (cm⁻¹ with CGS). Default 0: no matter.""")
    @Layout(Sections.Surroundings.class)
    @NumberInputWidget(minValidation = Bounds.LeastPotential.class, maxValidation = Bounds.MostPotential.class)
    protected double m_matterPotential;

    /** Key {@code selfInteraction}. */
    @Widget(title = "Self-interaction factor", description = """
        Dimensionless factor on the neutrino-neutrino term. Default 1: the physical strength. 0 switches it off.""",
        advanced = true)
    @Layout(Sections.Surroundings.class)
    @NumberInputWidget(minValidation = Bounds.MinusLargest.class, maxValidation = Bounds.Largest.class)
    protected double m_selfInteraction = 1;

    /** The defaults. */
    protected EnvironmentParameters() {
    }

    /**
     * The defaults for a table.
     *
     * @param input what the node is connected to
     */
    protected EnvironmentParameters(final NodeParametersInput input) {
        super(input);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        Bounds.require(this);
    }

    /**
     * The surroundings of the gas.
     *
     * @return mixing angle, matter potential and self-interaction factor
     */
    public final Environment environment() {
        return new Environment(m_thetaMix, m_matterPotential, m_selfInteraction);
    }

    /**
     * The mass splitting.
     *
     * @return mass-squared difference in eV^2
     */
    public final double deltaM2() {
        return m_deltaM2;
    }
}
