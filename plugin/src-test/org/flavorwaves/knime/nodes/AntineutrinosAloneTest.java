package org.flavorwaves.knime.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;

import org.flavorwaves.knime.testing.NodeTester;
import org.flavorwaves.knime.testing.Tables;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.parameters.NodeParameters;

/**
 * A state of antineutrinos alone is the mirror image of one of neutrinos: with P and omega of the other sign both have
 * the same w s P and s omega, hence the same H_i and the same motion of -P.
 */
class AntineutrinosAloneTest {
    private static final double[] MU = {-0.9, -0.5, -0.1, 0.3, 0.7, 0.95};

    /** Columns of modes that change their sign. */
    private static final Set<String> ODD = Set.of("Px", "Py", "Pz", "omega", "epsilon");

    /** Columns that change their name. */
    private static final Map<String, String> SWAPPED = Map.of("f_e", "f_x", "f_x", "f_e", "entropy_nu",
        "entropy_nubar", "entropy_nubar", "entropy_nu", "converted_nu", "converted_nubar", "converted_nubar",
        "converted_nu", "survival_nu", "survival_nubar", "survival_nubar", "survival_nu");

    /**
     * Columns that name the species, are measured times, count one species, or depend on the sign that was chosen for
     * an initial perturbation or an eigenvector.
     */
    private static final Set<String> NOT_COMPARED = Set.of("species", "wall_time", "cells_per_second", "result", "n_e",
        "n_x", "n_e-n_psi", "n_x+n_psi", "phase", "coefficient_re", "coefficient_im", "lyapunov", "twin_difference");

    private static BufferedDataTable state(final boolean bar, final double tilt) {
        final Tables table = Tables.of("species:text", "mu", "weight", "P0", "Px", "Py", "Pz", "omega");
        final double sign = bar ? 1 : -1;
        for (int i = 0; i < MU.length; i++) {
            final double length = sign * (i < 4 ? 0.8 : -0.5);
            table.row(bar ? "nubar" : "nu", MU[i], 0.2 + 0.05 * i, 1.0, length * Math.sin(tilt * (1 + i)), 0.0,
                length * Math.cos(tilt * (1 + i)), tilt == 0 ? 0.0 : sign * (0.1 + 0.2 * i));
        }
        return table.build();
    }

    private static NodeTester node(final String factory) throws ReflectiveOperationException {
        final Class<?> type = Class.forName("org.flavorwaves.knime.nodes." + factory + "NodeFactory");
        final Constructor<?> parameters =
            Class.forName("org.flavorwaves.knime.nodes." + factory + "Parameters").getDeclaredConstructor();
        parameters.setAccessible(true);
        final Method configure = type.getDeclaredMethod("configure", ConfigureInput.class, ConfigureOutput.class);
        final Method execute = type.getDeclaredMethod("execute", ExecuteInput.class, ExecuteOutput.class);
        configure.setAccessible(true);
        execute.setAccessible(true);
        return NodeTester.of((in, out) -> call(configure, in, out), (in, out) -> call(execute, in, out),
            (NodeParameters) parameters.newInstance());
    }

    private static void call(final Method method, final Object in, final Object out) {
        try {
            method.invoke(null, in, out);
        } catch (final InvocationTargetException e) {
            throw new IllegalStateException(e.getCause().getMessage(), e.getCause());
        } catch (final IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"crossing.CrossingFinder", "bands.FlavorWaveBands", "unstable.UnstableFlavorWaves",
        "flavomon.FlavomonDispersion", "survey.StabilitySurvey", "equilibrium.MixingEquilibrium",
        "path.EquilibriumPath", "entropy.FlavorEntropy", "temperature.FlavorTemperature", "qke.QkeBox",
        "wavekinetics.FlavorWaveKinetics", "flavomonkinetics.FlavomonKinetics"})
    void alignedStatesAreMirrorImages(final String factory) throws Exception {
        compare(node(factory).run(state(true, 0)), node(factory).run(state(false, 0)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bands.FlavorWaveBands", "unstable.UnstableFlavorWaves", "equilibrium.MixingEquilibrium",
        "path.EquilibriumPath", "entropy.FlavorEntropy", "temperature.FlavorTemperature"})
    void mixedStatesAreMirrorImages(final String factory) throws Exception {
        compare(node(factory).set("thetaMix", 0.3).run(state(true, 0.2)),
            node(factory).set("thetaMix", 0.3).run(state(false, 0.2)));
    }

    private static void compare(final BufferedDataTable[] bar, final BufferedDataTable[] mirror) {
        assertThat(bar).hasSameSizeAs(mirror);
        for (int port = 0; port < bar.length; port++) {
            assertThat(bar[port].size()).as("rows of port %d", port).isEqualTo(mirror[port].size());
            final boolean modes = bar[port].getDataTableSpec().containsName("species");
            for (final DataColumnSpec column : bar[port].getDataTableSpec()) {
                final String name = column.getName();
                if (NOT_COMPARED.contains(name)) {
                    continue;
                }
                final String what = "port " + port + " column " + name;
                final String other = SWAPPED.getOrDefault(name, name);
                if (column.getType().isCompatible(DoubleValue.class)) {
                    compare(what, Tables.numbers(bar[port], name), Tables.numbers(mirror[port], other),
                        modes && ODD.contains(name) ? -1 : 1);
                } else {
                    assertThat(Tables.texts(bar[port], name)).as(what).isEqualTo(Tables.texts(mirror[port], other));
                }
            }
        }
    }

    /** Equal to 1e-11 of the largest value, or of 1; components across z may have turned by half a circle. */
    private static void compare(final String what, final double[] bar, final double[] mirror, final int sign) {
        final double scale = Arrays.stream(mirror).filter(Double::isFinite).map(Math::abs).max().orElse(0);
        final boolean across = what.endsWith("Px") || what.endsWith("Py");
        for (int r = 0; r < bar.length; r++) {
            if (Double.isFinite(mirror[r])) {
                assertThat(across ? Math.abs(bar[r]) : sign * bar[r]).as("%s, row %d", what, r)
                    .isCloseTo(across ? Math.abs(mirror[r]) : mirror[r], within(1e-11 * Math.max(1, scale)));
            } else {
                assertThat(Double.isFinite(bar[r])).as("%s, row %d", what, r).isFalse();
            }
        }
    }
}
