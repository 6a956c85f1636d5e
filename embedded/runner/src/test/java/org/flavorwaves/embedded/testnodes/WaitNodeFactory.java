package org.flavorwaves.embedded.testnodes;

import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;

import org.knime.core.node.ExecutionContext;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;

/** Waits until another node of this kind waits too, or until it is canceled. */
public final class WaitNodeFactory extends DefaultNodeFactory {

    private static final long PATIENCE = 20;

    /** Parameters of the node Test Wait. */
    public static final class Parameters implements NodeParameters {

        @Widget(title = "For ever", description = "Whether only cancelation ends it.")
        boolean m_forEver;
    }

    private static final CyclicBarrier TWO = new CyclicBarrier(2);

    /** Makes the node. */
    public WaitNodeFactory() {
        super(DefaultNode.create().name("Test Wait").icon("wait.png").shortDescription("Waits.")
            .fullDescription("Waits for another one.").sinceVersion(5, 9, 0)
            .ports(p -> p.addInputTable("Table", "Any table.").addOutputTable("Same", "The same table."))
            .model(m -> m.parametersClass(Parameters.class)
                .configure((in, out) -> out.setOutSpecs(in.getInTableSpec(0)))
                .execute((in, out) -> {
                    final Parameters p = in.getParameters();
                    await(p.m_forEver, in.getExecutionContext());
                    out.setOutData(in.getInTable(0));
                })));
    }

    private static void await(final boolean forEver, final ExecutionContext exec)
        throws org.knime.core.node.CanceledExecutionException {
        try {
            if (!forEver) {
                TWO.await(PATIENCE, TimeUnit.SECONDS);
            }
            while (forEver) {
                exec.setProgress(0.25, "waiting");
                exec.checkCanceled();
                Thread.sleep(1);
            }
        } catch (final InterruptedException | java.util.concurrent.BrokenBarrierException
            | java.util.concurrent.TimeoutException ex) {
            throw new IllegalStateException("no other node came", ex);
        }
    }
}
