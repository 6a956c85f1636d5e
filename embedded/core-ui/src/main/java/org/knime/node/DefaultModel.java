package org.knime.node;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.FluentNodeAPI;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.context.ports.PortsConfiguration;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.node.parameters.NodeParameters;

/** What a node does: its parameters, how it is configured and how it is executed. */
public final class DefaultModel implements FluentNodeAPI {

    final Class<? extends NodeParameters> m_parametersClass;

    final ConfigureOrRearrangerConsumer<ConfigureInput, ConfigureOutput> m_configure;

    final ExecuteConsumer m_execute;

    private DefaultModel(final Class<? extends NodeParameters> parametersClass,
        final ConfigureOrRearrangerConsumer<ConfigureInput, ConfigureOutput> configure, final ExecuteConsumer execute) {
        m_parametersClass = parametersClass;
        m_configure = configure;
        m_execute = execute;
    }

    static RequireModelParameters create() {
        return parameters -> configure -> execute -> new DefaultModel(parameters, configure, execute);
    }

    /** The stage at which the parameters are declared. */
    public interface RequireModelParameters {

        /**
         * Declares the parameters.
         *
         * @param parametersClass their class
         * @return the next stage
         */
        RequireConfigureOrRearrangeColumns parametersClass(Class<? extends NodeParameters> parametersClass);

        /**
         * Declares that there are none.
         *
         * @return the next stage
         */
        default RequireConfigureOrRearrangeColumns withoutParameters() {
            return parametersClass(null);
        }
    }

    /** The stage at which the configuration is declared. */
    public interface RequireConfigureOrRearrangeColumns {

        /**
         * Declares how the node is configured.
         *
         * @param configure checks parameters and input specs and tells the output specs
         * @return the next stage
         */
        RequireExecute configure(ConfigureOrRearrangerConsumer<ConfigureInput, ConfigureOutput> configure);
    }

    /** The stage at which the execution is declared. */
    public interface RequireExecute {

        /**
         * Declares how the node is executed.
         *
         * @param execute turns the input data into the output data
         * @return the model
         */
        DefaultModel execute(ExecuteConsumer execute);
    }

    /**
     * Configures a node.
     *
     * @param <I> what is known
     * @param <O> what is told
     */
    public interface ConfigureOrRearrangerConsumer<I, O> {

        /**
         * Configures the node.
         *
         * @param input parameters and specs
         * @param output where the output specs go
         * @throws InvalidSettingsException if the node cannot work with these parameters and specs
         */
        void accept(I input, O output) throws InvalidSettingsException;
    }

    /** Executes a node. */
    public interface ExecuteConsumer {

        /**
         * Executes the node.
         *
         * @param input parameters and data
         * @param output where the output data go
         * @throws CanceledExecutionException if somebody canceled the execution
         * @throws KNIMEException if the node fails
         */
        void accept(ExecuteInput input, ExecuteOutput output) throws CanceledExecutionException, KNIMEException;
    }

    /** What a node knows when it is configured. Ports count from zero. */
    public interface ConfigureInput {

        /**
         * The parameters.
         *
         * @param <S> their class
         * @return the parameters
         */
        <S extends NodeParameters> S getParameters();

        /**
         * All input specs of a node that has only tables.
         *
         * @return one spec a port
         */
        DataTableSpec[] getInTableSpecs();

        /**
         * The spec of an input table.
         *
         * @param portIndex the port
         * @return the spec
         */
        DataTableSpec getInTableSpec(int portIndex);

        /**
         * The types of the output ports.
         *
         * @return one type a port
         */
        PortType[] getOutPortTypes();

        /**
         * The ports.
         *
         * @return the ports in groups
         */
        PortsConfiguration getPortsConfiguration();
    }

    /** What a node tells when it is configured. Ports count from zero. */
    public interface ConfigureOutput {

        /**
         * Tells an output spec.
         *
         * @param <S> its class
         * @param index the port
         * @param spec the spec; null if it is not known yet
         */
        <S extends PortObjectSpec> void setOutSpec(int index, S spec);

        /**
         * Tells the output specs.
         *
         * @param <S> their class
         * @param specs one spec a port, from the first
         */
        @SuppressWarnings("unchecked")
        <S extends PortObjectSpec> void setOutSpecs(S... specs);

        /**
         * Warns.
         *
         * @param message the warning
         */
        void setWarningMessage(String message);
    }

    /** What a node knows when it is executed. Ports count from zero. */
    public interface ExecuteInput {

        /**
         * The parameters.
         *
         * @param <S> their class
         * @return the parameters
         */
        <S extends NodeParameters> S getParameters();

        /**
         * Progress, cancelation and new tables.
         *
         * @return the context
         */
        ExecutionContext getExecutionContext();

        /**
         * All input data of a node that has only tables.
         *
         * @return one table a port
         */
        BufferedDataTable[] getInTables();

        /**
         * An input table.
         *
         * @param portIndex the port
         * @return the table
         */
        BufferedDataTable getInTable(int portIndex);

        /**
         * The types of the output ports.
         *
         * @return one type a port
         */
        PortType[] getOutPortTypes();

        /**
         * The ports.
         *
         * @return the ports in groups
         */
        PortsConfiguration getPortsConfiguration();
    }

    /** What a node gives when it is executed. Ports count from zero. */
    public interface ExecuteOutput {

        /**
         * Gives the data of a port.
         *
         * @param <D> their class
         * @param index the port
         * @param data the data
         */
        <D extends PortObject> void setOutData(int index, D data);

        /**
         * Gives the data of all ports.
         *
         * @param <D> their class
         * @param data the data, from the first port
         */
        @SuppressWarnings("unchecked")
        <D extends PortObject> void setOutData(D... data);

        /**
         * Gives data that the view needs.
         *
         * @param <D> their class
         * @param data the data
         */
        @SuppressWarnings("unchecked")
        <D extends PortObject> void setInternalData(D... data);

        /**
         * Warns.
         *
         * @param message the warning
         */
        void setWarningMessage(String message);
    }
}
