package org.flavorwaves.knime.nodes.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;

import org.flavorwaves.knime.table.WeightUnit;
import org.flavorwaves.knime.testing.NodeTester;
import org.flavorwaves.knime.testing.Tables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.knime.core.node.BufferedDataTable;

/** The node Distribution Generator. */
class DistributionGeneratorNodeTest {

    private static NodeTester node() {
        return NodeTester.of(DistributionGeneratorNodeFactory::configure, DistributionGeneratorNodeFactory::execute,
            new DistributionGeneratorParameters());
    }

    /** The beams of reference case 1. */
    @Test
    void unconfiguredItMakesTheTwoBeamsOfTheReferenceCase() throws Exception {
        final BufferedDataTable state = node().run()[0];
        assertThat(Tables.texts(state, "species")).containsExactly("nu", "nubar");
        assertThat(Tables.numbers(state, "mu")).containsExactly(1, -1);
        assertThat(Tables.numbers(state, "weight")).containsExactly(1, 1);
        assertThat(Tables.numbers(state, "Pz")).containsExactly(1, 1);
        assertThat(WeightUnit.declaredIn(state.getDataTableSpec())).contains(WeightUnit.NATURAL);
    }

    @ParameterizedTest
    @EnumSource(Family.class)
    void everyFamilyMakesAPhysicalState(final Family family) throws Exception {
        final BufferedDataTable state = node().set("family", family.name()).run()[0];
        final double[] p0 = Tables.numbers(state, "P0");
        final double[] pz = Tables.numbers(state, "Pz");
        for (int i = 0; i < p0.length; i++) {
            assertThat(Math.abs(pz[i])).isLessThanOrEqualTo(p0[i] * (1 + 1e-12));
            assertThat(p0[i] + Math.abs(pz[i])).isLessThanOrEqualTo(2 + 1e-12);
        }
    }

    /** G = 0.5 - 0.7 v integrates to 1, with flux -0.7 * 2/3. */
    @Test
    void linearFamilyHasItsMoments() throws Exception {
        final BufferedDataTable summary = node().set("family", "LINEAR").run()[1];
        assertThat(Tables.numbers(summary, "lepton_density")[0]).isCloseTo(1, within(1e-13));
        assertThat(Tables.numbers(summary, "flux_z")[0]).isCloseTo(-1.4 / 3, within(1e-13));
    }

    @Test
    void equalSeedsMakeEqualStates() throws Exception {
        final BufferedDataTable a = node().set("family", "RANDOM").set("seed", 5L).run()[0];
        final BufferedDataTable b = node().set("family", "RANDOM").set("seed", 5L).run()[0];
        final BufferedDataTable c = node().set("family", "RANDOM").set("seed", 6L).run()[0];
        assertThat(Tables.numbers(a, "Pz")).containsExactly(Tables.numbers(b, "Pz"));
        assertThat(Arrays.equals(Tables.numbers(a, "Pz"), Tables.numbers(c, "Pz"))).isFalse();
        assertThat(a.size()).isEqualTo(100);
    }

    @Test
    void perturbationTiltsAtEqualLength() throws Exception {
        final BufferedDataTable state = node().set("perturbation", 1e-3).run()[0];
        final double[] px = Tables.numbers(state, "Px");
        final double[] pz = Tables.numbers(state, "Pz");
        assertThat(Math.abs(px[0])).isGreaterThan(1e-4);
        assertThat(Math.hypot(px[0], pz[0])).isCloseTo(1, within(1e-12));
    }

    @Test
    void weightsDeclareTheirUnit() throws Exception {
        final BufferedDataTable state = node().set("units", "CGS").set("density", 1e33).run()[0];
        assertThat(WeightUnit.declaredIn(state.getDataTableSpec())).contains(WeightUnit.PER_CM3);
        assertThat(Tables.numbers(state, "weight")).containsExactly(1e33, 1e33);
    }

    @Test
    void wrongListOfNumbersIsNamed() {
        assertThatThrownBy(() -> node().set("family", "BEAMS").set("beamCosTheta", "1, zero").run())
            .hasMessageContaining("beamCosTheta").hasMessageContaining("zero");
    }
}
