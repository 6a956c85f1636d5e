package org.flavorwaves.knime.nodes.crossing;

import org.flavorwaves.knime.nodes.PairChoice;
import org.flavorwaves.knime.nodes.Sections;
import org.flavorwaves.knime.nodes.UnitsParameters;
import org.flavorwaves.physics.distribution.crossing.BoxScheme;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.migration.Migrate;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;

/** Parameters of the node Crossing Finder. */
final class CrossingFinderParameters extends UnitsParameters {

    /** How many flavors share in the asymptotic state. */
    enum Flavors {
        @Label(value = "Two", description = "Electron and one other flavor: equal shares are 1/2.")
        TWO(BoxScheme.Flavors.TWO),
        @Label(value = "Three", description = """
            Electron and two heavy flavors. Of a state of two flavors these are equal: equal shares are 1/3, and P0 of \
            the asymptotic state counts one of them, as the input does. Of a state of three flavors all pairs share.""")
        THREE(BoxScheme.Flavors.THREE);

        private final BoxScheme.Flavors m_physics;

        Flavors(final BoxScheme.Flavors physics) {
            m_physics = physics;
        }

        BoxScheme.Flavors physics() {
            return m_physics;
        }
    }

    @Widget(title = PairChoice.TITLE, description = PairChoice.DESCRIPTION)
    @Layout(Sections.SpeciesMeaning.class)
    @Migrate(loadDefaultIfAbsent = true)
    PairChoice m_pair = PairChoice.ALL;

    @Widget(title = "Flavors", description = """
        How many flavors share the neutrinos in the asymptotic state. Default: two, which keeps P0 of every mode.""")
    @Layout(Sections.Output.class)
    @ValueSwitchWidget
    Flavors m_flavors = Flavors.TWO;

    /** The defaults. */
    CrossingFinderParameters() {
    }

    /** The defaults for a table. */
    CrossingFinderParameters(final NodeParametersInput input) {
        super(input);
    }
}
