package org.flavorwaves.physics.flavomon.kinetics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.flavorwaves.physics.flavomon.WaveBranch;
import org.flavorwaves.physics.flavomon.beams.FollowedRoots;
import org.flavorwaves.physics.flavomon.kinetics.occupation.AngularCells;
import org.flavorwaves.physics.flavomon.kinetics.occupation.FlavomonBalance;
import org.flavorwaves.physics.flavomon.kinetics.occupation.FlavomonWave;
import org.flavorwaves.physics.flavomon.kinetics.occupation.NeutrinoOccupations;
import org.flavorwaves.physics.run.ParallelLoop;
import org.flavorwaves.physics.run.Progress;

/**
 * The quasi-linear closure (FW quasi-linear): pi delta(x) -&gt; gamma/(x^2 + gamma^2), x = Re omega -
 * k v, for the growing longitudinal waves of the beams as given. With |A|^2 = |Z| N times the states of a wave number
 * and the norm of its wave function, n_K = sum_i w_i (f_e - f_x)_i^2 |e_K.V_i|^2/|omega_K - k v_i|^2,
 *
 * <pre>d(n_K |A_K|^2)/dt = 2 gamma_K n_K |A_K|^2
 * d(f_e - f_x)_i/dt = -4 sum_K gamma_K |A_K|^2 |e_K.V_i|^2/|omega_K - k v_i|^2 (f_e - f_x)_i</pre>
 *
 * <p>so each neutrino mode depolarizes at the viscosity of the wave (JK 78). The roots omega_K are exact for the
 * present occupations in every stage, hence sum_i w_i g_i |e.V_i|^2/|omega - k v_i|^2 = 0 (FW unstable-identity) holds
 * to rounding and sum w g is conserved. The intensity is what is carried: it stays finite where a growing and a
 * decaying root merge and Z diverges. There the wave stops growing and keeps its intensity until it grows again.
 */
final class QuasiLinearSystem implements KineticSystem {
    private static final int SLOTS = FollowedRoots.SLOTS;

    /** Change of an occupation, relative to the largest f_e + f_x, after which all roots are searched anew. */
    private static final double SEARCH = 0.03;

    private final NeutrinoOccupations m_neutrinos;

    private final WaveNumberGrid m_grid;

    private final AngularCells m_cells;

    private final MediumSeries m_medium;

    private final FollowedRoots m_roots;

    private final double m_seed;

    private final double m_occupation;

    private final double[] m_z;

    private final double[] m_numbers;

    /** n_K where a wave grew last; 0 if it never did. */
    private final double[] m_norm;

    private final double[] m_depolarization;

    private double[] m_searched;

    /** Cancels searches after the first one. */
    private Progress m_watch = Progress.NONE;

    private double m_fastest;

    QuasiLinearSystem(final NeutrinoOccupations neutrinos, final WaveNumberGrid grid, final double seed) {
        m_neutrinos = neutrinos;
        m_grid = grid;
        m_cells = new AngularCells(neutrinos);
        m_medium = new MediumSeries(neutrinos, m_cells, 0);
        m_roots = new FollowedRoots(m_cells.velocities(), grid.size());
        m_seed = seed;
        m_z = new double[m_roots.size()];
        m_norm = new double[m_roots.size()];
        m_numbers = new double[m_cells.size()];
        m_depolarization = new double[m_cells.size()];
        double occupation = 0;
        for (int i = 0; i < neutrinos.size(); i++) {
            occupation = Math.max(occupation, neutrinos.electron(i) + neutrinos.other(i));
        }
        m_occupation = occupation;
    }

    /** Finds the growing waves at time 0. */
    void start(final Progress progress) {
        m_watch = progress.standing();
        search(new double[m_neutrinos.size()], progress);
    }

    @Override
    public double[] initial() {
        final int n = m_neutrinos.size();
        final double[] y = new double[n + m_z.length];
        begin(y);
        return y;
    }

    /** Puts the seed into waves that grow for the first time. */
    private void begin(final double[] y) {
        final int n = m_neutrinos.size();
        update(y);
        for (int j = 0; j < m_z.length; j++) {
            if (y[n + j] == 0 && move(j)) {
                y[n + j] = m_seed * m_grid.width(j / SLOTS) * norm(y);
            }
        }
    }

