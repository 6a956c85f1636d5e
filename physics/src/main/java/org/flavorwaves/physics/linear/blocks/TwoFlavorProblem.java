package org.flavorwaves.physics.linear.blocks;

import java.util.List;

import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.linear.BackgroundStructure;
import org.flavorwaves.physics.linear.BandOperator;
import org.flavorwaves.physics.linear.WaveOperator;
import org.flavorwaves.physics.state.WaveVector;

/**
 * The linear problem of two flavors: 3N bands.
 *
 * @param background the background
 */
public record TwoFlavorProblem(Background background) implements BandProblem {
    @Override
    public int modes() {
        return background.size();
    }

    @Override
    public int components() {
        return 3;
    }

    @Override
    public BackgroundStructure structure() {
        return background.structure();
    }

    @Override
    public BandOperator operator(final WaveVector k) {
        return new WaveOperator(background, k);
    }

    @Override
    public BlockSolver blocks(final boolean vectors) {
        return new BlockAssembly(background, vectors);
    }

    @Override
    public BlockSolver along(final List<WaveVector> line) {
        return BlockAssembly.along(background, line);
    }
}
