package org.flavorwaves.embedded.node;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.knime.core.data.DataTableSpec;
import org.knime.core.internal.MessageAwareException;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeProgressMonitor;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.message.Message;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.workflow.NodeMessage;
import org.knime.node.DefaultNodeFactory;
import org.knime.node.NodeInternals;
import org.knime.node.parameters.NodeParameters;

/**
 * One node with its settings, state, message, specs and data. It goes from {@link State#IDLE} by configuration to
 * {@link State#CONFIGURED} and by execution to {@link State#EXECUTED}, with the messages that KNIME would show. Ports
 * count from zero and do not include the flow variable port. A node is used by one thread at a time.
 */
public final class NodeInstance {

    private static final String EXECUTE_FAILED = "Execute failed: ";

    private static final int MIN_MESSAGE_LENGTH = 5;

    /** How far a node is. */
    public enum State {
        /** Not configured. */
        IDLE,
        /** Ready to execute. */
        CONFIGURED,
        /** Has its output. */
        EXECUTED
    }

    private final NodeDefinition m_definition;

    private State m_state = State.IDLE;

    private NodeMessage m_message = NodeMessage.NONE;

    private NodeParameters m_parameters;

    private PortObjectSpec[] m_inSpecs;

    private PortObjectSpec[] m_outSpecs;

    private PortObject[] m_outObjects;

    private PortObject[] m_internalObjects;

    /**
     * Creates a node without settings; they are made from the input when it is first configured.
     *
     * @param factory what declares the node
     */
    public NodeInstance(final DefaultNodeFactory factory) {
        this(factory, List.of());
    }

    /**
     * Creates a node with more output ports and without settings.
     *
     * @param factory what declares the node
     * @param ports names of the ports that were added
     */
    public NodeInstance(final DefaultNodeFactory factory, final Collection<String> ports) {
        m_definition = NodeInternals.definitionOf(factory).with(ports);
        m_inSpecs = new PortObjectSpec[m_definition.inputs().size()];
        clear();
    }

    /**
     * What was declared.
     *
     * @return the definition
     */
    public NodeDefinition definition() {
        return m_definition;
    }

    /**
     * How far the node is.
     *
     * @return the state
     */
    public State state() {
        return m_state;
    }

    /**
     * What the node has to say.
     *
     * @return the warning or error, or {@link NodeMessage#NONE}
     */
    public NodeMessage message() {
        return m_message;
    }

    /**
     * An output spec.
     *
     * @param port the port
     * @return the spec, if configuration or execution told it
     */
    public Optional<PortObjectSpec> outSpec(final int port) {
        return Optional.ofNullable(m_outSpecs[port]);
    }

    /**
     * The data of an output port.
     *
     * @param port the port
     * @return the data, if the node is executed
     */
    public Optional<PortObject> outObject(final int port) {
        return Optional.ofNullable(m_outObjects[port]);
    }

    /**
     * The settings of a new node with a given input.
     *
     * @param inSpecs one spec a port; null where it is unknown
     * @return the settings, with the key {@code model}
     */
    public NodeSettings newSettings(final PortObjectSpec... inSpecs) {
        final NodeSettings settings = new NodeSettings("model");
        m_definition.parameters()
            .ifPresent(type -> ParametersCodec.save(ParametersCodec.create(type, input(inSpecs)), settings));
        return settings;
    }

    private KnownInput input(final PortObjectSpec[] specs) {
        return new KnownInput(m_definition, specs);
    }

    /**
     * Takes over settings and resets the node.
     *
     * @param model the settings that a workflow keeps under {@code model}
     * @throws InvalidSettingsException if a key is missing or the parameters do not validate
     */
    public void loadSettings(final NodeSettingsRO model) throws InvalidSettingsException {
        if (m_definition.parameters().isPresent()) {
            try {
                final NodeParameters parameters = ParametersCodec.load(m_definition.parameters().get(), model);
                parameters.validate();
                m_parameters = parameters;
            } catch (final RuntimeException ex) {
                throw new InvalidSettingsException("Coding issue: " + ex.getMessage(), ex);
            }
        }
        reset();
    }

    /**
     * Writes the settings, defaults if there are none yet.
     *
     * @param model what a workflow keeps under {@code model}
     */
    public void saveSettings(final NodeSettingsWO model) {
        m_definition.parameters().ifPresent(
            type -> ParametersCodec.save(m_parameters == null ? ParametersCodec.create(type) : m_parameters, model));
    }

