package org.flavorwaves.knime.nodes.bands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.flavorwaves.knime.nodes.moments.MomentsNodeAccess;
import org.flavorwaves.knime.testing.NodeTester;
import org.flavorwaves.knime.testing.Tables;
import org.junit.jupiter.api.Test;
import org.knime.core.node.BufferedDataTable;

/** From published merger moments to the growth rate, through two nodes (reference case 13). */
class MergerGrowthTest {

    @Test
    void fastestWaveOfTheFirstPointGrowsAsInTheContinuum() throws Exception {
        final BufferedDataTable state = MomentsNodeAccess.node().set("nTheta", 6).set("nPhi", 6)
            .run(Tables.of("cell:text", "species:text", "n", "fx", "fy", "fz")
                .row("NSM_1", "nu_e", 1.421954234999705e33, 0.0974572, 0.04217632, -0.13433261)
                .row("NSM_1", "nubar_e", 1.9146237131657563e33, 0.07237959, 0.03132354, -0.3446878)
                .row("NSM_1", "nu_x_sum4", 1.9645407875568215e33, -0.02165833, 0.07431613, -0.53545951).build())[0];
        final BufferedDataTable[] bands = NodeTester.of(FlavorWaveBandsNodeFactory::configure,
            FlavorWaveBandsNodeFactory::execute, new FlavorWaveBandsParameters()).set("units", "CGS")
            .set("kDirection", "LEPTON_FLUX").set("kUnit", "LEPTON_NUMBER").set("kMin", -1.2).set("kMax", -0.7)
            .set("kCount", 6).run(state);
        assertThat(Tables.numbers(bands[1], "growth")[0]).isCloseTo(6.253e10, within(0.01 * 6.253e10));
        assertThat(Tables.numbers(bands[1], "k_fastest_relative")[0]).isCloseTo(-0.995, within(0.00995));
        assertThat(Tables.texts(bands[1], "result").get(0))
            .startsWith("NSM_1: fastest wave grows at 6.253e10 s^-1 at K = -4.48");
    }
}
