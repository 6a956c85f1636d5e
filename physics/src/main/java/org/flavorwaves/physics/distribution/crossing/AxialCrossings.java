package org.flavorwaves.physics.distribution.crossing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.flavorwaves.physics.distribution.crossing.LeptonCrossings.Geometry;
import org.flavorwaves.physics.numerics.GaussLegendre;
import org.flavorwaves.physics.numerics.LegendreSeries;
import org.flavorwaves.physics.state.Cosines;
import org.flavorwaves.physics.state.Direction;
import org.flavorwaves.physics.state.LeptonDirections;

/** Crossings of rings, or of beams along one axis, as a function of c = cos theta. */
final class AxialCrossings {
    private final LeptonDirections m_directions;

    private final Direction m_axis;

    private final Cosines m_levels;

    private final double[] m_numbers;

    private final List<CrossingZero> m_zeros = new ArrayList<>();

    private AxialCrossings(final LeptonDirections directions, final Direction axis) {
        m_directions = directions;
        m_axis = axis;
        final double[] cosines = new double[directions.size()];
        for (int d = 0; d < cosines.length; d++) {
            cosines[d] = Math.max(-1, Math.min(1, directions.velocity(d).dot(axis)));
        }
        m_levels = new Cosines(cosines);
        m_numbers = new double[m_levels.size()];
        for (int d = 0; d < cosines.length; d++) {
            m_numbers[m_levels.below(cosines[d])] += directions.number(d);
        }
    }

    static LeptonCrossings find(final LeptonDirections directions, final Direction axis) {
        final AxialCrossings search = new AxialCrossings(directions, axis);
        return search.m_levels.isGaussLegendre() ? search.series(GaussLegendre.of(search.m_levels.size()))
            : search.rings();
    }

    private LeptonCrossings series(final GaussLegendre rule) {
        final double scale = m_directions.gross() > 0 ? m_directions.gross() : 1;
        final double[] scaled = new double[m_numbers.length];
        for (int l = 0; l < scaled.length; l++) {
            scaled[l] = m_numbers[l] / scale;
        }
        final LegendreSeries series = LegendreSeries.project(rule.nodes(), scaled, scaled.length - 1);
        final LegendreSeries integral = series.antiderivative();
        final SignRegions regions = new SignRegions(series, rule, scaled);
        final Side positive = new Side();
        final Side negative = new Side();
        for (int r = 0; r < regions.list().size(); r++) {
            final int sign = regions.list().get(r).sign();
            final double from = r == 0 ? -1 : regions.cuts().get(r - 1);
            final double to = r == regions.cuts().size() ? 1 : regions.cuts().get(r);
            (sign > 0 ? positive : negative).add(scale * Math.abs(integral.value(to) - integral.value(from)),
                scale * regions.list().get(r).peak(), to - from);
            if (r > 0) {
                zero(from, sign > 0);
            }
        }
        return result(Geometry.SERIES, positive, negative);
    }

    private LeptonCrossings rings() {
        final Side positive = new Side();
        final Side negative = new Side();
        int last = -1;
        double from = -1;
        for (int l = 0; l < m_numbers.length; l++) {
            if (m_numbers[l] != 0) {
                if (last >= 0 && m_numbers[last] * m_numbers[l] < 0) {
                    final double at = between(last, l);
                    (m_numbers[last] > 0 ? positive : negative).add(0, 0, at - from);
                    zero(at, m_numbers[l] > 0);
                    from = at;
                }
                last = l;
                final double size = Math.abs(m_numbers[l]);
                (m_numbers[l] > 0 ? positive : negative).add(size, size / m_levels.width(l), 0);
            }
        }
        if (last >= 0) {
            (m_numbers[last] > 0 ? positive : negative).add(0, 0, 1 - from);
        }
        return result(Geometry.RINGS, positive, negative);
    }

    /** The zero between two levels of opposite sign; the middle of the levels between them if G vanishes there. */
    private double between(final int a, final int b) {
        if (b - a > 1) {
            return 0.5 * (m_levels.cosine(a + 1) + m_levels.cosine(b - 1));
        }
        final double before = Math.abs(m_numbers[a]) / m_levels.width(a);
        final double after = Math.abs(m_numbers[b]) / m_levels.width(b);
        return (m_levels.cosine(a) * after + m_levels.cosine(b) * before) / (before + after);
    }

    private void zero(final double cosine, final boolean rising) {
        final Optional<Double> flux =
            m_directions.fluxDirection().map(direction -> Math.signum(direction.dot(m_axis)) * cosine);
        m_zeros.add(new CrossingZero(m_axis.times(cosine), flux, Optional.of(rising)));
    }

    private LeptonCrossings result(final Geometry geometry, final Side positive, final Side negative) {
        return new LeptonCrossings(geometry, m_directions, m_zeros, positive.m_integral, negative.m_integral,
            positive.m_peak, negative.m_peak, 0.5 * negative.m_width);
    }

    /** What lies on one side of the crossings. */
    private static final class Side {
        private double m_integral;

        private double m_peak;

        private double m_width;

        void add(final double integral, final double peak, final double width) {
            m_integral += integral;
            m_peak = Math.max(m_peak, peak);
            m_width += width;
        }
    }
}
