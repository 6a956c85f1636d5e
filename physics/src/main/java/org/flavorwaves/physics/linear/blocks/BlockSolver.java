package org.flavorwaves.physics.linear.blocks;

import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.WaveVector;

/** Solves the invariant blocks of a linear problem at wave vectors in one basis. */
public interface BlockSolver {
    /** The blocks in a fixed order that depends on the structure alone. */
    BandBlock[] solve(WaveVector k, Progress progress);

    /** The size of the largest dense problem. */
    long largestBlock();
}
