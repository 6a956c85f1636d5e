package org.flavorwaves.physics.transport.flow;

import java.util.Arrays;
import java.util.List;

import org.flavorwaves.physics.distribution.crossing.BoxScheme;
import org.flavorwaves.physics.distribution.crossing.BoxScheme.Asymptotic;
import org.flavorwaves.physics.distribution.crossing.BoxScheme.Flavors;
import org.flavorwaves.physics.linear.survey.StabilitySurvey;
import org.flavorwaves.physics.linear.survey.SurveyOptions;
import org.flavorwaves.physics.run.ParallelLoop;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.LeptonDirections;

/**
 * The closure that others use, for comparison: every cell with a crossing relaxes to the state in which fast conversion
 * is expected to end, dP_i/dt = -(P_i - P_i,as)/tau with that of the box-like scheme (FW box-scheme) and tau = 1/gamma,
 * gamma the growth of the fastest wave of the fast limit (FW relaxation). Lepton number holds, because it does in the
 * scheme. It belongs to streams with all P_i along z.
 */
public final class BoxRelaxation implements Closure {
    /** Longest step of a uniform medium in units of tau. */
    private static final double LONGEST_STEP = 0.1;

    private static final BoxScheme SCHEME = new BoxScheme(Flavors.TWO);

    private static final StabilitySurvey SURVEY = new StabilitySurvey(new SurveyOptions(SurveyOptions.Terms.FAST,
        SurveyOptions.Directions.FLUX, false, SurveyOptions.DEFAULT_RESOLUTION, SurveyOptions.DEFAULT_FLOOR));

    private double[] m_growth = {};

    private double[][] m_viscosity = {};

    @Override
    public void start(final FlowCells cells) {
        if (!cells.isAligned() || Math.abs(cells.axis(2)) < 1) {
            throw new IllegalArgumentException("The closure by relaxation belongs to streams whose polarization vectors"
                + " are all along z, as neutrinos are emitted; take the adiabatic closure, or no mixing.");
        }
        m_growth = new double[cells.cells()];
        m_viscosity = new double[cells.cells()][cells.modes()];
        for (int c = 0; c < m_growth.length; c++) {
            m_growth[c] = growth(cells, c);
        }
    }

    private static double growth(final FlowCells cells, final int c) {
        return SURVEY.assess(cells.state(c), cells.environment(c)).growth();
    }

    @Override
    public double longestStep(final FlowCells cells) {
        final double fastest = Arrays.stream(m_growth).max().orElse(0);
        return cells.grid().isUniform() ? LONGEST_STEP / fastest : Double.POSITIVE_INFINITY;
    }

    @Override
    public void advance(final FlowCells cells, final double t, final double dt, final Progress progress) {
        ParallelLoop.forEach(cells.cells(), "Relaxation", progress, c -> {
            m_growth[c] = growth(cells, c);
            final FlavorState state = cells.state(c);
            final Asymptotic end = SCHEME.apply(state, LeptonDirections.of(state));
            final double share = end.converted() ? -Math.expm1(-m_growth[c] * dt) : 0;
            for (int i = 0; i < cells.modes(); i++) {
                final double before = state.pz(i);
                final double change = share * (end.state().pz(i) - before);
                m_viscosity[c][i] = before == 0 ? 0 : -change / (before * dt);
                cells.setSignedLength(c, i, cells.signedLength(c, i) + change * cells.axis(2));
            }
        });
    }

    @Override
    public double viscosity(final int cell, final int mode) {
        return m_viscosity[cell][mode];
    }

    @Override
    public List<WaveSample> waves() {
        return List.of();
    }

    @Override
    public double leptonNumber(final int cell) {
        return 0;
    }

    @Override
    public double clipped() {
        return 0;
    }
}
