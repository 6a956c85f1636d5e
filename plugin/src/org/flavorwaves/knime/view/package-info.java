/**
 * Figures of nodes. A node describes its figure ({@link org.flavorwaves.knime.view.paper.Figure}), one drawing a cell,
 * by {@link org.flavorwaves.knime.view.panel panels} with axes, curves, points and heat maps;
 * {@link org.flavorwaves.knime.view.FigurePage} draws it in a browser, and {@link org.flavorwaves.knime.view.paper}
 * writes it without one. The description is one small class in the package of the node, beside its tables:
 *
 * <pre>{@code
 * static Figure of(BufferedDataTable waves, BufferedDataTable summary) {
 *     FigureBuilder figure = new FigureBuilder("Growing waves", "no wave grows");
 *     Map<String, CellTable> cells = CellTable.of(waves, "k", "omega_im");
 *     CellTable.of(summary, "result").forEach((name, row) -> figure.cell(name, row.word("result"), () -> List.of(
 *         Panel.of("", Axis.linear("K", CellTable.unit(waves, "k")), Axis.log("Im", CellTable.unit(waves, "omega_im")),
 *             List.of(Series.of("fast", Kind.LINE, Color.RED, cells.get(name).numbers("k"),
 *                 cells.get(name).numbers("omega_im")))))));
 *     return figure.build();
 * }
 * }</pre>
 *
 * <p>Heat maps ({@code panel.heated(HeatMap.at(z, t, values), ColorScale.log(...))}) serve for spectra over time and
 * for fields over z and t, points with values ({@code Series.valued}, {@code panel.colored(scale)}) for maps of cells,
 * {@code panel.asMap()} for a sphere. The caption is the node's sentence of result, so that figure, table and sentence
 * state the same numbers. The factory keeps the tables with {@code setInternalData} and declares
 * {@code page.fromString(() -> FigurePage.of(TITLE))} and
 * {@code initialData(d -> d.data(input -> XyzFigure.of(input.getInternalTables()[0], ...)))}.
 */
package org.flavorwaves.knime.view;
