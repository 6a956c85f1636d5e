package org.flavorwaves.physics.transport.flow;

import java.util.Optional;

/**
 * The lepton number of a stream in flux form: what is in the cells and waves, what has passed through the ends, and
 * what collisions have added. Also the conserved n.J^0 of a uniform medium whose frame turns.
 */
final class FlowLedger {
    private final double[] m_collided;

    private final double m_start;

    private double m_entered;

    private double m_scale;

    private double m_conserved;

    private double m_conservedBefore;

    FlowLedger(final FlowCells cells) {
        m_collided = new double[cells.cells()];
        double start = 0;
        for (int c = 0; c < cells.cells(); c++) {
            start += content(cells, c);
            m_scale += size(cells, c);
        }
        m_start = start;
    }

    private static double content(final FlowCells cells, final int c) {
        double sum = 0;
        for (int i = 0; i < cells.modes(); i++) {
            sum += cells.grid().modes().species(i).sign() * cells.grid().capacity(c, i) * cells.signedLength(c, i);
        }
        return sum;
    }

    private static double size(final FlowCells cells, final int c) {
        double sum = 0;
        for (int i = 0; i < cells.modes(); i++) {
            sum += cells.grid().capacity(c, i) * Math.abs(cells.signedLength(c, i));
        }
        return sum;
    }

    /** Starts to keep n.J^0. */
    void conserve(final FlowCells cells) {
        final double[] n = cells.turnAxis();
        m_conserved = n[0] * cells.field(0, 0, 0) + n[1] * cells.field(0, 0, 1) + n[2] * cells.field(0, 0, 2);
        m_conservedBefore = m_conserved;
    }

    /** Notes what one mode has brought in; the sizes of all modes are the scale of the drift. */
    void enters(final double number) {
        m_entered += number;
        m_scale += Math.abs(number);
    }

    /** Notes what collisions have added to the lepton number of a cell. */
    void collided(final int c, final double number) {
        m_collided[c] += number;
    }

    /** Notes what collisions add to n.J^0 of a uniform medium. */
    void turns(final double alongAxis) {
        m_conserved += alongAxis;
    }

    void solved() {
        m_conservedBefore = m_conserved;
    }

    double conserved() {
        return m_conserved;
    }

    double conservedBefore() {
        return m_conservedBefore;
    }

    /** What fluxes and collisions do not explain. */
    double drift(final FlowCells cells, final Optional<Closure> closure) {
        double now = 0;
        double collided = 0;
        for (int c = 0; c < m_collided.length; c++) {
            now += content(cells, c);
            collided += m_collided[c];
            if (closure.isPresent()) {
                now += closure.get().leptonNumber(c) * (cells.grid().isUniform() ? 1 : cells.grid().width());
            }
        }
        return m_scale == 0 ? 0 : Math.abs(now - m_start - m_entered - collided) / m_scale;
    }
}
