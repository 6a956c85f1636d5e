package org.flavorwaves.embedded.testnodes;

import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** Fails while executing. */
public final class FailNodeFactory extends DefaultNodeFactory {

    /** Makes the node. */
    public FailNodeFactory() {
        super(DefaultNode.create().name("Test Fail").icon("fail.png").shortDescription("Fails.")
            .fullDescription("Fails.").sinceVersion(5, 9, 0)
            .ports(p -> p.addInputTable("Table", "Any table.").addOutputTable("Same", "The same table."))
            .model(m -> m.withoutParameters().configure((in, out) -> out.setOutSpecs(in.getInTableSpec(0)))
                .execute((in, out) -> {
                    throw new IllegalStateException("it broke in row 7");
                })));
    }
}
