package org.flavorwaves.physics.flavomon;

import java.util.List;

import org.apache.commons.math3.complex.Complex;

/** A medium that behaves as another one. */
class WrappedMedium implements FlavomonMedium {
    private final FlavomonMedium m_medium;

    WrappedMedium(final FlavomonMedium medium) {
        m_medium = medium;
    }

    @Override
    public List<Sector> sectors() {
        return m_medium.sectors();
    }

    @Override
    public DielectricTensor dielectricTensor(final Complex omega, final double k) {
        return m_medium.dielectricTensor(omega, k);
    }

    @Override
    public DielectricTensor outside(final int side, final double gap, final double k) {
        return m_medium.outside(side, gap, k);
    }

    @Override
    public double scale() {
        return m_medium.scale();
    }

    @Override
    public List<Complex> shifts() {
        return m_medium.shifts();
    }

    @Override
    public boolean isContinuous() {
        return m_medium.isContinuous();
    }

    @Override
    public double trustedEllipse() {
        return m_medium.trustedEllipse();
    }

    @Override
    public FlavomonMedium neighbour() {
        return this;
    }

    @Override
    public double poleDistance(final Complex omega, final double k) {
        return m_medium.poleDistance(omega, k);
    }
}
