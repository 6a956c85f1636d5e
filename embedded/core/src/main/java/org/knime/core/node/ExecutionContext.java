package org.knime.core.node;

import org.knime.core.data.DataTableSpec;

/** What a node needs while it executes: progress, cancelation, and new tables. */
public class ExecutionContext extends ExecutionMonitor {

    /**
     * Creates a context.
     *
     * @param progMon where the progress goes
     */
    public ExecutionContext(final NodeProgressMonitor progMon) {
        super(progMon);
    }

    /**
     * Starts a table. Domains start with those of the spec and grow with the rows.
     *
     * @param spec its columns
     * @return the open container
     */
    public BufferedDataContainer createDataContainer(final DataTableSpec spec) {
        return createDataContainer(spec, true);
    }

    /**
     * Starts a table.
     *
     * @param spec its columns
     * @param initDomain whether domains start with those of the spec or with nothing
     * @return the open container
     */
    public BufferedDataContainer createDataContainer(final DataTableSpec spec, final boolean initDomain) {
        return new BufferedDataContainer(spec, initDomain);
    }
}
