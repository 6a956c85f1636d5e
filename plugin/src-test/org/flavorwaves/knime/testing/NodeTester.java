package org.flavorwaves.knime.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.NoSuchElementException;
import java.util.Optional;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.context.ports.PortsConfiguration;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOrRearrangerConsumer;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteConsumer;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.parameters.NodeParameters;

/** Configures and executes a node as a workflow does, and checks that both give the same specs. */
public final class NodeTester {
    private static final String NODES = "org.flavorwaves.knime.nodes.";

    private final ConfigureOrRearrangerConsumer<ConfigureInput, ConfigureOutput> m_configure;

    private final ExecuteConsumer m_execute;

    private final NodeParameters m_parameters;

    private ExecutionContext m_context = Tables.context();

    private Optional<String> m_warning = Optional.empty();

    private BufferedDataTable[] m_internal = {};

    private NodeTester(final ConfigureOrRearrangerConsumer<ConfigureInput, ConfigureOutput> configure,
        final ExecuteConsumer execute, final NodeParameters parameters) {
        m_configure = configure;
        m_execute = execute;
        m_parameters = parameters;
    }

    /**
     * Tests a node.
     *
     * @param configure its configure
     * @param execute its execute
     * @param parameters its parameters
     * @return a tester
     */
    public static NodeTester of(final ConfigureOrRearrangerConsumer<ConfigureInput, ConfigureOutput> configure,
        final ExecuteConsumer execute, final NodeParameters parameters) {
        return new NodeTester(configure, execute, parameters);
    }

