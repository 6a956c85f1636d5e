package org.flavorwaves.physics.flavomon.kinetics;

import java.util.Arrays;

import org.flavorwaves.physics.flavomon.kinetics.occupation.AngularCells;
import org.flavorwaves.physics.flavomon.kinetics.occupation.NeutrinoOccupations;
import org.flavorwaves.physics.numerics.LegendreSeries;

/**
 * The lepton-number spectrum G(v) of converting neutrinos as a Legendre series, a_l = (2l + 1)/2 sum_c g_c P_l(v_c).
 * Not thread-safe: it is updated in place.
 */
final class MediumSeries {
    private final NeutrinoOccupations m_neutrinos;

    private final AngularCells m_cells;

    private final double[][] m_projection;

    private final double[] m_series;

    private final double[] m_number;

    private double m_density;

    private double m_flux;

    private double m_strength;

    MediumSeries(final NeutrinoOccupations neutrinos, final AngularCells cells, final int order) {
        m_neutrinos = neutrinos;
        m_cells = cells;
        m_projection = new double[order + 1][cells.size()];
        for (int c = 0; c < cells.size(); c++) {
            final double[] p = LegendreSeries.polynomials(cells.velocity(c), order);
            for (int l = 0; l <= order; l++) {
                m_projection[l][c] = (l + 0.5) * p[l];
            }
        }
        m_series = new double[order + 1];
        m_number = new double[cells.size()];
    }

    /**
     * Recomputes the spectrum.
     *
     * @param y conversions d_i of the neutrinos, and more
     */
    void update(final double[] y) {
        Arrays.fill(m_number, 0);
        m_density = 0;
        m_flux = 0;
        for (int i = 0; i < m_neutrinos.size(); i++) {
            final double g = m_neutrinos.weight(i) * m_neutrinos.sign(i)
                * (m_neutrinos.electron(i) - m_neutrinos.other(i) + 2 * y[i]);
            m_number[m_cells.ofMode(i)] += g;
            m_density += g;
            m_flux += g * m_neutrinos.velocity(i);
        }
        m_strength = 0;
        for (final double g : m_number) {
            m_strength += Math.abs(g);
        }
        for (int l = 0; l < m_series.length; l++) {
            double sum = 0;
            for (int c = 0; c < m_number.length; c++) {
                sum += m_projection[l][c] * m_number[c];
            }
            m_series[l] = sum;
        }
    }

    AngularCells cells() {
        return m_cells;
    }

    int order() {
        return m_series.length - 1;
    }

    /** a_0 ... a_L; not to be changed. */
    double[] series() {
        return m_series;
    }

    /** G(v) of the series. */
    double density(final double v) {
        return LegendreSeries.value(m_series, v);
    }

    /** D^0 = sum w g. */
    double density() {
        return m_density;
    }

    /** The neutrinos' energy in their mean field (FR S21), D^m D_m/4. */
    double potentialEnergy() {
        return 0.25 * (m_density * m_density - m_flux * m_flux);
    }

    /** D^z = sum w g v. */
    double flux() {
        return m_flux;
    }

    /** sum over directions of |g|. */
    double strength() {
        return m_strength;
    }

    /** g_c, the lepton number of a direction. */
    double number(final int cell) {
        return m_number[cell];
    }
}
