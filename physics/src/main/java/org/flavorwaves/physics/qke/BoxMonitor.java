package org.flavorwaves.physics.qke;

import java.util.Arrays;
import java.util.Optional;

import org.flavorwaves.physics.qke.engine.VectorTerms;
import org.flavorwaves.physics.qke.field.BoxField;
import org.flavorwaves.physics.qke.field.BoxGrid;
import org.flavorwaves.physics.qke.field.Damping;
import org.flavorwaves.physics.run.TimedText;
import org.flavorwaves.physics.state.Absorption;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.thermo.PolarizationEnergy;

/** Measures what the equation conserves exactly, against the start of a run. */
final class BoxMonitor implements BoxEvolution.Watch<BoxSample> {
    private final Environment m_environment;

    private final double[][] m_axes;

    private final boolean m_damped;

    /** The rate at which all modes are absorbed, and what their sources would make of the sums. */
    private final double m_kappa;

    private final double[] m_sourceSum;

    private final double m_from;

    private final double[] m_sum;

    private final double m_scale;

    private final double[] m_squares;

    private final double m_tolerance;

    /**
     * Takes a field as the start.
     *
     * @param from its time
     */
    BoxMonitor(final BoxField start, final double from, final VectorTerms terms, final double tolerance) {
        final MomentumModes modes = start.modes();
        m_environment = terms.environment();
        m_from = from;
        m_kappa = modes.absorption().rate(0);
        m_damped = isDamped(modes) || modes.absorption().acts();
        m_axes = isDamped(modes) && terms.damping() == Damping.LENGTH || !oneRate(modes.absorption())
            ? new double[0][] : conservedAxes(modes, m_environment, terms.matter().isPresent());
        m_sum = sum(start);
        m_sourceSum = sourceSum(modes);
        m_tolerance = tolerance;
        m_squares = new double[start.size()];
        double scale = 0;
        for (int i = 0; i < m_squares.length; i++) {
            m_squares[i] = start.meanSquare(i);
            scale += start.modes().weight(i) * Math.sqrt(m_squares[i]);
        }
        m_scale = Math.max(scale, Double.MIN_NORMAL);
    }

    /** Whether a mode is damped. */
    static boolean isDamped(final MomentumModes modes) {
        for (int i = 0; i < modes.size(); i++) {
            if (modes.depolarization(i) != 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether all modes are absorbed at one rate. */
    static boolean oneRate(final Absorption absorption) {
        for (int i = 1; i < absorption.size(); i++) {
            if (absorption.rate(i) != absorption.rate(0)) {
                return false;
            }
        }
        return true;
    }

    /**
     * The axes about which the external terms and the damping of coherence are symmetric.
     *
     * @param profile whether matter varies along z
     */
    static double[][] conservedAxes(final MomentumModes modes, final Environment environment, final boolean profile) {
        final boolean matter = profile || environment.matterPotential() != 0;
        boolean vacuum = false;
        for (int i = 0; i < modes.size(); i++) {
            vacuum |= modes.omega(i) != 0;
        }
        final double[] b = {environment.bx(), 0, environment.bz()};
        final boolean alongZ = !vacuum || b[0] == 0;
        if (alongZ && (vacuum || matter || isDamped(modes))) {
            return new double[][]{{0, 0, 1}};
        }
        if (alongZ) {
            return new double[][]{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
        }
        return !matter && !isDamped(modes) ? new double[][]{b} : new double[0][];
    }

    private double[] sum(final BoxField field) {
        final double[] sums = new double[m_axes.length];
        for (int c = 0; c < sums.length; c++) {
            for (int i = 0; i < field.size(); i++) {
                final double ws = field.modes().weight(i) * field.modes().species(i).sign();
                for (int a = 0; a < 3; a++) {
                    sums[c] += ws * m_axes[c][a] * field.re(i, a, 0);
                }
            }
        }
        return sums;
    }

    private double[] sourceSum(final MomentumModes modes) {
        final double[] ws = modes.signedWeights();
        final Absorption absorption = modes.absorption();
        final double[] sums = new double[m_axes.length];
        for (int c = 0; c < sums.length; c++) {
            for (int i = 0; i < ws.length; i++) {
                sums[c] += ws[i] * (m_axes[c][0] * absorption.px(i) + m_axes[c][1] * absorption.py(i)
                    + m_axes[c][2] * absorption.pz(i));
            }
        }
        return sums;
    }

    /** The sum that there must be at a time: it relaxes to that of the sources if all modes have one rate. */
    private double expected(final int axis, final double time) {
        return m_sum[axis] - (m_sum[axis] - m_sourceSum[axis]) * -Math.expm1(-m_kappa * (time - m_from));
    }

    @Override
    public BoxSample sample(final double time, final BoxField field) {
        final double[] sums = sum(field);
        double lepton = sums.length == 0 ? Double.NaN : 0;
        for (int c = 0; c < sums.length; c++) {
            lepton = worse(lepton, Math.abs(sums[c] - expected(c, time)) / m_scale);
        }
        double length = Double.NaN;
        for (int i = 0; i < m_squares.length && !m_damped; i++) {
            if (m_squares[i] > 0) {
                length = worse(Double.isNaN(length) ? 0 : length,
                    Math.abs(field.meanSquare(i) - m_squares[i]) / m_squares[i]);
            }
        }
        final FlavorState mean = field.mean();
        return new BoxSample(time, mean, lepton, length, PolarizationEnergy.of(mean, m_environment).total(),
            tail(field));
    }

    /** The larger of two errors, infinite if the second is no number. */
    static double worse(final double worst, final double error) {
        return Double.isNaN(error) ? Double.POSITIVE_INFINITY : Math.max(worst, error);
    }

    /** The share of the power in n != 0 beyond two thirds of the kept harmonics. */
    static double tail(final BoxField field) {
        final BoxGrid grid = field.grid();
        double all = 0;
        double far = 0;
        for (int h = 1; h < grid.harmonics(); h += 2) {
            boolean outer = false;
            for (int a = 0; a < 3; a++) {
                outer |= grid.cutoff(a) > 0 && 3 * Math.abs(grid.harmonic(h, a)) > 2 * grid.cutoff(a);
            }
            for (int i = 0; i < field.size(); i++) {
                final double power = field.power(i, h);
                all += power;
                far += outer ? power : 0;
            }
        }
        return all > 0 ? far / all : 0;
    }

    /** Whether sum w s Pz is among what the equation conserves. */
    boolean conservesFlavor() {
        return m_kappa == 0 && Arrays.stream(m_axes).anyMatch(axis -> axis[0] == 0 && axis[1] == 0);
    }

    @Override
    public Optional<TimedText> broken(final BoxSample sample) {
        return broken(sample.time(), sample.leptonError(), sample.lengthError(),
            m_kappa > 0 ? " beside its relaxation" : "", m_tolerance);
    }

    /** What is broken beyond a tolerance, for any number of flavors. */
    static Optional<TimedText> broken(final double time, final double leptonError, final double lengthError,
        final String beside, final double tolerance) {
        if (leptonError > tolerance) {
            return Optional.of(new TimedText("At t = " + TimedText.PLACE + " the conserved lepton number sum w s P has"
                + " changed by " + leptonError + " of sum w|P|" + beside + ", above the tolerance " + tolerance
                + "; make the time steps smaller.", time));
        }
        if (lengthError > tolerance) {
            return Optional.of(new TimedText("At t = " + TimedText.PLACE + " the mean square length of a polarization"
                + " vector has changed by " + lengthError + " of its value, above the tolerance " + tolerance
                + "; make the time steps smaller.", time));
        }
        return Optional.empty();
    }
}
