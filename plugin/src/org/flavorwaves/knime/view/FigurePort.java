package org.flavorwaves.knime.view;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

import org.flavorwaves.knime.view.paper.Figure;
import org.flavorwaves.knime.view.paper.FigurePng;
import org.knime.core.data.image.png.PNGImageContent;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.message.Message;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.image.ImagePortObject;
import org.knime.core.node.port.image.ImagePortObjectSpec;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOrRearrangerConsumer;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteConsumer;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultView;
import org.knime.node.DefaultView.RequireViewParameters;
import org.knime.node.RequirePorts.DynamicPortsAdder;
import org.knime.node.RequirePorts.PortsAdder;

/**
 * The output port that users can add to a node for its figure as PNG, so that batch runs and reports have it. It is the
 * last port. A node declares {@code .dynamicPorts(FigurePort.behind(p -> ...))}, configures by
 * {@link #configure} and executes by {@link #execute}; its own methods know nothing of the port.
 */
public final class FigurePort {
    private static final String NAME = "Figure";

    private static final String DESCRIPTION = "The figure of the view as image (PNG), one column of a journal wide at "
        + "300 dots an inch: the drawings of up to twelve cells below one another, each below its sentence of result.";

    private FigurePort() {
    }

    /**
     * Declares the ports of a node with that of the figure behind them.
     *
     * @param ports declares the other ports
     * @return declares all
     */
    public static Consumer<DynamicPortsAdder> behind(final Consumer<PortsAdder> ports) {
        return all -> {
            ports.accept(new Fixed(all));
            all.addOutputPortGroup(NAME,
                g -> g.name(NAME).description(DESCRIPTION).optional().supportedTypes(ImagePortObject.TYPE));
        };
    }

    /** Adds ports that are always there. */
    private record Fixed(DynamicPortsAdder all) implements PortsAdder {
        @Override
        public PortsAdder addInputPort(final String name, final String description, final PortType type) {
            all.addInputPortGroup(name, g -> g.name(name).description(description).fixed(type));
            return this;
        }

        @Override
        public PortsAdder addOutputPort(final String name, final String description, final PortType type) {
            all.addOutputPortGroup(name, g -> g.name(name).description(description).fixed(type));
            return this;
        }
    }

    /**
     * Configures a node and, if it was added, the port of the figure.
     *
     * @param node configures the other ports
     * @return configures all
     */
    public static ConfigureOrRearrangerConsumer<ConfigureInput, ConfigureOutput> configure(
        final ConfigureOrRearrangerConsumer<ConfigureInput, ConfigureOutput> node) {
        return (in, out) -> {
            node.accept(in, out);
            if (isAdded(in.getOutPortTypes())) {
                out.setOutSpec(in.getOutPortTypes().length - 1, new ImagePortObjectSpec(PNGImageContent.TYPE));
            }
        };
    }

    /**
     * Declares the view of a node, the page of its figure.
     *
     * @param title what the figure shows
     * @param file name of the page
     * @param description what is seen
     * @param figure makes the figure from the tables that the node kept
     * @return declares the view
     */
    public static Function<RequireViewParameters, DefaultView> view(final String title, final String file,
        final String description, final Function<BufferedDataTable[], Figure> figure) {
        return v -> v.withoutParameters().description(description)
            .page(page -> page.fromString(() -> FigurePage.of(title)).relativePath(file))
            .initialData(d -> d.data(input -> figure.apply(input.getInternalTables())));
    }

    private static boolean isAdded(final PortType[] types) {
        return types.length > 0 && types[types.length - 1].equals(ImagePortObject.TYPE);
    }

    /**
     * Executes a node and, if the port was added, paints its figure.
     *
     * @param node executes the node and keeps tables for its view
     * @param figure makes the figure from those tables
     * @return does both
     */
    public static ExecuteConsumer execute(final ExecuteConsumer node,
        final Function<BufferedDataTable[], Figure> figure) {
        return (in, out) -> {
            if (isAdded(in.getOutPortTypes())) {
                image(new Figure("", "", "", 0, List.of(), List.of()));
                final Kept kept = new Kept(out);
                node.accept(in, kept);
                out.setOutData(in.getOutPortTypes().length - 1, image(figure.apply(kept.m_tables)));
            } else {
                node.accept(in, out);
            }
        };
    }

    private static ImagePortObject image(final Figure figure) throws KNIMEException {
        try {
            return new ImagePortObject(new PNGImageContent(FigurePng.of(figure)),
                new ImagePortObjectSpec(PNGImageContent.TYPE));
        } catch (final LinkageError | InternalError | NullPointerException e) {
            throw Message.builder().withSummary("The figure cannot be painted, because Java finds no fonts: " + e)
                .addResolutions("Install fonts (on Linux the package fontconfig and any font).",
                    "Remove the port \"" + NAME + "\".").build().orElseThrow().toKNIMEException();
        }
    }

    /** Passes on what a node puts out, and remembers the tables for its view. */
    private static final class Kept implements ExecuteOutput {
        private final ExecuteOutput m_out;

        private BufferedDataTable[] m_tables = {};

        Kept(final ExecuteOutput out) {
            m_out = out;
        }

        @Override
        public <D extends PortObject> void setOutData(final int index, final D data) {
            m_out.setOutData(index, data);
        }

        @SafeVarargs
        @Override
        public final <D extends PortObject> void setOutData(final D... data) {
            m_out.setOutData(data);
        }

        @SafeVarargs
        @Override
        public final <D extends PortObject> void setInternalData(final D... data) {
            m_tables = Arrays.copyOf(data, data.length, BufferedDataTable[].class);
            m_out.setInternalData(data);
        }

        @Override
        public void setWarningMessage(final String message) {
            m_out.setWarningMessage(message);
        }
    }
}
