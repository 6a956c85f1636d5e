package org.knime.core.node;

import org.knime.core.data.DataRow;
import org.knime.core.data.DataTable;
import org.knime.core.data.DataTableSpec;

/** What a node needs while it executes: progress, cancelation, and new tables. */
public class ExecutionContext extends ExecutionMonitor {

    /**
     * Creates a context.
     *
     * @param progMon where the progress goes
     */
    public ExecutionContext(NodeProgressMonitor progMon) {
        super(progMon);
    }

    /**
     * Starts a table. Domains start with those of the spec and grow with the rows.
     *
     * @param spec its columns
     * @return the open container
     */
    public BufferedDataContainer createDataContainer(DataTableSpec spec) {
        return createDataContainer(spec, true);
    }

    /**
     * Starts a table.
     *
     * @param spec its columns
     * @param initDomain whether domains start with those of the spec or with nothing
     * @return the open container
     */
    public BufferedDataContainer createDataContainer(DataTableSpec spec, boolean initDomain) {
        return new BufferedDataContainer(spec, initDomain);
    }

    /**
     * A table as a table that can go through a port.
     *
     * @param table the table
     * @param subProgressMon where the progress goes
     * @return the table itself or its copy
     * @throws CanceledExecutionException if the execution is canceled
     */
    public BufferedDataTable createBufferedDataTable(DataTable table, ExecutionMonitor subProgressMon)
        throws CanceledExecutionException {
        if (table instanceof BufferedDataTable) {
            return (BufferedDataTable) table;
        }
        BufferedDataContainer container = createDataContainer(table.getDataTableSpec(), true);
        try {
            for (DataRow row : table) {
                subProgressMon.checkCanceled();
                container.addRowToTable(row);
            }
        } finally {
            container.close();
        }
        return container.getTable();
    }

    /**
     * A context for a part of the work.
     *
     * @param maxProg the part, from 0 to 1
     * @return the context
     */
    public ExecutionContext createSubExecutionContext(double maxProg) {
        return new ExecutionContext(new SubNodeProgressMonitor(getProgressMonitor(), maxProg, false));
    }

    /**
     * A context for a part of the work whose messages are not shown.
     *
     * @param maxProg the part, from 0 to 1
     * @return the context
     */
    public ExecutionContext createSilentSubExecutionContext(double maxProg) {
        return new ExecutionContext(new SubNodeProgressMonitor(getProgressMonitor(), maxProg, true));
    }
}
