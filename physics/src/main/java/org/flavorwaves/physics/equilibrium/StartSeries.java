package org.flavorwaves.physics.equilibrium;

import java.util.Random;

import org.flavorwaves.physics.equilibrium.system.CollectiveSums;
import org.flavorwaves.physics.equilibrium.system.EquilibriumSystem;
import org.flavorwaves.physics.equilibrium.system.Frame;
import org.flavorwaves.physics.state.CollectiveField;
import org.flavorwaves.physics.state.Environment;

/**
 * A fixed series of starts for Newton, always the same for the same equations: J = G(J') of a J' with normally
 * distributed components, which the modes can make. In a rotating frame J' has the conserved n.J, and the rate is one
 * at which some mode would be at rest but for the field of the others, up to a random share of its frequency.
 */
final class StartSeries {
    private static final long SEED = 20250101;

    /** Standard deviation of each component of J' over sum_i w_i |P_i|. */
    private static final double SIZE = 0.3;

    /** Standard deviation of the frequency from which a rotation rate starts, as a share of it. */
    private static final double SPREAD = 0.3;

    private final Random m_random = new Random(SEED);

    private final Environment m_environment;

    private final Frame m_frame;

    private final CollectiveSums m_sums;

    private final EquilibriumSystem m_system;

    private final double m_fieldScale;

    private final double m_rateScale;

    StartSeries(final Environment environment, final Frame frame, final CollectiveSums sums,
        final EquilibriumSystem system, final double fieldScale, final double rateScale) {
        m_environment = environment;
        m_frame = frame;
        m_sums = sums;
        m_system = system;
        m_fieldScale = fieldScale;
        m_rateScale = rateScale;
    }

    /** The unknowns of the next start. */
    double[] next() {
        final double[] j = new double[CollectiveField.SIZE];
        for (int c = 0; c < j.length; c++) {
            j[c] = SIZE * m_fieldScale * m_random.nextGaussian();
        }
        final double[] rates = new double[m_frame.rotations()];
        final double frequency =
            m_sums.signedFrequency(m_random.nextInt(m_sums.size())) * (1 + SPREAD * m_random.nextGaussian());
        for (int k = 0; k < rates.length; k++) {
            conserve(j, k);
            rates[k] = m_environment.selfInteraction() * m_frame.conserved(k)
                + (m_system.refers() ? frequency : m_rateScale * m_random.nextGaussian());
        }
        final double[] image = new double[CollectiveField.SIZE];
        m_sums.evaluate(j, m_system.couplings(m_system.unknownsOf(j, rates), 1), image);
        for (final Frame.Phase phase : m_frame.phases()) {
            phase.apply(image);
        }
        return m_system.unknownsOf(image, rates);
    }

    /** Gives J the conserved component along axis k. */
    private void conserve(final double[] j, final int k) {
        final int place = 3 * m_frame.place();
        double excess = -m_frame.conserved(k);
        for (int a = 0; a < 3; a++) {
            excess += m_frame.axis(k, a) * j[place + a];
        }
        for (int a = 0; a < 3; a++) {
            j[place + a] -= excess * m_frame.axis(k, a);
        }
    }
}
