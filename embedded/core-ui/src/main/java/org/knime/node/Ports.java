package org.knime.node;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

import org.flavorwaves.embedded.node.PortDefinition;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortType;
import org.knime.core.node.util.CheckUtils;
import org.knime.node.DefaultNode.RequireModel;
import org.knime.node.RequirePorts.ConfigurablePort;
import org.knime.node.RequirePorts.ConfigurablePort.FinalConfigurablePort;
import org.knime.node.RequirePorts.ConfigurablePort.OptionalConfigurablePort;
import org.knime.node.RequirePorts.RequireConfigurablePortMode;
import org.knime.node.RequirePorts.RequirePortName;
import org.knime.node.RequirePorts.RequireSupportedTypes;

/** Collects the declared ports of a node. */
final class Ports implements RequirePorts.PortsAdder, RequirePorts.DynamicPortsAdder {

    final List<PortDefinition> m_inputs = new ArrayList<>();

    final List<PortDefinition> m_outputs = new ArrayList<>();

    /** Output ports that users can add behind the others. */
    final List<PortDefinition> m_addable = new ArrayList<>();

    /** The stage at which ports are declared. */
    record Stage(Function<Ports, RequireModel> next) implements RequirePorts {

        @Override
        public RequireModel ports(final Consumer<PortsAdder> ports) {
            final Ports added = new Ports();
            ports.accept(added);
            return next.apply(added);
        }

        @Override
        public RequireModel dynamicPorts(final Consumer<DynamicPortsAdder> ports) {
            final Ports added = new Ports();
            ports.accept(added);
            return next.apply(added);
        }
    }

    @Override
    public RequirePorts.PortsAdder addInputPort(final String name, final String description,
        final PortType portType) {
        add(m_inputs, new PortDefinition(name, description, portType));
        return this;
    }

    @Override
    public RequirePorts.PortsAdder addOutputPort(final String name, final String description,
        final PortType portType) {
        add(m_outputs, new PortDefinition(name, description, portType));
        return this;
    }

    @Override
    public RequirePorts.DynamicPortsAdder addInputPortGroup(final String groupId,
        final Function<RequirePortName, ConfigurablePort> groupConfiguration) {
        CheckUtils.checkArgument(m_inputs.stream().noneMatch(PortDefinition::addable),
            "Here, ports that can be added stand behind all others.");
        groupConfiguration.apply(name -> description -> new Mode(groupId, description, m_inputs, m_inputs));
        return this;
    }

    @Override
    public RequirePorts.DynamicPortsAdder addOutputPortGroup(final String groupId,
        final Function<RequirePortName, ConfigurablePort> groupConfiguration) {
        CheckUtils.checkArgument(m_addable.isEmpty(), "Here, ports that can be added stand behind all others.");
        groupConfiguration.apply(name -> description -> new Mode(groupId, description, m_outputs, m_addable));
        return this;
    }

    private void add(final List<PortDefinition> ports, final PortDefinition port) {
        CheckUtils.checkArgument(port.name() != null && !port.name().isEmpty(),
            "The group identifier has to contain at least one character");
        CheckUtils.checkArgument(Stream.of(m_inputs, m_outputs, m_addable).flatMap(List::stream)
            .noneMatch(p -> p.name().equals(port.name())), "A port group with the given name already exists: '%s'",
            port.name());
        ports.add(port);
    }

    /** The last stage of a group. */
    private final class Mode implements RequireConfigurablePortMode {

        private final String m_group;

        private final String m_description;

        private final List<PortDefinition> m_fixed;

        private final List<PortDefinition> m_optional;

        Mode(final String group, final String description, final List<PortDefinition> fixed,
            final List<PortDefinition> optional) {
            m_group = group;
            m_description = description;
            m_fixed = fixed;
            m_optional = optional;
        }

        @Override
        public FinalConfigurablePort fixed(final PortType portType) {
            add(m_fixed, new PortDefinition(m_group, m_description, portType));
            return new FinalConfigurablePort();
        }

        @Override
        public RequireSupportedTypes<OptionalConfigurablePort> optional() {
            return types -> {
                add(m_optional, new PortDefinition(m_group, m_description,
                    types[0].equals(BufferedDataTable.TYPE) ? BufferedDataTable.TYPE_OPTIONAL : types[0], true));
                return new OptionalConfigurablePort() {
                };
            };
        }
    }
}
