package org.flavorwaves.knime.nodes;

import org.flavorwaves.knime.table.UnitSystem;
import org.flavorwaves.knime.table.WeightUnit;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;

/** The parameter of every node that reads weights. */
public abstract class UnitsParameters implements NodeParameters {
    /** Key {@code units}. */
    @Widget(title = "Units", description = """
        The unit system. Natural (the default): weights are potentials (ħ = c = 1, √2 G_F = 1) and every result is in \
        their unit. CGS: weights are densities in cm⁻³, wave numbers and potentials are in cm⁻¹, frequencies and \
        growth rates of results in s⁻¹. When the column "weight" declares its unit, as all nodes of this extension \
        do, the declaration decides how weights are read, and this parameter only how results are reported.""")
    @Layout(Sections.UnitChoice.class)
    @ValueSwitchWidget
    protected UnitSystem m_units = UnitSystem.NATURAL;

    /** The defaults. */
    protected UnitsParameters() {
    }

    /**
     * The defaults for a table: CGS if its weights are declared in cm^-3.
     *
     * @param input what the node is connected to
     */
    protected UnitsParameters(final NodeParametersInput input) {
        if (input.getInTableSpec(0).map(UnitsParameters::isDeclaredDensity).orElse(false)) {
            m_units = UnitSystem.CGS;
        }
    }

    private static boolean isDeclaredDensity(final DataTableSpec spec) {
        try {
            return WeightUnit.declaredIn(spec).filter(unit -> unit == WeightUnit.PER_CM3).isPresent();
        } catch (final InvalidSettingsException ignored) {
            return false;
        }
    }

    /**
     * The unit system.
     *
     * @return natural or CGS
     */
    public final UnitSystem units() {
        return m_units;
    }
}