    /**
     * Tests a node of any package, with its defaults.
     *
     * @param name the class of its factory without "NodeFactory", from the package of nodes
     * @return a tester
     */
    public static NodeTester of(final String name) {
        try {
            final Class<?> factory = Class.forName(NODES + name + "NodeFactory");
            final Constructor<?> parameters = Class.forName(NODES + name + "Parameters").getDeclaredConstructor();
            parameters.setAccessible(true);
            final Method configure =
                factory.getDeclaredMethod("configure", ConfigureInput.class, ConfigureOutput.class);
            final Method execute = factory.getDeclaredMethod("execute", ExecuteInput.class, ExecuteOutput.class);
            configure.setAccessible(true);
            execute.setAccessible(true);
            return new NodeTester((in, out) -> NodeTester.<InvalidSettingsException>call(configure, in, out),
                (in, out) -> NodeTester.<KNIMEException>call(execute, in, out),
                (NodeParameters) parameters.newInstance());
        } catch (final ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static <E extends Exception> void call(final Method method, final Object... arguments) throws E {
        try {
            method.invoke(null, arguments);
        } catch (final InvocationTargetException e) {
            throw (E) e.getCause();
        } catch (final IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    /**
     * Sets a parameter.
     *
     * @param key its key in the settings
     * @param value its value; for an enum the name of a constant
     * @return this tester
     */
    public NodeTester set(final String key, final Object value) {
        try {
            final Field field = field(m_parameters.getClass(), key);
            field.setAccessible(true);
            field.set(m_parameters, field.getType().isEnum() ? constant(field.getType(), value) : value);
            return this;
        } catch (final IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private static Field field(final Class<?> type, final String key) {
        for (Class<?> c = type; c != Object.class; c = c.getSuperclass()) {
            for (final Field field : c.getDeclaredFields()) {
                if (field.getName().equals("m_" + key)) {
                    return field;
                }
            }
        }
        throw new NoSuchElementException(type.getSimpleName() + " has no parameter " + key);
    }

    private static Object constant(final Class<?> type, final Object name) {
        return Arrays.stream(type.getEnumConstants()).filter(c -> ((Enum<?>) c).name().equals(name)).findFirst()
            .orElseThrow();
    }

    /**
     * Executes in a context of one's own, for instance a cancelled one.
     *
     * @param context the context
     * @return this tester
     */
    public NodeTester in(final ExecutionContext context) {
        m_context = context;
        return this;
    }

    /**
     * The warning of the last run.
     *
     * @return the warning, if any
     */
    public Optional<String> warning() {
        return m_warning;
    }

    /**
     * The tables that the last execution kept for the view.
     *
     * @return they; none before an execution
     */
    public BufferedDataTable[] internal() {
        return m_internal;
    }

    /**
     * Configures the node.
     *
     * @param specs the input tables
     * @return the output specs
     * @throws InvalidSettingsException if it cannot be configured
     */
    public DataTableSpec[] configure(final DataTableSpec... specs) throws InvalidSettingsException {
        m_parameters.validate();
        final Configured configured = new Configured(specs);
        m_configure.accept(configured, configured);
        return configured.m_out;
    }

    /**
     * Configures and executes the node.
     *
     * @param inputs the input tables
     * @return the output tables
     * @throws InvalidSettingsException if it cannot be configured
     * @throws CanceledExecutionException if it is cancelled
     * @throws KNIMEException if it fails
     */
    public BufferedDataTable[] run(final BufferedDataTable... inputs)
        throws InvalidSettingsException, CanceledExecutionException, KNIMEException {
        final DataTableSpec[] specs = configure(
            Arrays.stream(inputs).map(BufferedDataTable::getDataTableSpec).toArray(DataTableSpec[]::new));
        m_warning = Optional.empty();
        final Executed executed = new Executed(inputs);
        m_execute.accept(executed, executed);
        final BufferedDataTable[] out =
            Arrays.copyOf(executed.m_out, executed.m_out.length, BufferedDataTable[].class);
        for (int p = 0; p < specs.length; p++) {
            if (specs[p] != null) {
                final DataTableSpec made = out[p].getDataTableSpec();
                assertThat(made.isCompatibleWith(specs[p]) && specs[p].isCompatibleWith(made))
                    .as("spec of port %d", p).isTrue();
            }
        }
        return out;
    }

    /** Both ends of a configuration. */
    private final class Configured implements ConfigureInput, ConfigureOutput {
        private final DataTableSpec[] m_in;

        private DataTableSpec[] m_out = {};

        Configured(final DataTableSpec[] in) {
            m_in = in;
        }

        @SuppressWarnings("unchecked")
        @Override
        public <S extends NodeParameters> S getParameters() {
            return (S) m_parameters;
        }

        @Override
        public DataTableSpec[] getInTableSpecs() {
            return m_in;
        }

        @Override
        public DataTableSpec getInTableSpec(final int portIndex) {
            return m_in[portIndex];
        }

        @Override
        public PortType[] getOutPortTypes() {
            throw new UnsupportedOperationException();
        }

        @Override
        public PortsConfiguration getPortsConfiguration() {
            throw new UnsupportedOperationException();
        }

        @Override
        public <S extends PortObjectSpec> void setOutSpec(final int index, final S spec) {
            m_out = Arrays.copyOf(m_out, Math.max(m_out.length, index + 1));
            m_out[index] = (DataTableSpec) spec;
        }

        @SafeVarargs
        @Override
        public final <S extends PortObjectSpec> void setOutSpecs(final S... specs) {
            m_out = Arrays.copyOf(specs, specs.length, DataTableSpec[].class);
        }

        @Override
        public void setWarningMessage(final String message) {
            m_warning = Optional.of(message);
        }
    }

    /** Both ends of an execution. */
    private final class Executed implements ExecuteInput, ExecuteOutput {
        private final BufferedDataTable[] m_in;

        private PortObject[] m_out = {};

        Executed(final BufferedDataTable[] in) {
            m_in = in;
        }

        @SuppressWarnings("unchecked")
        @Override
        public <S extends NodeParameters> S getParameters() {
            return (S) m_parameters;
        }

        @Override
        public ExecutionContext getExecutionContext() {
            return m_context;
        }

        @Override
        public BufferedDataTable[] getInTables() {
            return m_in;
        }

        @Override
        public BufferedDataTable getInTable(final int portIndex) {
            return m_in[portIndex];
        }

        @Override
        public PortType[] getOutPortTypes() {
            throw new UnsupportedOperationException();
        }

        @Override
        public PortsConfiguration getPortsConfiguration() {
            throw new UnsupportedOperationException();
        }

        @Override
        public <D extends PortObject> void setOutData(final int index, final D data) {
            m_out = Arrays.copyOf(m_out, Math.max(m_out.length, index + 1));
            m_out[index] = data;
        }

        @SafeVarargs
        @Override
        public final <D extends PortObject> void setOutData(final D... data) {
            m_out = Arrays.copyOf(data, data.length, PortObject[].class);
        }

        @SafeVarargs
        @Override
        public final <D extends PortObject> void setInternalData(final D... data) {
            if (data.length == 0) {
                throw new IllegalArgumentException("A view needs data.");
            }
            m_internal = Arrays.copyOf(data, data.length, BufferedDataTable[].class);
        }

        @Override
        public void setWarningMessage(final String message) {
            m_warning = Optional.of(message);
        }
    }
}
