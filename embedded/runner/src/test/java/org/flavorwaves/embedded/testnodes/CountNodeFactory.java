package org.flavorwaves.embedded.testnodes;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** A source of numbers. */
public final class CountNodeFactory extends DefaultNodeFactory {

    /** Makes the node. */
    public CountNodeFactory() {
        super(DefaultNode.create().name("Test Count").icon("count.png")
            .shortDescription("Counts &lt;up&gt; or down.")
            .fullDescription("<p>Makes numbers.</p><ul><li>one by one</li></ul>").sinceVersion(5, 9, 0)
            .ports(p -> p.addOutputTable("Numbers",
                "The <b>numbers</b>.<ul><li><tt>x</tt> (m): A number &lt; 1e9.</li></ul>"))
            .model(m -> m.parametersClass(CountParameters.class)
                .configure((in, out) -> out.setOutSpecs(spec(in)))
                .execute(CountNodeFactory::execute)));
    }

    private static DataTableSpec spec(final ConfigureInput in) {
        return spec(in.<CountParameters>getParameters());
    }

    private static DataTableSpec spec(final CountParameters parameters) {
        final DataTableSpec numbers = new DataTableSpec(new String[] {"x"}, new DataType[] {DoubleCell.TYPE});
        return parameters.m_extra.m_sentence ? new DataTableSpec(numbers.getColumnSpec(0),
            new DataColumnSpecCreator("result", StringCell.TYPE).createSpec()) : numbers;
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out) {
        final CountParameters p = in.getParameters();
        final BufferedDataContainer container = in.getExecutionContext().createDataContainer(spec(p));
        for (int i = 0; i < p.m_rows; i++) {
            final DataCell x = new DoubleCell(p.m_start + (p.m_direction == CountParameters.Direction.UP ? i : -i));
            final DataCell sentence = i == 0 ? new StringCell(p.m_name + " counts " + p.m_rows)
                : DataType.getMissingCell();
            container.addRowToTable(p.m_extra.m_sentence ? new DefaultRow("r" + i, x, sentence)
                : new DefaultRow("r" + i, x));
        }
        container.close();
        out.setOutData(container.getTable());
    }
}