    /** Forgets output and message; the node is idle. */
    public void reset() {
        m_state = State.IDLE;
        m_message = NodeMessage.NONE;
        m_internalObjects = null;
        clear();
    }

    private void clear() {
        m_outSpecs = new PortObjectSpec[m_definition.outputs().size()];
        m_outObjects = new PortObject[m_definition.outputs().size()];
    }

    /**
     * Configures the node. Parameters that the node cannot work with leave it idle with a warning, anything else that
     * is thrown with an error. A missing input spec leaves it idle without message.
     *
     * @param inSpecs one spec a port
     * @return whether the node is configured now
     */
    public boolean configure(final PortObjectSpec... inSpecs) {
        reset();
        m_inSpecs = inSpecs.clone();
        for (int i = 0; i < inSpecs.length; i++) {
            if (inSpecs[i] == null && !m_definition.inputs().get(i).type().isOptional()) {
                return false;
            }
        }
        try {
            for (int i = 0; i < inSpecs.length; i++) {
                checkSpecType(i, inSpecs);
            }
            if (m_definition.parameters().isPresent() && m_parameters == null) {
                m_parameters = ParametersCodec.create(m_definition.parameters().get(), input(inSpecs));
                m_parameters.validate();
            }
            final ConfigureCall call = new ConfigureCall(m_definition, m_parameters,
                Arrays.copyOf(inSpecs, present(inSpecs)));
            m_definition.configure().accept(call, call);
            m_outSpecs = call.outSpecs();
            call.warning().ifPresent(w -> show(NodeMessage.Type.WARNING, Message.fromSummary(w)));
            m_state = State.CONFIGURED;
        } catch (final InvalidSettingsException ex) {
            show(NodeMessage.Type.WARNING, messageOf(ex, ""));
        } catch (final RuntimeException | LinkageError | AssertionError ex) {
            show(NodeMessage.Type.ERROR, messageOf(ex, "Configure failed (" + ex.getClass().getSimpleName() + "): "));
        }
        return m_state == State.CONFIGURED;
    }

    /** Number of input ports that are there: without those at the end that were not added. */
    private int present(final Object[] inputs) {
        int count = inputs.length;
        while (count > 0 && inputs[count - 1] == null && m_definition.inputs().get(count - 1).addable()) {
            count--;
        }
        return count;
    }

    private void checkSpecType(final int port, final PortObjectSpec[] inSpecs) throws InvalidSettingsException {
        final Class<?> expected = m_definition.inputs().get(port).type().getPortObjectSpecClass();
        if (inSpecs[port] != null && !expected.isInstance(inSpecs[port])) {
            throw new InvalidSettingsException("Incompatible port spec" + (inSpecs.length > 1 ? " at port " + port : "")
                + ", expected: " + expected.getSimpleName() + ", actual: "
                + inSpecs[port].getClass().getSimpleName());
        }
    }

    /**
     * Executes the configured node. A failure leaves it configured with an error, a cancelation with a warning; what
     * to do when memory is short is left to the caller.
     *
     * @param inObjects the data of each port
     * @param monitor where the progress goes, and what cancels
     * @return whether the node is executed now
     */
    public boolean execute(final PortObject[] inObjects, final NodeProgressMonitor monitor) {
        if (m_state != State.CONFIGURED) {
            throw new IllegalStateException("The node is " + m_state + " and not CONFIGURED.");
        }
        m_message = NodeMessage.NONE;
        for (int i = 0; i < inObjects.length; i++) {
            if (inObjects[i] == null && !m_definition.inputs().get(i).type().isOptional()) {
                show(NodeMessage.Type.ERROR,
                    Message.fromSummary("Couldn't get data from predecessor (Port No." + (i + 1) + ")."));
                return false;
            }
        }
        final ExecutionContext context = new ExecutionContext(monitor);
        final PortObjectSpec[] announced = m_outSpecs;
        try {
            context.checkCanceled();
            final ExecuteCall call = new ExecuteCall(m_definition, m_parameters,
                Arrays.copyOf(inObjects, present(inObjects)), context);
            m_definition.execute().accept(call, call);
            context.checkCanceled();
            finish(call, announced);
        } catch (final CanceledExecutionException ex) {
            Thread.interrupted();
            fail(NodeMessage.Type.WARNING, ex.getKNIMEMessage(), announced);
        } catch (final Exception | LinkageError | StackOverflowError | AssertionError ex) {
            failOrCancel(ex, context, inObjects, announced);
        }
        return m_state == State.EXECUTED;
    }

