package org.flavorwaves.knime.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.flavorwaves.knime.testing.NodeTester;
import org.flavorwaves.knime.testing.Tables;
import org.flavorwaves.physics.numerics.GaussLegendre;
import org.junit.jupiter.api.Test;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.parameters.NodeParameters;

/** A state table whose cells are in a column "Cell" is one cell: every node says that the column is not read. */
class NamesInDoubtTest {
    /** Nodes that read one state table; each is run unconfigured. */
    private static final int STATE_NODES = 12;

    private static BufferedDataTable twoCellsUnderTheWrongName() {
        final Tables table =
            Tables.of("Cell:text", "species:text", "mu", "weight", "P0", "Px", "Py", "Pz", "Hx", "Hy", "Hz", "epsilon");
        final GaussLegendre rule = GaussLegendre.of(6);
        for (int i = 0; i < rule.size(); i++) {
            table.row(i < 3 ? "a" : "b", "nu", rule.node(i), rule.weight(i), 1.0, 0.0, 0.0,
                0.8 - 0.2 * rule.node(i), 0.0, 0.0, 1.0, 1.0);
        }
        return table.build();
    }

    private static List<NodeTester> nodes() throws IOException, ReflectiveOperationException {
        final Path classes = Path.of("target/classes");
        final List<NodeTester> nodes = new ArrayList<>();
        try (Stream<Path> files = Files.walk(classes.resolve("org/flavorwaves/knime/nodes"))) {
            for (final Path file : files.filter(f -> f.toString().endsWith("NodeFactory.class")).sorted().toList()) {
                final String name = classes.relativize(file).toString().replace('/', '.').replace(".class", "");
                nodes.add(node(Class.forName(name), Class.forName(name.replace("NodeFactory", "Parameters"))));
            }
        }
        return nodes;
    }

    private static NodeTester node(final Class<?> factory, final Class<?> parameters)
        throws ReflectiveOperationException {
        final Constructor<?> make = parameters.getDeclaredConstructor();
        make.setAccessible(true);
        final Method configure =
            factory.getDeclaredMethod("configure", ConfigureInput.class, ConfigureOutput.class);
        final Method execute = factory.getDeclaredMethod("execute", ExecuteInput.class, ExecuteOutput.class);
        configure.setAccessible(true);
        execute.setAccessible(true);
        return NodeTester.of((in, out) -> call(configure, in, out), (in, out) -> {
            try {
                call(execute, in, out);
            } catch (final InvalidSettingsException e) {
                throw new AssertionError(e);
            }
        }, (NodeParameters) make.newInstance());
    }

    private static void call(final Method method, final Object in, final Object out) throws InvalidSettingsException {
        try {
            method.invoke(null, in, out);
        } catch (final InvocationTargetException e) {
            if (e.getCause() instanceof InvalidSettingsException settings) {
                throw settings;
            }
            throw new IllegalStateException(method.getDeclaringClass().getSimpleName() + ": "
                + e.getCause().getMessage(), e.getCause());
        } catch (final IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean takes(final NodeTester node, final BufferedDataTable table) {
        try {
            node.configure(table.getDataTableSpec());
            return true;
        } catch (final InvalidSettingsException | IllegalStateException | IndexOutOfBoundsException e) {
            return false;
        }
    }

    @Test
    void everyNodeThatReadsAStateSaysSo()
        throws IOException, ReflectiveOperationException, InvalidSettingsException, CanceledExecutionException,
        KNIMEException {
        final BufferedDataTable table = twoCellsUnderTheWrongName();
        final List<NodeTester> readers = nodes().stream().filter(node -> takes(node, table)).toList();
        int warned = 0;
        for (final NodeTester node : readers) {
            node.run(table);
            warned += node.warning().orElse("")
                .contains("Column 'Cell' is not read, as its name is not 'cell'; rename it if it is meant.") ? 1 : 0;
        }
        assertThat(warned).isGreaterThanOrEqualTo(STATE_NODES);
    }
}