    private boolean move(final int slot) {
        return m_roots.move(slot, m_grid.waveNumber(slot / SLOTS) + m_medium.flux());
    }

    /** n_K of the wave that was moved last. */
    private double norm(final double[] y) {
        double sum = 0;
        for (int i = 0; i < m_neutrinos.size(); i++) {
            final double difference = m_neutrinos.electron(i) - m_neutrinos.other(i) + 2 * y[i];
            sum += m_neutrinos.weight(i) * difference * difference * m_roots.response(m_cells.ofMode(i));
        }
        return sum;
    }

    @Override
    public void evaluate(final double[] y, final double[] rates) {
        final int n = m_neutrinos.size();
        update(y);
        Arrays.fill(m_depolarization, 0);
        for (int j = 0; j < m_z.length; j++) {
            m_z[j] = Double.NaN;
            if (move(j)) {
                m_z[j] = m_roots.renormalisation();
                m_norm[j] = norm(y);
                for (int c = 0; c < m_depolarization.length; c++) {
                    m_depolarization[c] += 4 * m_roots.growth(j) * y[n + j] / m_norm[j] * m_roots.response(c);
                }
            }
            rates[n + j] = 2 * m_roots.growth(j) * y[n + j];
        }
        m_fastest = 0;
        for (int i = 0; i < n; i++) {
            final double rate = m_depolarization[m_cells.ofMode(i)];
            rates[i] = -0.5 * rate * (m_neutrinos.electron(i) - m_neutrinos.other(i) + 2 * y[i]);
            m_fastest = Math.max(m_fastest, rate);
        }
    }

    private void update(final double[] y) {
        m_medium.update(y);
        for (int c = 0; c < m_numbers.length; c++) {
            m_numbers[c] = m_medium.number(c);
        }
        m_roots.setNumbers(m_numbers);
    }

    @Override
    public double fastest() {
        return m_fastest;
    }

    @Override
    public boolean accept(final double[] y) {
        m_roots.accept();
        double change = 0;
        for (int i = 0; i < m_neutrinos.size(); i++) {
            change = Math.max(change, Math.abs(y[i] - m_searched[i]));
        }
        if (change <= SEARCH * m_occupation) {
            return false;
        }
        search(y, m_watch);
        begin(y);
        return true;
    }

    private void search(final double[] y, final Progress progress) {
        m_searched = Arrays.copyOf(y, m_neutrinos.size());
        update(y);
        ParallelLoop.forEach(m_grid.size(), "growing flavomons", progress,
            at -> m_roots.search(at, m_grid.waveNumber(at) + m_medium.flux()));
    }

    @Override
    public List<FlavomonWave> waves(final double[] y) {
        final List<FlavomonWave> waves = new ArrayList<>();
        for (int j = 0; j < m_z.length; j++) {
            final double k = m_grid.waveNumber(j / SLOTS);
            final double intensity =
                m_norm[j] > 0 ? y[m_neutrinos.size() + j] / m_norm[j] : m_seed * m_grid.width(j / SLOTS);
            waves.add(new FlavomonWave(k, k + m_medium.flux(), m_roots.growth(j) > 0 ? m_roots.re(j) : Double.NaN,
                m_roots.growth(j), m_z[j],
                intensity / (m_grid.states(j / SLOTS) * Math.abs(m_z[j])), intensity, m_z[j] < 0 ? -1 : 1,
                WaveBranch.LONGITUDINAL));
        }
        return waves;
    }

    @Override
    public FlavomonBalance balance(final double[] y) {
        return FlavomonBalance.ofNeutrinos(m_neutrinos, y);
    }

    @Override
    public double violation(final FlavomonBalance start, final FlavomonBalance now, final double scale) {
        return Math.abs(now.leptonNumber() - start.leptonNumber()) / scale;
    }

    @Override
    public double monotoneEntropy(final FlavomonBalance balance) {
        return balance.neutrinoEntropy();
    }
}
