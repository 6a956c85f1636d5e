package org.flavorwaves.physics.linear;

import org.flavorwaves.physics.state.LeptonNumber;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.WaveVector;
import org.flavorwaves.physics.threeflavor.ThreeFlavorBackground;
import org.flavorwaves.physics.threeflavor.ThreeFlavorState;

/**
 * A background of three flavors whose pairs act on each other: any state, with coherence between flavors or not, and
 * any vacuum term. It need not be an equilibrium. H_i is diagonalised once a mode. Immutable.
 */
public final class CoherentBackground implements WaveBackground {
    private final ThreeFlavorBackground m_background;

    private final FlavorPoles m_poles;

    private CoherentBackground(final ThreeFlavorBackground background) {
        m_background = background;
        m_poles = new FlavorPoles(background);
    }

    /**
     * Prepares a background.
     *
     * @param background state and surroundings
     * @return the background
     */
    public static CoherentBackground of(final ThreeFlavorBackground background) {
        return new CoherentBackground(background);
    }

    /**
     * State and surroundings.
     *
     * @return what it was made of
     */
    public ThreeFlavorBackground background() {
        return m_background;
    }

    /**
     * The state.
     *
     * @return density matrices of all modes
     */
    public ThreeFlavorState state() {
        return m_background.state();
    }

    @Override
    public double selfInteraction() {
        return m_background.environment().selfInteraction();
    }

    /**
     * The resolvents of the modes.
     *
     * @return their poles
     */
    public FlavorPoles poles() {
        return m_poles;
    }

    /**
     * The largest polarization that two levels of a mode can have.
     *
     * @param i mode index
     * @return the difference of the largest and the smallest eigenvalue of its density matrix, the 2-norm of
     *         b -&gt; b o P_i
     */
    public double spread(final int i) {
        final double[] values = state().eigenvalues(i);
        return values[2] - values[0];
    }

    @Override
    public MomentumModes modes() {
        return state().modes();
    }

    @Override
    public BackgroundStructure structure() {
        return BackgroundStructure.GENERAL;
    }

    @Override
    public BandOperator operator(final WaveVector k) {
        return new ThreeFlavorOperator(m_background, k);
    }

    @Override
    public LeptonNumber leptonNumber() {
        return m_background.leptonNumber();
    }

    @Override
    public double strength() {
        double sum = 0;
        for (int i = 0; i < size(); i++) {
            sum += modes().weight(i) * spread(i);
        }
        return sum * Math.abs(selfInteraction());
    }

    @Override
    public double largestVacuum() {
        double largest = 0;
        for (int i = 0; i < size(); i++) {
            final double a = state().omega21(i);
            final double b = state().omega31(i);
            largest = Math.max(largest, Math.max(Math.abs(b - a), Math.max(Math.abs(a), Math.abs(b))));
        }
        return largest;
    }

    @Override
    public CoherentBackground reduced(final boolean keepVacuum) {
        final double[] omega21 = new double[size()];
        final double[] omega31 = new double[size()];
        final double[][] rho = new double[size()][];
        for (int i = 0; i < rho.length; i++) {
            omega21[i] = keepVacuum ? state().omega21(i) : 0;
            omega31[i] = keepVacuum ? state().omega31(i) : 0;
            rho[i] = state().rho(i);
        }
        return of(new ThreeFlavorBackground(new ThreeFlavorState(undamped(keepVacuum), omega21, omega31, rho),
            m_background.environment()));
    }
}
