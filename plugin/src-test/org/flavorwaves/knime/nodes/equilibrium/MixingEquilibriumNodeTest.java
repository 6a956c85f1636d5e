package org.flavorwaves.knime.nodes.equilibrium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;

import org.flavorwaves.knime.table.TableColumns;
import org.flavorwaves.knime.table.UnitSystem;
import org.flavorwaves.knime.table.WeightUnit;
import org.flavorwaves.knime.testing.NodeTester;
import org.flavorwaves.knime.testing.Tables;
import org.flavorwaves.physics.state.Units;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;

/** The node Mixing Equilibrium. */
class MixingEquilibriumNodeTest {

    private static NodeTester node() {
        return NodeTester.of(MixingEquilibriumNodeFactory::configure, MixingEquilibriumNodeFactory::execute,
            new MixingEquilibriumParameters());
    }

    /** A random anisotropic state, three quarters of it in cell 1, the rest in cell 2, interleaved. */
    private static Tables random(final int n) {
        final Tables table = Tables.of("cell:int", "note:text", "species:text", "vx", "vy", "vz", "weight", "P0", "Px",
            "Py", "Pz", "omega");
        final Random random = new Random(5);
        for (int i = 0; i < n; i++) {
            final double[] v = unit(random);
            final double[] p = unit(random);
            final double p0 = 0.5 + 0.5 * random.nextDouble();
            final double length = p0 * random.nextDouble();
            table.row(i % 4 == 0 ? 2 : 1, "row " + i, random.nextBoolean() ? "nu" : "nubar", v[0], v[1], v[2], 1.0 / n,
                p0, length * p[0], length * p[1], length * p[2], random.nextGaussian());
        }
        return table;
    }

    private static double[] unit(final Random random) {
        final double[] u = {random.nextGaussian(), random.nextGaussian(), random.nextGaussian()};
        final double length = Math.sqrt(u[0] * u[0] + u[1] * u[1] + u[2] * u[2]) * (1 + 1e-15);
        return new double[]{u[0] / length, u[1] / length, u[2] / length};
    }

    @Test
    void turnsEveryModeAlongItsHamiltonian() throws Exception {
        final BufferedDataTable in = random(80).build();
        final NodeTester node = node().set("thetaMix", 0.4).set("matterPotential", 0.7);
        final BufferedDataTable[] out = node.run(in);
        assertThat(Tables.keys(out[0])).isEqualTo(Tables.keys(in));
        assertThat(Tables.texts(out[0], "note")).isEqualTo(Tables.texts(in, "note"));
        for (int i = 0; i < in.size(); i++) {
            final double[] p = {at(out[0], "Px", i), at(out[0], "Py", i), at(out[0], "Pz", i)};
            final double[] h = {at(out[0], "Hx", i), at(out[0], "Hy", i), at(out[0], "Hz", i)};
            final double cosine = (p[0] * h[0] + p[1] * h[1] + p[2] * h[2]) / (length(p) * length(h));
            assertThat(cosine).isCloseTo(at(out[0], "epsilon", i), within(1e-12));
            assertThat(length(p)).isCloseTo(length(new double[]{at(in, "Px", i), at(in, "Py", i), at(in, "Pz", i)}),
                within(1e-14));
        }
        assertThat(Tables.texts(out[1], "cell")).containsExactly("2", "1");
        assertThat(Tables.numbers(out[1], "modes")).containsExactly(20, 60);
        assertThat(Tables.numbers(out[1], "omega_corotating")).containsExactly(0, 0);
    }

    /** The collective numbers of the summary are the sums over the rows of the first port. */
    @Test
    void summaryHoldsTheTwelveSums() throws Exception {
        final BufferedDataTable[] out = node().set("thetaMix", 0.4).set("matterPotential", 0.7).run(random(40).build());
        final double[] sums = new double[12];
        for (int i = 0; i < 40; i++) {
            if (Tables.texts(out[0], "cell").get(i).equals("1")) {
                final double ws = at(out[0], "weight", i)
                    * (Tables.texts(out[0], "species").get(i).equals("nu") ? 1 : -1);
                final double[] v = {1, at(out[0], "vx", i), at(out[0], "vy", i), at(out[0], "vz", i)};
                final double[] p = {at(out[0], "Px", i), at(out[0], "Py", i), at(out[0], "Pz", i)};
                for (int m = 0; m < 4; m++) {
                    for (int a = 0; a < 3; a++) {
                        sums[3 * m + a] += ws * v[m] * p[a];
                    }
                }
            }
        }
        final String axes = "xyz";
        for (int c = 0; c < 12; c++) {
            assertThat(Tables.numbers(out[1], "J" + c / 3 + axes.charAt(c % 3))[1]).isCloseTo(sums[c], within(1e-13));
        }
    }