    private void finish(final ExecuteCall call, final PortObjectSpec[] announced) {
        final PortObject[] out = call.outObjects();
        for (int i = 0; i < out.length; i++) {
            if (out[i] == null) {
                throw new IllegalStateException(
                    "Invalid result. Execution failed, reason: data at output " + i + " is null.");
            }
        }
        final Optional<String> warning = call.warning().or(() -> emptyTableWarning(out));
        warning.ifPresent(w -> show(NodeMessage.Type.WARNING, Message.fromSummary(w)));
        for (int i = 0; i < out.length; i++) {
            if (!m_definition.outputs().get(i).type().getPortObjectClass().isInstance(out[i])) {
                fail(NodeMessage.Type.ERROR, Message.fromSummary("Invalid output port object at port " + (i + 1)),
                    announced);
                return;
            }
        }
        final PortObjectSpec[] specs = Arrays.stream(out).map(PortObject::getSpec).toArray(PortObjectSpec[]::new);
        for (int i = 0; i < out.length; i++) {
            if (announced[i] instanceof DataTableSpec && specs[i] instanceof DataTableSpec
                && !((DataTableSpec) specs[i]).isCompatibleWith((DataTableSpec) announced[i])) {
                show(NodeMessage.Type.WARNING,
                    Message.fromSummary("DataSpec generated by configure does not match spec after execution."));
            }
        }
        m_outSpecs = specs;
        m_outObjects = out;
        m_internalObjects = call.internalObjects();
        m_state = State.EXECUTED;
    }

    private static Optional<String> emptyTableWarning(final PortObject[] out) {
        final long tables = Arrays.stream(out).filter(BufferedDataTable.class::isInstance).count();
        final boolean data = Arrays.stream(out).filter(BufferedDataTable.class::isInstance)
            .anyMatch(t -> ((BufferedDataTable) t).size() > 0);
        if (tables == 0 || data) {
            return Optional.empty();
        }
        return Optional.of(tables == 1 ? "Node created an empty data table."
            : "Node created empty data tables on all out-ports.");
    }

    private void failOrCancel(final Throwable error, final ExecutionContext context, final PortObject[] in,
        final PortObjectSpec[] announced) {
        try {
            context.checkCanceled();
        } catch (final CanceledExecutionException canceled) {
            Thread.interrupted();
            fail(NodeMessage.Type.WARNING, canceled.getKNIMEMessage(), announced);
            return;
        }
        if (error instanceof MessageAwareException) {
            fail(NodeMessage.Type.ERROR, render(((MessageAwareException) error).getKNIMEMessage(), in), announced);
            return;
        }
        final String text = error.getMessage();
        fail(NodeMessage.Type.ERROR,
            Message.fromSummary(text != null && text.length() >= MIN_MESSAGE_LENGTH ? EXECUTE_FAILED + text
                : EXECUTE_FAILED + "(\"" + error.getClass().getSimpleName() + "\"): " + text),
            announced);
    }

    private static Message render(final Message message, final PortObject[] in) {
        try {
            return message.renderIssueDetails(in);
        } catch (final IllegalArgumentException ex) {
            return Message.fromSummary(message.getSummary() + "\nImplementation error: " + ex.getMessage());
        }
    }

    private void fail(final NodeMessage.Type type, final Message message, final PortObjectSpec[] announced) {
        reset();
        m_outSpecs = announced;
        m_state = State.CONFIGURED;
        show(type, message);
    }

    private void show(final NodeMessage.Type type, final Message message) {
        m_message = message.toNodeMessage(type);
    }

    private static Message messageOf(final Throwable t, final String prefix) {
        if (t instanceof MessageAwareException) {
            final Message message = ((MessageAwareException) t).getKNIMEMessage();
            return message.modify().withSummary(prefix + message.getSummary()).build().orElseThrow();
        }
        return Message.fromSummary(prefix + Objects.toString(t.getMessage()));
    }

    /**
     * The view with the data that the execution kept for it.
     *
     * @return the view, if the node has one and is executed
     */
    public Optional<NodeViewPage> view() {
        if (m_state != State.EXECUTED) {
            return Optional.empty();
        }
        return m_definition.view().map(v -> new NodeViewPage(v,
            v.parameters().map(type -> (NodeParameters) ParametersCodec.create(type, input(m_inSpecs))).orElse(null),
            m_internalObjects));
    }
}
