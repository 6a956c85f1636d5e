package org.flavorwaves.knime.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

import org.flavorwaves.knime.table.StateColumns;
import org.flavorwaves.knime.view.panel.Axis;
import org.flavorwaves.knime.view.panel.Color;
import org.flavorwaves.knime.view.panel.Panel;
import org.flavorwaves.knime.view.panel.Series;
import org.flavorwaves.knime.view.panel.Series.Kind;
import org.knime.core.node.BufferedDataTable;

/** Panels with a point a mode, by species, over the vacuum frequency, the energy or the direction of the modes. */
public final class ModePanels {
    private final CellTable m_modes;

    private final Axis m_axis;

    private final double[] m_places;

    /**
     * Chooses what the modes differ by: the vacuum frequency, else the energy, else the direction.
     *
     * @param modes one row a mode, with species and what there is of omega, E, mu, vz
     * @param table the table of all cells, which says the unit of omega
     */
    public ModePanels(final CellTable modes, final BufferedDataTable table) {
        m_modes = modes;
        if (differ(StateColumns.OMEGA)) {
            m_axis = Axis.linear("ω", CellTable.unit(table, StateColumns.OMEGA));
            m_places = modes.numbers(StateColumns.OMEGA);
        } else if (differ(StateColumns.ENERGY)) {
            m_axis = Axis.linear("E", "MeV");
            m_places = modes.numbers(StateColumns.ENERGY);
        } else {
            m_axis = Axis.linear("cos θ", Axis.NUMBER);
            m_places = modes.numbers(modes.has(StateColumns.MU) ? StateColumns.MU : StateColumns.VZ);
        }
    }

    private boolean differ(final String column) {
        return m_modes.has(column) && Arrays.stream(m_modes.numbers(column)).distinct().limit(3).count() > 2;
    }

    /**
     * The points of each species.
     *
     * @param suffix what stands after the name of the species
     * @param colors colors of neutrinos and of antineutrinos
     * @param value value of a mode
     * @return a series a species that there is
     */
    public List<Series> points(final String suffix, final List<Color> colors, final IntToDoubleFunction value) {
        final List<Series> series = new ArrayList<>();
        final String[] species = m_modes.words(StateColumns.SPECIES);
        for (int s = 0; s < 2; s++) {
            final String name = s == 0 ? "nu" : "nubar";
            final int[] rows = IntStream.range(0, species.length).filter(r -> species[r].equals(name)).toArray();
            if (rows.length > 0) {
                series.add(Series.of((s == 0 ? "neutrinos" : "antineutrinos") + suffix, Kind.POINTS, colors.get(s),
                    IntStream.of(rows).mapToDouble(r -> m_places[r]).toArray(),
                    IntStream.of(rows).mapToDouble(value).toArray(),
                    IntStream.of(rows).mapToObj(r -> "mode " + r).toArray(String[]::new)));
            }
        }
        return series;
    }

    /**
     * A panel.
     *
     * @param title what it shows
     * @param y its axis
     * @param series its series
     * @return the panel
     */
    public Panel panel(final String title, final Axis y, final List<Series> series) {
        return Panel.of(title, m_axis, y, series);
    }
}
