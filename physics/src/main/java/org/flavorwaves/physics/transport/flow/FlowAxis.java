package org.flavorwaves.physics.transport.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.transport.flow.grid.FlowGrid;

/** About which axis the external terms of a stream are symmetric, and whether all polarization vectors share it. */
final class FlowAxis {
    /** Components across an axis that are rounding, relative to the largest length. */
    private static final double ALIGNED = 1e-12;

    private static final double[] NONE = {};

    private final double[] m_external;

    private final boolean m_aligned;

    private final double[] m_common;

    private final boolean m_free;

    private FlowAxis(final double[] external, final double[] common, final boolean free) {
        m_free = free;
        m_external = external;
        m_common = common;
        m_aligned = common.length > 0;
    }

    static FlowAxis of(final FlowSetup setup) {
        final FlowGrid grid = setup.grid();
        double matter = Math.max(Math.abs(setup.matter(setup.profile().from())),
            Math.abs(setup.matter(setup.profile().to())));
        for (int c = 0; c < grid.cells(); c++) {
            matter = Math.max(matter, Math.abs(setup.matter(grid.centre(c))));
        }
        final MomentumModes modes = grid.modes();
        final boolean vacuum = Arrays.stream(modes.omegas()).anyMatch(omega -> omega != 0);
        final double[] mass = {setup.environment().bx(), 0, setup.environment().bz()};
        final double[] z = {0, 0, 1};
        final boolean across = vacuum && matter != 0 && Math.abs(mass[0]) > ALIGNED;
        if (across) {
            return new FlowAxis(NONE, NONE, false);
        }
        final List<double[]> vectors = vectors(setup);
        final double[] longest = longest(vectors);
        if (!vacuum && matter == 0) {
            return new FlowAxis(longest, common(vectors, longest), true);
        }
        final double[] external = matter != 0 || Math.abs(mass[0]) <= ALIGNED ? z : mass;
        return new FlowAxis(external, common(vectors, external), false);
    }

    /** The axis of the external terms; empty if they have none. */
    double[] external() {
        return m_external;
    }

    /** Whether there are no external terms at all. */
    boolean isFree() {
        return m_free;
    }

    /** Whether every P_i and every emission is along the axis. */
    boolean isAligned() {
        return m_aligned;
    }

    /** The axis of an aligned stream; empty for others. */
    double[] common() {
        return m_common;
    }

    private static List<double[]> vectors(final FlowSetup setup) {
        final List<FlavorState> states = new ArrayList<>(setup.initial());
        states.add(setup.inflow().left());
        states.add(setup.inflow().right());
        setup.inflow().overTime().ifPresent(series -> states.addAll(series.states()));
        final List<double[]> vectors = new ArrayList<>();
        for (final FlavorState state : states) {
            for (int i = 0; i < state.size(); i++) {
                vectors.add(new double[]{state.px(i), state.py(i), state.pz(i)});
            }
        }
        for (final FlowSources sources : setup.sources()) {
            for (int i = 0; i < setup.grid().modes().size() && sources.emits(); i++) {
                vectors.add(new double[]{sources.emission(i, 0), sources.emission(i, 1), sources.emission(i, 2)});
            }
        }
        return vectors;
    }

    private static double[] longest(final List<double[]> vectors) {
        double[] longest = {0, 0, 0};
        for (final double[] v : vectors) {
            longest = norm(v) > norm(longest) ? v : longest;
        }
        final double length = norm(longest);
        final double sign = longest[2] < 0 ? -1 : 1;
        return length == 0 ? new double[]{0, 0, 1}
            : new double[]{sign * longest[0] / length, sign * longest[1] / length, sign * longest[2] / length};
    }

    private static double[] common(final List<double[]> vectors, final double[] axis) {
        for (final double[] v : vectors) {
            final double across = norm(new double[]{v[1] * axis[2] - v[2] * axis[1], v[2] * axis[0] - v[0] * axis[2],
                v[0] * axis[1] - v[1] * axis[0]});
            if (across > ALIGNED * norm(v)) {
                return NONE;
            }
        }
        return axis;
    }

    private static double norm(final double[] v) {
        return Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
    }
}
