package org.flavorwaves.physics.qke;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.flavorwaves.physics.qke.engine.MatrixTerms;
import org.flavorwaves.physics.qke.field.BoxField;
import org.flavorwaves.physics.qke.field.Damping;
import org.flavorwaves.physics.run.TimedText;
import org.flavorwaves.physics.state.Absorption;
import org.flavorwaves.physics.thermo.PolarizationEnergy;
import org.flavorwaves.physics.threeflavor.FlavorAlgebra;
import org.flavorwaves.physics.threeflavor.FlavorSymmetry;
import org.flavorwaves.physics.threeflavor.ThreeFlavorEnvironment;
import org.flavorwaves.physics.threeflavor.ThreeFlavorState;

/** Measures what the equation of three flavors conserves, against the start of a run. */
final class ThreeFlavorMonitor implements BoxEvolution.Watch<ThreeFlavorSample> {
    private static final int A = FlavorAlgebra.SIZE;

    private final ThreeFlavorState m_state;

    private final ThreeFlavorEnvironment m_environment;

    /** Whether lengths and determinants change. */
    private final boolean m_changes;

    private final double m_from;

    /** The rate at which all modes are absorbed, and what their sources would make of the sums. */
    private final double m_kappa;

    private final double[] m_sourceSums;

    private final List<double[]> m_charges;

    private final double[] m_sums;

    private final double m_scale;

    private final double[] m_squares;

    private final double[] m_determinants;

    private final double m_tolerance;

    /**
     * Takes a field as the start.
     *
     * @param from its time
     * @param state modes, traces and vacuum frequencies
     * @param environment mixing, the mean of matter, and the strength of the nu-nu term
     */
    ThreeFlavorMonitor(final BoxField start, final double from, final ThreeFlavorState state,
        final ThreeFlavorEnvironment environment, final MatrixTerms terms, final double tolerance) {
        m_state = state;
        m_environment = environment;
        m_tolerance = tolerance;
        m_from = from;
        m_kappa = state.modes().absorption().rate(0);
        final boolean damped = BoxMonitor.isDamped(state.modes());
        m_changes = damped || state.modes().absorption().acts();
        m_charges = damped && terms.damping() == Damping.LENGTH || !BoxMonitor.oneRate(state.modes().absorption())
            ? List.of() : charges(terms, damped);
        m_sums = sums(start.meanVectors());
        m_sourceSums = sums(sources());
        m_squares = new double[start.size()];
        double scale = 0;
        for (int i = 0; i < m_squares.length; i++) {
            m_squares[i] = start.meanSquare(i);
            scale += state.modes().weight(i) * Math.sqrt(m_squares[i]);
        }
        m_scale = Math.max(scale, Double.MIN_NORMAL);
        m_determinants = m_changes ? new double[0] : determinants(start);
    }

    private static List<double[]> charges(final MatrixTerms terms, final boolean damped) {
        final FlavorSymmetry symmetry = new FlavorSymmetry();
        for (int c = 0; c < terms.vacuum().length; c += A) {
            symmetry.add(terms.vacuum(), c);
        }
        if (terms.matterPotential() != 0 || terms.matter().isPresent()) {
            symmetry.add(terms.matterVector(), 0);
        }
        for (final int flavor : damped ? new int[]{2, 7} : new int[0]) {
            final double[] diagonal = new double[A];
            diagonal[flavor] = 1;
            symmetry.add(diagonal, 0);
        }
        return symmetry.charges();
    }

    private double[] sources() {
        final Absorption absorption = m_state.modes().absorption();
        final double[] p = new double[A * absorption.size()];
        for (int c = 0; c < p.length && absorption.acts(); c++) {
            p[c] = absorption.component(c / A, c % A);
        }
        return p;
    }

    private double[] sums(final double[] p) {
        final double[] ws = m_state.modes().signedWeights();
        final double[] sums = new double[m_charges.size()];
        for (int c = 0; c < sums.length; c++) {
            for (int i = 0; i < ws.length; i++) {
                for (int a = 0; a < A; a++) {
                    sums[c] += ws[i] * m_charges.get(c)[a] * p[A * i + a];
                }
            }
        }
        return sums;
    }

    /** The sum that there must be at a time: it relaxes to that of the sources if all modes have one rate. */
    private double expected(final int charge, final double time) {
        return m_sums[charge] - (m_sums[charge] - m_sourceSums[charge]) * -Math.expm1(-m_kappa * (time - m_from));
    }

    /** The mean of det(P.lambda/2) of every mode over the points. */
    private static double[] determinants(final BoxField field) {
        final double[][][] p = new double[A][][];
        for (int a = 0; a < A; a++) {
            p[a] = field.values(a);
        }
        final double[] means = new double[field.size()];
        final double[] here = new double[A];
        for (int i = 0; i < means.length; i++) {
            for (int q = 0; q < p[0][i].length; q++) {
                for (int a = 0; a < A; a++) {
                    here[a] = p[a][i][q];
                }
                means[i] += FlavorAlgebra.determinant(here, 0) / p[0][i].length;
            }
        }
        return means;
    }

    @Override
    public ThreeFlavorSample sample(final double time, final BoxField field) {
        final double[] sums = sums(field.meanVectors());
        double lepton = sums.length == 0 ? Double.NaN : 0;
        for (int c = 0; c < sums.length; c++) {
            lepton = BoxMonitor.worse(lepton, Math.abs(sums[c] - expected(c, time)) / m_scale);
        }
        double length = Double.NaN;
        double determinant = Double.NaN;
        final double[] determinants = m_changes ? m_determinants : determinants(field);
        for (int i = 0; i < determinants.length; i++) {
            if (m_squares[i] > 0) {
                length = BoxMonitor.worse(Double.isNaN(length) ? 0 : length,
                    Math.abs(field.meanSquare(i) - m_squares[i]) / m_squares[i]);
                determinant = BoxMonitor.worse(Double.isNaN(determinant) ? 0 : determinant,
                    Math.abs(determinants[i] - m_determinants[i]) / Math.pow(m_squares[i], 1.5));
            }
        }
        final double[] traces = new double[field.size()];
        Arrays.setAll(traces, field::trace);
        final ThreeFlavorState mean = m_state.with(traces, field.meanVectors());
        return new ThreeFlavorSample(time, mean, lepton, length, determinant,
            PolarizationEnergy.of(mean, m_environment).total(), BoxMonitor.tail(field));
    }

    @Override
    public Optional<TimedText> broken(final ThreeFlavorSample sample) {
        return BoxMonitor.broken(sample.time(), sample.leptonError(), sample.lengthError(),
            m_kappa > 0 ? " beside its relaxation" : "", m_tolerance);
    }
}
