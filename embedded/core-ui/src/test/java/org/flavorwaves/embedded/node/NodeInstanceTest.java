package org.flavorwaves.embedded.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

import org.flavorwaves.embedded.node.NodeInstance.State;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.data.image.png.PNGImageContent;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.message.Message;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.image.ImagePortObject;
import org.knime.core.node.port.image.ImagePortObjectSpec;
import org.knime.core.node.workflow.NodeMessage;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;

class NodeInstanceTest {

    /** Adds a number to a column; its mode makes it fail in many ways. */
    static final class Shift extends DefaultNodeFactory {

        Shift() {
            super(DefaultNode.create().name("Shift").icon("shift.png").shortDescription("Shifts.")
                .fullDescription("<p>Shifts.</p>").sinceVersion(5, 9, 0)
                .ports(p -> p.addInputTable("Table", "In").addOutputTable("Shifted", "Out"))
                .model(m -> m.parametersClass(ShiftParameters.class).configure(Shift::configure)
                    .execute(Shift::execute))
                .addView(v -> v.withoutParameters().description("Shows.")
                    .page(p -> p.fromString(() -> "<html></html>").relativePath("index.html"))
                    .initialData(d -> d.data(i -> new Shown(i.getInternalTables()[0].size())))));
        }

        /** The data of the view, which can be drawn. */
        public record Shown(long rows) {

            public Map<String, byte[]> drawn(final String format) {
                return Map.of(format, new byte[]{(byte) rows});
            }
        }

        private static DataTableSpec spec(final String column) {
            return new DataTableSpec(column(column, DoubleCell.TYPE));
        }

        static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
            final ShiftParameters p = in.getParameters();
            check(in.getInTableSpec(0).containsName(p.m_column), "Column '" + p.m_column + "' is missing.");
            if ("bug".equals(p.m_mode)) {
                throw new IllegalArgumentException("a bug");
            }
            if ("warn".equals(p.m_mode)) {
                out.setWarningMessage("careful");
            }
            out.setOutSpecs(spec(p.m_column));
        }