    private static double at(final BufferedDataTable table, final String column, final int row) {
        return Tables.numbers(table, column)[row];
    }

    private static double length(final double[] u) {
        return Math.sqrt(u[0] * u[0] + u[1] * u[1] + u[2] * u[2]);
    }

    /** Reference case 11: without the nu-nu term, P is along omega B + lambda z. */
    @Test
    void withoutSelfInteractionItIsMsw() throws Exception {
        final double theta = Math.toRadians(33.82);
        final BufferedDataTable[] out = node().set("thetaMix", theta).set("matterPotential", 0.3)
            .set("selfInteraction", 0.0).run(Tables.of("species:text", "mu", "weight", "P0", "Px", "Py", "Pz", "omega")
                .row("nu", 0.5, 1.0, 1.0, 0.0, 0.0, 0.8, 0.6).build());
        final double x = 0.6 * Math.sin(2 * theta);
        final double z = 0.3 - 0.6 * Math.cos(2 * theta);
        final double factor = Math.signum(z) * 0.8 / Math.hypot(x, z);
        assertThat(at(out[0], "Px", 0)).isCloseTo(factor * x, within(1e-14));
        assertThat(at(out[0], "Pz", 0)).isCloseTo(factor * z, within(1e-14));
    }

    @Test
    void worksUnconfiguredAndKeepsAlignedStates() throws Exception {
        final BufferedDataTable[] out = node().run(Tables.twoBeams().build());
        assertThat(Tables.numbers(out[0], "Pz")).containsExactly(1, 1);
        assertThat(Tables.numbers(out[0], "Px")).containsExactly(0, 0);
        assertThat(out[1].getDataTableSpec().getColumnNames()).startsWith("iterations", "residual",
            "omega_corotating", "path", "J0x", "J0y", "J0z", "J1x", "J1y", "J1z", "J2x", "J2y", "J2z", "J3x", "J3y",
            "J3z");
        assertThat(node().run(random(16).build())[1].getDataTableSpec().getColumnNames()).startsWith("cell",
            "iterations");
    }

    @Test
    void declaresTheUnitItReadAndReplacesItsOwnColumns() throws Exception {
        final DataTableSpec spec = Tables.of("species:text", "mu", "weight", "P0", "Px:int", "Py", "Pz", "Hy:text")
            .spec();
        final DataTableSpec out = node().set("units", "CGS").configure(spec)[0];
        assertThat(out.getColumnSpec("weight").getProperties().getProperty("unit")).isEqualTo("cm^-3");
        assertThat(out.getColumnNames()).containsExactly("species", "mu", "weight", "P0", "Px", "Py", "Pz", "Hy", "Hx",
            "Hz", "epsilon");
        assertThat(out.getColumnSpec("Px")).isEqualTo(Tables.real("Px"));
        assertThat(out.getColumnSpec("Hy")).isEqualTo(TableColumns.real("Hy", "cm^-1"));
    }

    /** In CGS the weights are densities, H and J potentials in cm^-1. */
    @Test
    void cgsReportsPotentials() throws Exception {
        final BufferedDataTable table = Tables.of("species:text", "mu", "weight", "P0", "Px", "Py", "Pz")
            .weightsIn(WeightUnit.PER_CM3).row("nu", 1.0, 1e32, 1.0, 0.0, 0.0, 1.0)
            .row("nu", 0.0, 1e32, 1.0, 0.0, 0.0, 1.0).build();
        final BufferedDataTable[] out = node().set("units", UnitSystem.CGS.name()).run(table);
        assertThat(at(out[1], "J0z", 0)).isEqualTo(2e32 * Units.POTENTIAL_PER_DENSITY, within(1e-15));
        assertThat(at(out[0], "Hz", 0)).isEqualTo(1e32 * Units.POTENTIAL_PER_DENSITY, within(1e-15));
    }

