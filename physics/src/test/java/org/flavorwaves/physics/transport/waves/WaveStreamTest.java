package org.flavorwaves.physics.transport.waves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;

import org.flavorwaves.physics.flavomon.beams.FollowedRoots;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.flavorwaves.physics.transport.flow.grid.FlowBoundary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WaveStreamTest {
    private static final WaveGrid GRID = new WaveGrid(-1, 1, 40, 1e-12);

    private static final int CELLS = 50;

    private static final double WIDTH = 0.2;

    private static final int SLOTS = FollowedRoots.SLOTS;

    private static WaveCell[] cells() {
        return cells(0);
    }

    /** A beam v = 0.5 whose P = 0.5 + gradient z is also its density D; its flux F is half of it. */
    private static WaveCell[] cells(final double gradient) {
        final MomentumModes modes = MomentumModes.builder().species(Species.NU).rings(0.5).weight(1).build();
        final WaveCell[] cells = new WaveCell[CELLS];
        for (int c = 0; c < CELLS; c++) {
            cells[c] = new WaveCell(GRID, modes, 1, new double[1], false);
            final double[] p = {0.5 + gradient * WIDTH * c};
            cells[c].find(p, 0);
            cells[c].setNoise(p);
            cells[c].sow();
            Arrays.fill(cells[c].m_frequency, Double.NaN);
        }
        return cells;
    }

    /**
     * Omega = v (K + F) - D - a z, a function of shifted wave number K + F and frequency Omega + D + a z in all cells,
     * moves a packet by v and by a + dD/dz - v dF/dz; it is known at two wave numbers of some cells only.
     */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.02, -0.01})
    void packetsMoveByTheGradientsOfTheFrequency(final double gradient) {
        final double v = -0.6;
        final double a = 0.05;
        final WaveCell[] cells = cells(gradient);
        final double[] matter = new double[CELLS];
        for (int c = 0; c < CELLS; c++) {
            final double density = 0.5 + gradient * WIDTH * c;
            matter[c] = a * WIDTH * c;
            Arrays.fill(cells[c].m_intensity, 0);
            for (int m = 17; m < 23 && c % 3 == 1; m += 5) {
                cells[c].m_frequency[SLOTS * m + 1] = v * (GRID.centre(m) + 0.5 * density) - density - matter[c];
            }
        }
        cells[30].m_intensity[SLOTS * 15 + 1] = 1;
        final double time = 4;
        new WaveStream(GRID, SLOTS, CELLS, WIDTH, FlowBoundary.OUTFLOW, FlowBoundary.OUTFLOW).move(cells, matter, 1,
            time);
        double sum = 0;
        double place = 0;
        double wave = 0;
        for (int c = 10; c < 40; c++) {
            for (int m = 0; m < GRID.count(); m++) {
                final double intensity = cells[c].m_intensity[SLOTS * m + 1];
                sum += intensity;
                place += intensity * (c - 30) * WIDTH;
                wave += intensity * (GRID.centre(m) - GRID.centre(15));
                assertThat(cells[c].m_intensity[SLOTS * m]).isZero();
            }
        }
        assertThat(cells[0].seed()).isEqualTo(1e-12 * 0.25);
        assertThat(sum).isCloseTo(1, within(1e-6));
        assertThat(place / sum).isCloseTo(v * time, within(1e-2));
        assertThat(wave / sum).isCloseTo((a + gradient * (1 - 0.5 * v)) * time, within(1e-2));
    }

    /** Whatever the frequencies, a uniform intensity stays, and a periodic slab loses waves at no place. */
    @Test
    void uniformIntensitiesStay() {
        final WaveCell[] cells = cells();
        for (int c = 0; c < CELLS; c++) {
            for (int m = 0; m < GRID.count(); m++) {
                cells[c].m_frequency[SLOTS * m] = Math.sin(0.3 * c + 0.2 * m) + 0.1 * Math.cos(m * m + c);
            }
        }
        final double seed = cells[0].seed();
        new WaveStream(GRID, SLOTS, CELLS, WIDTH, FlowBoundary.PERIODIC, FlowBoundary.PERIODIC).move(cells,
            new double[CELLS], 0, 1);
        for (final WaveCell cell : cells) {
            for (int m = 0; m < GRID.count(); m++) {
                assertThat(cell.m_intensity[SLOTS * m]).isCloseTo(seed, within(1e-12 * seed));
            }
        }
    }

    /** Omega = v K: in a periodic slab a packet leaves at one end and comes in at the other. */
    @Test
    void packetsGoRoundAPeriodicSlab() {
        final double v = -0.6;
        final WaveCell[] cells = cells();
        for (final WaveCell cell : cells) {
            Arrays.fill(cell.m_intensity, 0);
            for (int m = 0; m < GRID.count(); m++) {
                cell.m_frequency[SLOTS * m] = v * GRID.centre(m);
            }
        }
        cells[2].m_intensity[SLOTS * 15] = 1;
        new WaveStream(GRID, SLOTS, CELLS, WIDTH, FlowBoundary.PERIODIC, FlowBoundary.PERIODIC).move(cells,
            new double[CELLS], 0, 4);
        double sum = 0;
        double place = 0;
        for (int c = 0; c < CELLS; c++) {
            sum += cells[c].m_intensity[SLOTS * 15];
            place += cells[c].m_intensity[SLOTS * 15] * (c > CELLS / 2 ? c - CELLS : c) * WIDTH;
        }
        assertThat(sum).isCloseTo(1, within(1e-12));
        assertThat(place).isCloseTo(2 * WIDTH + v * 4, within(1e-9));
    }

    /** Omega = K^2/2: a packet reaches a mirror with the velocity K and comes back with -K, all of it; noise enters. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void mirrorsSendPacketsBack(final boolean left) {
        final WaveCell[] cells = cells();
        final int m = left ? 9 : 30;
        final int image = GRID.count() - 1 - m;
        for (final WaveCell cell : cells) {
            Arrays.fill(cell.m_intensity, 0);
            for (int k = 0; k < GRID.count(); k++) {
                cell.m_frequency[SLOTS * k] = GRID.centre(k) * GRID.centre(k) / 2;
            }
        }
        cells[left ? CELLS - 41 : 40].m_intensity[SLOTS * m] = 1;
        final double time = 9;
        new WaveStream(GRID, SLOTS, CELLS, WIDTH, left ? FlowBoundary.REFLECTING : FlowBoundary.OUTFLOW,
            left ? FlowBoundary.OUTFLOW : FlowBoundary.REFLECTING).move(cells,
            new double[CELLS], 0, time);
        double sum = 0;
        double back = 0;
        double place = 0;
        for (int c = 0; c < CELLS; c++) {
            for (int k = 0; k < GRID.count(); k++) {
                sum += cells[c].m_intensity[SLOTS * k];
            }
            back += cells[c].m_intensity[SLOTS * image];
            place += cells[c].m_intensity[SLOTS * image] * (c + 0.5) * WIDTH;
        }
        assertThat(sum).isCloseTo(1, within(1e3 * cells[0].seed()));
        assertThat(back).isGreaterThan(0.999);
        assertThat(left ? place / back : CELLS * WIDTH - place / back)
            .isCloseTo(Math.abs(GRID.centre(m)) * time - 9.5 * WIDTH, within(0.01));
    }
}
