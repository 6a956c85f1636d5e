package org.flavorwaves.physics.transport.flow;

/** Collisions on the way from one place to another, with the mean of the terms and directions at both. */
final class StreamSources {
    private StreamSources() {
    }

    static double trace(final FlowCells cells, final int from, final int to, final int i, final double trace,
        final double time) {
        final FlowSources a = cells.sources(from);
        final FlowSources b = cells.sources(to);
        return FlowSources.relaxed(trace, (a.emissionTrace(i) + b.emissionTrace(i)) / 2,
            (a.absorption(i) + b.absorption(i)) / 2, time);
    }

    static double length(final FlowCells cells, final int from, final int to, final int i, final double length,
        final double time) {
        final double emission = (along(cells, from, i) + along(cells, to, i)) / 2;
        return FlowSources.relaxed(length, emission, (cells.sources(from).loss(i) + cells.sources(to).loss(i)) / 2,
            time);
    }

    /** Hhat_i.E_i. */
    static double along(final FlowCells cells, final int c, final int i) {
        final double[] u = cells.units(c);
        return cells.sources(c).emission(i, u[3 * i], u[3 * i + 1], u[3 * i + 2]);
    }
}
