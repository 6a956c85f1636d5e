package org.flavorwaves.physics.linear.blocks;

import java.util.List;

import org.flavorwaves.physics.linear.BackgroundStructure;
import org.flavorwaves.physics.linear.BandOperator;
import org.flavorwaves.physics.state.WaveVector;

/** The linear problem of a background of two or of three flavors, as solvers of bands see it. */
public interface BandProblem {
    /** Number of modes N. */
    int modes();

    /** Flavor components of a mode: 3 or 8. */
    int components();

    /** The block structure in use. */
    BackgroundStructure structure();

    /** The operator at a wave vector. */
    BandOperator operator(WaveVector k);

    /** Solves single points, with or without vectors. */
    BlockSolver blocks(boolean vectors);

    /** Solves the points of a line with vectors, in one basis. */
    BlockSolver along(List<WaveVector> line);

    /** The number of bands. */
    default int size() {
        return components() * modes();
    }
}