    @Test
    void failureNamesCellResidualAndWhatToTry() throws Exception {
        final BufferedDataTable table = random(40).build();
        final NodeTester node = node().set("thetaMix", 0.4).set("maxIterations", 1).set("branch", "OFF")
            .set("coRotating", "OFF");
        assertThatThrownBy(() -> node.run(table)).isInstanceOf(KNIMEException.class)
            .hasMessageStartingWith("2: no mixing equilibrium found: relative residual ")
            .hasMessageContaining("after 1 iterations");
        final BufferedDataTable[] out = node.set("onFailure", "MISSING_VALUES").run(table);
        assertThat(at(out[0], "Px", 0)).isNaN();
        assertThat(at(out[0], "epsilon", 0)).isNaN();
        assertThat(Tables.texts(out[1], "converged")).containsExactly("false", "false");
        assertThat(node.warning()).hasValueSatisfying(warning -> assertThat(warning)
            .startsWith("2 of 2 cells are not in equilibrium to the tolerance: 2, 1."));
    }

    /** Where there is no equilibrium the row whose H vanishes is named; where there are several, how many were seen. */
    @Test
    void strongSelfInteractionIsSolvedOrRefusedWithTheRow() throws Exception {
        int refused = 0;
        int several = 0;
        for (int n = 24; n < 64; n += 4) {
            final NodeTester node =
                node().set("thetaMix", 0.3).set("matterPotential", 0.7).set("selfInteraction", 40.0);
            final BufferedDataTable table = random(n).build();
            try {
                final BufferedDataTable[] out = node.run(table);
                for (int cell = 0; cell < 2; cell++) {
                    final double others = at(out[1], "other_solutions", cell);
                    several += others > 0 ? 1 : 0;
                    assertThat(Tables.texts(out[1], "result").get(cell).contains("the nearest to the input of "
                        + (int) (others + 1) + " seen")).isEqualTo(others > 0);
                }
            } catch (final KNIMEException e) {
                refused++;
                assertThat(e).hasMessageMatching("(?s).*The Hamiltonian vector of row 'Row\\d+' vanishes where a .*");
                assertThat(Tables.texts(node.set("onFailure", "MISSING_VALUES").run(table)[1], "converged"))
                    .contains("false");
            }
        }
        assertThat(refused).isPositive();
        assertThat(several).isPositive();
    }

    @Test
    void aModeWithoutFieldIsNamedByItsKey() {
        final BufferedDataTable table = Tables.of("species:text", "mu", "weight", "P0", "Px", "Py", "Pz")
            .row("nu", 1.0, 1.0, 1.0, 0.0, 0.0, 1.0).build();
        assertThatThrownBy(() -> node().run(table)).isInstanceOf(KNIMEException.class)
            .hasMessageContaining("row 'Row0'").hasMessageContaining("H");
    }

    @Test
    void badSettingsAreRefused() {
        final DataTableSpec spec = Tables.twoBeams().spec();
        assertThatThrownBy(() -> node().set("tolerance", 0.0).configure(spec))
            .isInstanceOf(InvalidSettingsException.class)
            .hasMessage("tolerance must be above 0 and below 1 but is 0.0.");
        assertThatThrownBy(() -> node().set("thetaMix", Double.NaN).configure(spec))
            .hasMessage("thetaMix must be a finite number but is NaN.");
    }

    @Test
    void cancellationEndsIt() {
        final DefaultNodeProgressMonitor monitor = new DefaultNodeProgressMonitor();
        monitor.setExecuteCanceled();
        assertThatThrownBy(() -> node().in(new ExecutionContext(monitor)).run(Tables.twoBeams().build()))
            .isInstanceOf(CanceledExecutionException.class);
    }

