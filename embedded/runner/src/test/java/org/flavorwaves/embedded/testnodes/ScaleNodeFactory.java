package org.flavorwaves.embedded.testnodes;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** Multiplies a column. */
public final class ScaleNodeFactory extends DefaultNodeFactory {

    private static final DataTableSpec SPEC =
        new DataTableSpec(new String[] {"scaled"}, new DataType[] {DoubleCell.TYPE});

    /** Makes the node. */
    public ScaleNodeFactory() {
        super(DefaultNode.create().name("Test Scale").icon("scale.png").shortDescription("Scales a column.")
            .fullDescription("Multiplies a column by a factor.").sinceVersion(5, 9, 0)
            .ports(p -> p.addInputTable("Table", "Any table.").addOutputTable("Scaled", "The product.")
                .addOutputTable("Copy", "The product once more."))
            .model(m -> m.parametersClass(ScaleParameters.class).configure(ScaleNodeFactory::configure)
                .execute(ScaleNodeFactory::execute)));
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final ScaleParameters p = in.getParameters();
        if (!in.getInTableSpec(0).containsName(p.m_column)) {
            throw new InvalidSettingsException("Column '" + p.m_column + "' is missing.");
        }
        out.setOutSpecs(SPEC, SPEC);
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out) {
        final ScaleParameters p = in.getParameters();
        final int column = in.getInTable(0).getDataTableSpec().findColumnIndex(p.m_column);
        final BufferedDataContainer container = in.getExecutionContext().createDataContainer(SPEC);
        for (final DataRow row : in.getInTable(0)) {
            final DataCell cell = row.getCell(column);
            container.addRowToTable(new DefaultRow(row.getKey(), cell.isMissing() ? cell
                : new DoubleCell(p.m_factor * ((DoubleValue) cell).getDoubleValue())));
        }
        container.close();
        out.setOutData(container.getTable(), container.getTable());
    }
}
