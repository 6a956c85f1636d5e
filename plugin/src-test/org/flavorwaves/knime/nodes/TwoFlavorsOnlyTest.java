package org.flavorwaves.knime.nodes;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.flavorwaves.knime.testing.NodeTester;
import org.flavorwaves.knime.testing.ThreeFlavors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;

/** What states of three flavors cannot do yet is refused by a sentence, before anything is computed. */
class TwoFlavorsOnlyTest {
    @ParameterizedTest
    @ValueSource(strings = {"wavekinetics.FlavorWaveKinetics", "flavomonkinetics.FlavomonKinetics",
        "temperature.FlavorTemperature", "flavomonequilibrium.FlavomonEquilibrium", "rays.FlavorWaveRays",
        "transport.MiscidynamicTransport", "flavorwavedensitymatrix.FlavorWaveDensityMatrix",
        "flavorwaverelaxation.FlavorWaveRelaxation"})
    void nodeOfTwoFlavorsSaysSo(final String name) {
        final DataTableSpec state = ThreeFlavors.twoBeams().getDataTableSpec();
        final int inputs = name.startsWith("rays") || name.startsWith("transport") ? 2 : 1;
        assertThatThrownBy(() -> NodeTester.of(name)
            .configure(inputs == 1 ? new DataTableSpec[]{state} : new DataTableSpec[]{state, null}))
            .isInstanceOf(InvalidSettingsException.class).hasMessageContaining("The state has three flavors")
            .hasMessageContaining("this node takes two").hasMessageContaining("Table to Distribution");
    }

    @ParameterizedTest
    @CsvSource({"entropy.FlavorEntropy, compareMaximum, true, known for two flavors only",
        "path.EquilibriumPath, continueRoundFolds, true, Paths of three flavors end at folds"})
    void optionOfTwoFlavorsIsRefused(final String name, final String key, final String value, final String sentence) {
        final NodeTester node = NodeTester.of(name).set(key, "true".equals(value) ? (Object) true : value);
        assertThatThrownBy(() -> node.configure(ThreeFlavors.twoBeams().getDataTableSpec()))
            .isInstanceOf(InvalidSettingsException.class).hasMessageContaining(sentence);
    }
}
