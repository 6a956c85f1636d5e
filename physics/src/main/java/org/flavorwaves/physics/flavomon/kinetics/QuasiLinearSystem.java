package org.flavorwaves.physics.flavomon.kinetics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.apache.commons.math3.complex.Complex;
import org.flavorwaves.physics.flavomon.BeamDispersion;
import org.flavorwaves.physics.flavomon.GrowingRoots;
import org.flavorwaves.physics.flavomon.WaveBranch;
import org.flavorwaves.physics.run.ParallelLoop;
import org.flavorwaves.physics.run.Progress;

/**
 * The quasi-linear closure (FW quasi-linear): pi delta(x) -&gt; gamma/(x^2 + gamma^2), x = Re omega -
 * k v, for the growing longitudinal waves of the beams as given. With |A|^2 = |Z| N times the states of a wave number,
 *
 * <pre>d|A_K|^2/dt = 2 gamma_K |A_K|^2
 * d(f_e - f_x)_i/dt = -4 sum_K gamma_K |A_K|^2 |e_K.V_i|^2/|omega_K - k v_i|^2 (f_e - f_x)_i</pre>
 *
 * <p>so each neutrino mode depolarizes at the viscosity of the wave (JK 78). The roots omega_K are exact for the
 * present occupations in every stage, hence sum_i w_i g_i |e.V_i|^2/|omega - k v_i|^2 = 0 (FW unstable-identity) holds
 * to rounding and sum w g is conserved. The intensity is what is carried: it stays finite where a growing and a
 * decaying root merge and Z diverges. There the wave stops growing and keeps its intensity until it grows again.
 */
final class QuasiLinearSystem implements KineticSystem {
    /** Most waves a wave number may have. */
    private static final int SLOTS = 2;

    /** Lowest growth rate in units of sum |g|. */
    private static final double FLOOR = 1e-7;

    /** Farthest that a root may move in a step, in units of sum |g|. */
    private static final double REACH = 0.1;

    /** Change of an occupation, relative to the largest f_e + f_x, after which all roots are searched anew. */
    private static final double SEARCH = 0.03;

    private final NeutrinoOccupations m_neutrinos;

    private final WaveNumberGrid m_grid;

    private final AngularCells m_cells;

    private final MediumSeries m_medium;

    private final BeamDispersion m_dispersion;

    private final double m_seed;

    private final double m_occupation;

    /** Complex frequency of each slot at the last accepted step; imaginary part 0 where it does not grow. */
    private final double[] m_anchorRe;

    private final double[] m_anchorIm;

    private final double[] m_re;

    private final double[] m_im;

    private final double[] m_z;

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
        m_dispersion = new BeamDispersion(m_cells.velocities());
        m_seed = seed;
        final int n = SLOTS * grid.size();
        m_anchorRe = new double[n];
        m_anchorIm = new double[n];
        m_re = new double[n];
        m_im = new double[n];
        m_z = new double[n];
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
        final double[] y = new double[n + m_re.length];
        for (int j = 0; j < m_re.length; j++) {
            y[n + j] = m_seed * m_grid.width(j / SLOTS);
        }
        return y;
    }

    @Override
    public void evaluate(final double[] y, final double[] rates) {
        final int n = m_neutrinos.size();
        update(y);
        Arrays.fill(m_depolarization, 0);
        for (int j = 0; j < m_re.length; j++) {
            m_im[j] = 0;
            m_z[j] = Double.NaN;
            final double k = m_grid.waveNumber(j / SLOTS) + m_medium.flux();
            if (m_anchorIm[j] > 0
                && m_dispersion.solve(k, m_anchorRe[j], m_anchorIm[j], REACH * m_medium.strength())) {
                m_re[j] = m_dispersion.re();
                if (m_dispersion.im() > FLOOR * m_medium.strength()) {
                    m_im[j] = m_dispersion.im();
                    m_z[j] = m_dispersion.renormalisation();
                    for (int c = 0; c < m_depolarization.length; c++) {
                        m_depolarization[c] += 4 * m_im[j] * y[n + j] * m_dispersion.response(c);
                    }
                }
            }
            rates[n + j] = 2 * m_im[j] * y[n + j];
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
        for (int c = 0; c < m_cells.size(); c++) {
            m_dispersion.setNumber(c, m_medium.number(c));
        }
    }

    @Override
    public double fastest() {
        return m_fastest;
    }

    @Override
    public boolean accept(final double[] y) {
        for (int j = 0; j < m_re.length; j++) {
            m_anchorRe[j] = m_re[j];
            m_anchorIm[j] = m_im[j];
        }
        double change = 0;
        for (int i = 0; i < m_neutrinos.size(); i++) {
            change = Math.max(change, Math.abs(y[i] - m_searched[i]));
        }
        if (change <= SEARCH * m_occupation) {
            return false;
        }
        search(y, m_watch);
        return true;
    }

    /** Gives every growing root a slot of its wave number: its own, else the idle one of the closest last frequency. */
    private void search(final double[] y, final Progress progress) {
        m_searched = Arrays.copyOf(y, m_neutrinos.size());
        update(y);
        final double[] v = m_cells.velocities();
        final double[] g = new double[v.length];
        for (int c = 0; c < g.length; c++) {
            g[c] = m_medium.number(c);
        }
        final double floor = FLOOR * m_medium.strength();
        ParallelLoop.forEach(m_grid.size(), "growing flavomons", progress, at -> {
            final List<Complex> roots = GrowingRoots.find(v, g, m_grid.waveNumber(at) + m_medium.flux(), floor);
            for (int j = SLOTS * at; j < SLOTS * (at + 1); j++) {
                if (m_anchorIm[j] > 0 && !roots.isEmpty()) {
                    roots.remove(closest(roots, m_anchorRe[j], m_anchorIm[j]));
                }
            }
            for (final Complex root : roots) {
                int best = -1;
                for (int j = SLOTS * at; j < SLOTS * (at + 1); j++) {
                    if (m_anchorIm[j] == 0 && (best < 0 || Math.abs(m_anchorRe[j] - root.getReal())
                        < Math.abs(m_anchorRe[best] - root.getReal()))) {
                        best = j;
                    }
                }
                if (best >= 0) {
                    m_anchorRe[best] = root.getReal();
                    m_anchorIm[best] = root.getImaginary();
                }
            }
        });
    }

    private static Complex closest(final List<Complex> roots, final double re, final double im) {
        Complex best = roots.get(0);
        for (final Complex root : roots) {
            if (Math.hypot(root.getReal() - re, root.getImaginary() - im)
                < Math.hypot(best.getReal() - re, best.getImaginary() - im)) {
                best = root;
            }
        }
        return best;
    }

    @Override
    public List<FlavomonWave> waves(final double[] y) {
        final List<FlavomonWave> waves = new ArrayList<>();
        for (int j = 0; j < m_re.length; j++) {
            final double k = m_grid.waveNumber(j / SLOTS);
            final double intensity = y[m_neutrinos.size() + j];
            waves.add(new FlavomonWave(k, k + m_medium.flux(), m_im[j] > 0 ? m_re[j] : Double.NaN, m_im[j], m_z[j],
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
