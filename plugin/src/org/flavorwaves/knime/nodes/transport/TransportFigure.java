package org.flavorwaves.knime.nodes.transport;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

import org.flavorwaves.knime.table.StateColumns;
import org.flavorwaves.knime.view.CellTable;
import org.flavorwaves.knime.view.FigureBuilder;
import org.flavorwaves.knime.view.panel.Axis;
import org.flavorwaves.knime.view.panel.Color;
import org.flavorwaves.knime.view.panel.ColorScale;
import org.flavorwaves.knime.view.panel.HeatMap;
import org.flavorwaves.knime.view.panel.Panel;
import org.flavorwaves.knime.view.panel.Series;
import org.flavorwaves.knime.view.panel.Series.Kind;
import org.flavorwaves.knime.view.paper.Figure;
import org.knime.core.node.BufferedDataTable;

/**
 * Flavor and growth of a stream: maps over place and time, or curves along a stationary stream or in time; and the
 * flavor of each energy where the stream begins and ends.
 */
final class TransportFigure {
    static final String TITLE = "Miscidynamic transport";

    private static final String FLAVOR = "Flavor ⟨Pz⟩/⟨P0⟩";

    private final String m_time;

    private final String m_length;

    private final String m_rate;

    private TransportFigure(final BufferedDataTable fields) {
        m_time = CellTable.unit(fields, "t");
        m_length = CellTable.unit(fields, "z");
        m_rate = CellTable.unit(fields, "growth");
    }

    static Figure of(final BufferedDataTable... tables) {
        final FigureBuilder builder = new FigureBuilder(TITLE, "the stream is empty");
        final Map<String, CellTable> rows =
            CellTable.of(tables[0], "t", "z", StateColumns.SPECIES, StateColumns.ENERGY, "weight", "P0", "Pz");
        final Map<String, CellTable> places = CellTable.of(tables[1], "t", "z", "growth", "growth_in_z");
        final String caption = CellTable.of(tables[2], StateColumns.RESULT).values().iterator().next()
            .word(StateColumns.RESULT);
        builder.cell("", caption, () -> new TransportFigure(tables[1]).panels(rows.values().iterator().next(),
            places.values().iterator().next()));
        return builder.build();
    }

    private List<Panel> panels(final CellTable states, final CellTable fields) {
        final double[] t = distinct(fields.numbers("t"));
        final double[] z = distinct(fields.numbers("z"));
        final double[] flavor = flavor(states, t, z);
        final double[] growth = growth(fields, flavor, t, z);
        final List<Panel> panels = new ArrayList<>();
        if (t.length > 1 && z.length > 1) {
            final Axis x = Axis.linear("Place z", m_length);
            final Axis y = Axis.linear("Time t", m_time).over(t);
            panels.add(Panel.of("", x, y, List.of()).heated(HeatMap.at(z, t, flavor),
                ColorScale.diverging(FLAVOR, Axis.NUMBER, flavor)));
            if (Arrays.stream(growth).anyMatch(g -> g > 0)) {
                panels.add(Panel.of("", x, y, List.of()).heated(HeatMap.at(z, t, growth),
                    ColorScale.linear("Growth Im Ω", m_rate, growth)));
            }
        } else {
            final boolean along = z.length > 1;
            final Axis x = along ? Axis.linear("Place z", m_length) : Axis.linear("Time t", m_time);
            panels.add(Panel.of("", x, Axis.linear(FLAVOR, Axis.NUMBER),
                List.of(Series.of("", Kind.LINE, Color.BLUE, along ? z : t, flavor))));
            if (Arrays.stream(growth).anyMatch(g -> g > 0)) {
                panels.add(Panel.of("", x, Axis.linear("Growth Im Ω", m_rate),
                    List.of(Series.of("", Kind.LINE, Color.RED, along ? z : t, growth))));
            }
        }
        if (states.has(StateColumns.ENERGY)) {
            panels.add(spectra(states));
        }
        return panels;
    }

    /** Growth, time after time; NaN where there are no neutrinos. */
    private static double[] growth(final CellTable fields, final double[] flavor, final double[] t, final double[] z) {
        final double[] growth = new double[flavor.length];
        Arrays.fill(growth, Double.NaN);
        for (int r = 0; r < fields.rows(); r++) {
            final int at = Arrays.binarySearch(t, fields.numbers("t")[r]) * z.length
                + Arrays.binarySearch(z, fields.numbers("z")[r]);
            growth[at] = Double.isFinite(flavor[at]) ? fields.numbers("growth")[r] : Double.NaN;
        }
        return growth;
    }

    private static double[] distinct(final double[] values) {
        final TreeSet<Double> sorted = new TreeSet<>();
        Arrays.stream(values).forEach(sorted::add);
        return sorted.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** sum w Pz over sum w P0, time after time; NaN of an empty cell. */
    private static double[] flavor(final CellTable states, final double[] t, final double[] z) {
        final double[] sums = new double[t.length * z.length];
        final double[] all = new double[sums.length];
        for (int r = 0; r < states.rows(); r++) {
            final int place = Arrays.binarySearch(z, states.numbers("z")[r]);
            final int at = Arrays.binarySearch(t, states.numbers("t")[r]) * z.length + place;
            if (place >= 0) {
                sums[at] += states.numbers("weight")[r] * states.numbers("Pz")[r];
                all[at] += states.numbers("weight")[r] * states.numbers("P0")[r];
            }
        }
        return IntStream.range(0, sums.length).mapToDouble(k -> all[k] > 0 ? sums[k] / all[k] : Double.NaN).toArray();
    }

    /** Flavor by energy at the first and last place of the last time, of both species. */
    private Panel spectra(final CellTable states) {
        final double[] t = states.numbers("t");
        final double[] z = states.numbers("z");
        final double last = Arrays.stream(t).max().orElse(0);
        final double[] places = distinct(z);
        final Map<String, TreeMap<Double, double[]>> curves = new LinkedHashMap<>();
        for (final double place : new double[]{places[0], places[places.length - 1]}) {
            for (int r = 0; r < t.length; r++) {
                if (t[r] == last && z[r] == place) {
                    final String name = (states.words(StateColumns.SPECIES)[r].equals("nu") ? "neutrinos"
                        : "antineutrinos") + (place == places[0] ? " where the stream begins" : " where it ends");
                    final double[] sums = curves.computeIfAbsent(name, key -> new TreeMap<>())
                        .computeIfAbsent(states.numbers(StateColumns.ENERGY)[r], key -> new double[2]);
                    sums[0] += states.numbers("weight")[r] * states.numbers("Pz")[r];
                    sums[1] += states.numbers("weight")[r] * states.numbers("P0")[r];
                }
            }
        }
        final List<Series> series = new ArrayList<>();
        curves.forEach((name, curve) -> series.add(Series.of(name,
            name.endsWith("begins") ? Kind.DASHED : Kind.LINE, name.startsWith("anti") ? Color.ORANGE : Color.BLUE,
            curve.keySet().stream().mapToDouble(Double::doubleValue).toArray(),
            curve.values().stream().mapToDouble(s -> s[1] > 0 ? s[0] / s[1] : Double.NaN).toArray())));
        return Panel.of("", Axis.linear("Energy E", "MeV"), Axis.linear("Flavor Pz/P0", Axis.NUMBER), series);
    }
}
