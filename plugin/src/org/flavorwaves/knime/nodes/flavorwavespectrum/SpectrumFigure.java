package org.flavorwaves.knime.nodes.flavorwavespectrum;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.flavorwaves.knime.table.StateColumns;
import org.flavorwaves.knime.view.CellTable;
import org.flavorwaves.knime.view.FigureBuilder;
import org.flavorwaves.knime.view.panel.Axis;
import org.flavorwaves.knime.view.panel.Color;
import org.flavorwaves.knime.view.panel.Panel;
import org.flavorwaves.knime.view.panel.Series;
import org.flavorwaves.knime.view.panel.Series.Kind;
import org.flavorwaves.knime.view.paper.Figure;
import org.knime.core.node.BufferedDataTable;

/** The length of the exponential tail and the residuals of all fits over time. */
final class SpectrumFigure {
    static final String TITLE = "Flavor-wave spectrum";

    private static final Map<String, String> RESIDUALS = new LinkedHashMap<>();

    static {
        RESIDUALS.put("rms_exponential", "exponential");
        RESIDUALS.put("rms_power_law", "power law");
        RESIDUALS.put("distance_rayleigh_jeans", "Rayleigh-Jeans");
        RESIDUALS.put("distance_planck", "Planck");
    }

    private static final List<Color> COLORS = List.of(Color.BLUE, Color.RED, Color.GREEN, Color.PURPLE);

    private SpectrumFigure() {
    }

    static Figure of(final BufferedDataTable... tables) {
        final String time = CellTable.unit(tables[0], "t");
        final String wave = CellTable.unit(tables[0], "k_T");
        final Map<String, CellTable> all = CellTable.of(tables[0], "t", "k_T", "rms_exponential", "rms_power_law",
            "distance_rayleigh_jeans", "distance_planck");
        final FigureBuilder builder = new FigureBuilder(TITLE, "no spectrum was fitted");
        CellTable.of(tables[1], StateColumns.RESULT).forEach((name, row) -> builder.cell(name,
            row.word(StateColumns.RESULT), () -> panels(all.get(name), time, wave)));
        return builder.build();
    }

    private static List<Panel> panels(final CellTable fits, final String time, final String wave) {
        if (fits == null) {
            return List.of();
        }
        final double[] t = fits.numbers("t");
        final List<Series> residuals = new ArrayList<>();
        RESIDUALS.forEach((column, name) -> residuals.add(Series.of(name, Kind.LINE, COLORS.get(residuals.size()), t,
            fits.numbers(column))));
        return List.of(
            Panel.of("", Axis.linear("t", time), Axis.linear("Exponential k_T", wave),
                List.of(Series.of("k_T", Kind.LINE, Color.INK, t, fits.numbers("k_T")))),
            Panel.of("", Axis.linear("t", time), Axis.log("Residual, rms of ln", Axis.NUMBER), residuals));
    }
}