        static void execute(final ExecuteInput in, final ExecuteOutput out)
            throws KNIMEException, CanceledExecutionException {
            final ShiftParameters p = in.getParameters();
            final ExecutionContext exec = in.getExecutionContext();
            switch (p.m_mode) {
                case "null" -> {
                    return;
                }
                case "short" -> throw new IllegalStateException("no");
                case "fail" -> throw new IllegalStateException("too large");
                case "row" -> throw Message.fromRowIssue("Bad cell", 0, 1, 0, "it is bad").toKNIMEException();
                case "outside" -> throw Message.fromRowIssue("Bad cell", 0, 9, 0, "it is bad").toKNIMEException();
                case "cancel" -> exec.getProgressMonitor().setExecuteCanceled();
                default -> exec.setProgress(0.5, () -> "half");
            }
            exec.checkCanceled();
            final BufferedDataContainer container =
                exec.createDataContainer(spec("other".equals(p.m_mode) ? "other" : p.m_column));
            if (!"empty".equals(p.m_mode)) {
                final int c = in.getInTable(0).getDataTableSpec().findColumnIndex(p.m_column);
                for (final DataRow row : in.getInTable(0)) {
                    final double x = ((DoubleValue) row.getCell(c)).getDoubleValue();
                    container.addRowToTable(new DefaultRow(row.getKey(), x + p.m_offset));
                }
            }
            container.close();
            out.setOutData(container.getTable());
            out.setInternalData(container.getTable());
        }
    }

    /** Has an output port that users can add. */
    static final class Pictured extends DefaultNodeFactory {

        Pictured() {
            super(DefaultNode.create().name("Pictured").icon("shift.png").shortDescription("Shows.")
                .fullDescription("<p>Shows.</p>").sinceVersion(5, 9, 0)
                .dynamicPorts(p -> p
                    .addInputPortGroup("Table", g -> g.name("Table").description("In").fixed(BufferedDataTable.TYPE))
                    .addOutputPortGroup("Same", g -> g.name("Same").description("Out").fixed(BufferedDataTable.TYPE))
                    .addOutputPortGroup("Picture", g -> g.name("Picture").description("Image").optional()
                        .supportedTypes(ImagePortObject.TYPE)))
                .model(m -> m.withoutParameters().configure((in, out) -> {
                    out.setOutSpecs(in.getInTableSpecs());
                    if (in.getOutPortTypes().length == 2) {
                        out.setOutSpec(1, new ImagePortObjectSpec(PNGImageContent.TYPE));
                    }
                }).execute((in, out) -> {
                    out.setOutData(in.getInTables());
                    if (in.getOutPortTypes().length == 2) {
                        out.setOutData(1, new ImagePortObject(new PNGImageContent(png()),
                            new ImagePortObjectSpec(PNGImageContent.TYPE)));
                    }
                })));
        }

        private static byte[] png() {
            final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try {
                ImageIO.write(new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB), "png", bytes);
            } catch (final IOException ex) {
                throw new UncheckedIOException(ex);
            }
            return bytes.toByteArray();
        }
    }

    /** Has an input port that users can add. */
    static final class Joined extends DefaultNodeFactory {

        Joined() {
            super(DefaultNode.create().name("Joined").icon("shift.png").shortDescription("Joins.")
                .fullDescription("<p>Joins.</p>").sinceVersion(5, 9, 0)
                .dynamicPorts(p -> p
                    .addInputPortGroup("Table", g -> g.name("Table").description("In").fixed(BufferedDataTable.TYPE))
                    .addInputPortGroup("More", g -> g.name("More").description("In").optional()
                        .supportedTypes(BufferedDataTable.TYPE))
                    .addOutputPortGroup("Same", g -> g.name("Same").description("Out").fixed(BufferedDataTable.TYPE)))
                .model(m -> m.withoutParameters()
                    .configure((in, out) -> out.setOutSpec(0, in.getInTableSpecs()[in.getInTableSpecs().length - 1]))
                    .execute((in, out) -> out.setOutData(in.getInTables()[in.getInTables().length - 1]))));
        }
    }

    static final class ShiftParameters implements NodeParameters {

        String m_column = "x";

        double m_offset = 1;

        String m_mode = "";

        ShiftParameters() {
        }

        ShiftParameters(final NodeParametersInput input) {
            m_column = input.getInTableSpec(0).stream().flatMap(DataTableSpec::stream)
                .filter(c -> c.getType().isCompatible(DoubleValue.class)).findFirst()
                .map(DataColumnSpec::getName).orElse("none");
        }

        @Override
        public void validate() throws InvalidSettingsException {
            check(m_offset != 0, "The offset is zero.");
        }
    }

    private static void check(final boolean holds, final String message) throws InvalidSettingsException {
        if (!holds) {
            throw new InvalidSettingsException(message);
        }
    }

    private static DataColumnSpec column(final String name, final DataType type) {
        return new DataColumnSpecCreator(name, type).createSpec();
    }

    private static BufferedDataTable table() {
        final ExecutionContext exec = new ExecutionContext(new DefaultNodeProgressMonitor());
        final BufferedDataContainer container =
            exec.createDataContainer(new DataTableSpec(column("s", StringCell.TYPE), column("y", DoubleCell.TYPE)));
        container.addRowToTable(new DefaultRow("Row0", new StringCell("a"), new DoubleCell(1)));
        container.addRowToTable(new DefaultRow("Row1", new StringCell("b"), new DoubleCell(2)));
        container.close();
        return container.getTable();
    }

    private static NodeInstance node(final String mode) throws InvalidSettingsException {
        final NodeInstance node = new NodeInstance(new Shift());
        final NodeSettings settings = node.newSettings(table().getSpec());
        settings.addString("mode", mode);
        node.loadSettings(settings);
        node.configure(table().getSpec());
        return node;
    }

    private static boolean execute(final NodeInstance node) {
        return node.execute(new PortObject[] {table()}, new DefaultNodeProgressMonitor());
    }

    private static void fails(final String mode, final NodeMessage.Type type, final String message)
        throws InvalidSettingsException {
        final NodeInstance node = node(mode);
        assertThat(node.state()).isEqualTo(State.CONFIGURED);

        assertThat(execute(node)).isFalse();

        assertThat(node.state()).isEqualTo(State.CONFIGURED);
        assertThat(node.outObject(0)).isEmpty();
        assertThat(node.message().getMessageType()).isEqualTo(type);
        assertThat(node.message().getMessage()).isEqualTo(message);
    }

    @Test
    void makesItsParametersFromTheInputWhenItIsNew() throws Exception {
        final NodeInstance node = new NodeInstance(new Shift());

        assertThat(node.configure(table().getSpec())).isTrue();
        assertThat(execute(node)).isTrue();

        assertThat(node.state()).isEqualTo(State.EXECUTED);
        assertThat(node.message()).isEqualTo(NodeMessage.NONE);
        final BufferedDataTable out = (BufferedDataTable) node.outObject(0).orElseThrow();
        assertThat(out).extracting(r -> r.getCell(0)).containsExactly(new DoubleCell(2), new DoubleCell(3));
        assertThat(node.view().orElseThrow().initialData()).contains("{\"rows\":2}");
        assertThat(node.view().orElseThrow().drawings("png")).containsExactly(Map.entry("png", new byte[]{2}));
        final NodeSettings saved = new NodeSettings("model");
        node.saveSettings(saved);
        assertThat(saved.getString("column")).isEqualTo("y");
    }

    @Test
    void portsThatWereAddedComeBehindTheOthers() {
        final NodeInstance plain = new NodeInstance(new Pictured());
        plain.configure(table().getSpec());
        assertThat(execute(plain)).isTrue();
        assertThat(plain.definition().outputs()).extracting(PortDefinition::name).containsExactly("Same");

        final NodeInstance node = new NodeInstance(new Pictured(), List.of("Same", "Picture", "Else"));
        node.configure(table().getSpec());
        assertThat(execute(node)).isTrue();
        assertThat(node.definition().outputs()).extracting(PortDefinition::name).containsExactly("Same", "Picture");
        final DataCell picture = ((ImagePortObject) node.outObject(1).orElseThrow()).toDataCell();
        assertThat(picture).hasToString("PNG Image 3 x 2 with " + Pictured.png().length + " B");
    }

    @Test
    void anInputThatWasNotAddedIsNotThere() {
        for (final BufferedDataTable more : new BufferedDataTable[]{null, table()}) {
            final BufferedDataTable table = table();
            final NodeInstance node = new NodeInstance(new Joined());
            node.configure(table.getSpec(), more == null ? null : more.getSpec());
            assertThat(node.execute(new PortObject[]{table, more}, new DefaultNodeProgressMonitor())).isTrue();
            assertThat(node.outObject(0)).containsSame(more == null ? table : more);
        }
    }

    @Test
    void staysIdleWhereItCannotBeConfigured() throws Exception {
        final NodeInstance node = node("");

        assertThat(node.configure(new DataTableSpec(column("z", DoubleCell.TYPE)))).isFalse();
        assertThat(node.state()).isEqualTo(State.IDLE);
        assertThat(node.message()).isEqualTo(new NodeMessage(NodeMessage.Type.WARNING, "Column 'y' is missing."));

        assertThat(node.configure((DataTableSpec) null)).isFalse();
        assertThat(node.message()).isEqualTo(NodeMessage.NONE);

        assertThat(node("bug").message()).isEqualTo(
            new NodeMessage(NodeMessage.Type.ERROR, "Configure failed (IllegalArgumentException): a bug"));
        assertThat(node("warn").message()).isEqualTo(new NodeMessage(NodeMessage.Type.WARNING, "careful"));
    }

    @Test
    void failsWithTheMessagesOfKnime() throws Exception {
        fails("fail", NodeMessage.Type.ERROR, "Execute failed: too large");
        fails("short", NodeMessage.Type.ERROR, "Execute failed: (\"IllegalStateException\"): no");
        fails("null", NodeMessage.Type.ERROR,
            "Execute failed: Invalid result. Execution failed, reason: data at output 0 is null.");
        fails("cancel", NodeMessage.Type.WARNING, "Execution canceled");
        fails("row", NodeMessage.Type.ERROR, "Bad cell");
    }

    @Test
    void drawsTheCellThatAnErrorIsAbout() throws Exception {
        final NodeInstance node = node("row");
        execute(node);

        assertThat(node.message().getIssue()).contains("""
             RowID  |   s    |   y  \s
            --------+--------+--------
             Row0   | a      | 1.0  \s
             Row1   | b      | 2.0  \s
                      ^
            it is bad
            """);
    }

    @Test
    void warnsOfAnotherSpecThanAnnouncedAndOfEmptyTables() throws Exception {
        final NodeInstance other = node("other");
        assertThat(execute(other)).isTrue();
        assertThat(other.message()).isEqualTo(new NodeMessage(NodeMessage.Type.WARNING,
            "DataSpec generated by configure does not match spec after execution."));

        final NodeInstance empty = node("empty");
        assertThat(execute(empty)).isTrue();
        assertThat(empty.message())
            .isEqualTo(new NodeMessage(NodeMessage.Type.WARNING, "Node created an empty data table."));
    }

    @Test
    void validatesSettingsThatAreLoaded() throws Exception {
        final NodeInstance node = node("");
        final NodeSettings settings = node.newSettings(table().getSpec());
        settings.addDouble("offset", 0);

        assertThatThrownBy(() -> node.loadSettings(settings)).isInstanceOf(InvalidSettingsException.class)
            .hasMessage("The offset is zero.");
        settings.removeConfig("offset");
        assertThatThrownBy(() -> node.loadSettings(settings)).hasMessage("Double for key \"offset\" not found.");
    }

    static final class BadTextParameters implements NodeParameters {

        @Widget(title = "Flux", description = "|f| < 1")
        double m_flux;
    }

    static final class BadText extends DefaultNodeFactory {

        BadText() {
            super(DefaultNode.create().name("n").icon("i").shortDescription("s").fullDescription("f")
                .sinceVersion(5, 9, 0).ports(p -> p.addOutputTable("Out", "o"))
                .model(m -> m.parametersClass(BadTextParameters.class).configure((i, o) -> { })
                    .execute((i, o) -> { })));
        }
    }

    @Test
    void refusesTextsThatKnimeCannotParse() {
        assertThatThrownBy(BadText::new).isInstanceOf(IllegalStateException.class)
            .hasMessageStartingWith("Problem creating node description").hasMessageEndingWith("|f| < 1");
    }

    @Test
    void namesTheMistakeWhereAMessagePointsOutsideOfTheInput() throws Exception {
        final NodeInstance node = node("outside");
        execute(node);

        assertThat(node.state()).isEqualTo(State.CONFIGURED);
        assertThat(node.message().getMessage()).startsWith("Bad cell\nImplementation error: ");
    }

    @Test
    void portNamesAreUniqueInANode() {
        assertThatThrownBy(() -> DefaultNode.create().name("n").icon("i").shortDescription("").fullDescription("")
            .sinceVersion(5, 9, 0).ports(p -> p.addInputTable("State", "").addOutputTable("State", "")))
                .hasMessageContaining("A port group with the given name already exists");
    }
}