    private static Tables threeFlavors() {
        return Tables.of("species:text", "mu", "weight", "rho_ee", "rho_mm", "rho_tt", "rho_em_re", "rho_em_im",
            "rho_et_re", "rho_et_im", "rho_mt_re", "rho_mt_im", "omega21", "omega31")
            .row("nu", 0.5, 0.5, 0.6, 0.3, 0.2, 0.02, 0.0, 0.0, 0.01, 0.0, 0.0, 0.05, 1.5)
            .row("nubar", -0.5, 0.3, 0.4, 0.3, 0.2, 0.0, 0.0, 0.0, 0.0, 0.02, 0.0, 0.05, 1.5);
    }

    /** Density matrices that commute with their Hamiltonians, with the eigenvalues that they had. */
    @Test
    void threeFlavorsKeepTheirOccupations() throws Exception {
        final BufferedDataTable[] out = node().set("matterPotential", 3.0).run(threeFlavors().build());
        assertThat(Tables.numbers(out[1], "misalignment")[0]).isLessThan(1e-12);
        assertThat(Tables.numbers(out[1], "smallest_gap")[0]).isPositive();
        assertThat(Tables.texts(out[1], "result").get(0)).startsWith("mixing equilibrium of three flavors by ");
        for (int i = 0; i < 2; i++) {
            final double[] occupations = {Tables.numbers(out[0], "occupation1")[i],
                Tables.numbers(out[0], "occupation2")[i], Tables.numbers(out[0], "occupation3")[i]};
            final double trace = Tables.numbers(out[0], "rho_ee")[i] + Tables.numbers(out[0], "rho_mm")[i]
                + Tables.numbers(out[0], "rho_tt")[i];
            assertThat(occupations[0] + occupations[1] + occupations[2]).isCloseTo(trace, within(1e-14));
            assertThat(Tables.numbers(out[0], "level3")[i]).isGreaterThan(Tables.numbers(out[0], "level2")[i]);
        }
        assertThat(Tables.numbers(out[0], "occupation3")[0]).isGreaterThan(0.59);
        final BufferedDataTable[] again = node().set("matterPotential", 3.0).run(out[0]);
        assertThat(Tables.numbers(again[0], "rho_ee"))
            .containsExactly(Tables.numbers(out[0], "rho_ee"), within(1e-12));
        assertThat(again[0].getDataTableSpec().getColumnNames())
            .containsExactly(out[0].getDataTableSpec().getColumnNames());
    }

    @Test
    void threeFlavorsTurnAboutTheMassAxes() throws Exception {
        final Tables gas = Tables.of("species:text", "mu", "weight", "rho_ee", "rho_mm", "rho_tt", "rho_em_re",
            "rho_em_im", "rho_et_re", "rho_et_im", "rho_mt_re", "rho_mt_im", "omega21", "omega31");
        for (int i = 0; i < 8; i++) {
            final double omega = -0.5 * (i % 4 + 1);
            gas.row(i < 4 ? "nu" : "nubar", 0.0, i < 4 ? 0.3 : 0.2, 0.8, i < 4 ? 0.1 : 0.15, i < 4 ? 0.05 : 0.02, 0.0,
                0.0, 0.0, 0.0, 0.0, 0.0, 0.2 * omega, omega);
        }
        final NodeTester node = node().set("coRotating", "ON").set("selfInteraction", 20.0);
        final BufferedDataTable[] out = node.run(gas.build());
        assertThat(Tables.numbers(out[1], "charge_error")[0]).isLessThan(1e-12);
        assertThat(Tables.numbers(out[1], "misalignment")[0]).isLessThan(1e-12);
        assertThat(Math.abs(Tables.numbers(out[1], "omega21_corotating")[0])).isGreaterThan(0.1);
        assertThat(Math.abs(Tables.numbers(out[1], "omega31_corotating")[0])).isGreaterThan(0.1);
        assertThat(node.warning()).isEmpty();
        assertThatThrownBy(() -> node.set("matterPotential", 1.0).run(gas.build()))
            .hasMessageContaining("no frame to turn");
    }

    /** Without matter the equilibrium at rest is not where a slow motion ends, and the node says so. */
    @Test
    void restingEquilibriaThatBreakAConservationAreMarked() throws Exception {
        final NodeTester node = node();
        final BufferedDataTable[] out = node.run(threeFlavors().build());
        assertThat(Tables.numbers(out[1], "charge_error")[0]).isGreaterThan(1e-3);
        assertThat(node.warning().orElse("")).contains("turn about the mass axes");
    }
}
