package org.flavorwaves.knime.nodes.moments;

import org.flavorwaves.knime.testing.NodeTester;

/** The node Moments to Distribution for tests of other nodes. */
public final class MomentsNodeAccess {
    private MomentsNodeAccess() {
    }

    /**
     * The node with its defaults.
     *
     * @return a tester
     */
    public static NodeTester node() {
        return NodeTester.of(MomentsToDistributionNodeFactory::configure, MomentsToDistributionNodeFactory::execute,
            new MomentsToDistributionParameters());
    }
}
