package org.flavorwaves.knime.view;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.flavorwaves.knime.view.panel.Levels;
import org.flavorwaves.knime.view.panel.Palette;
import org.flavorwaves.knime.view.paper.Figure;

/**
 * The page of every view. It needs no other file: the chart library and the scripts stand in it. It asks for its data,
 * a {@link Figure}, as KNIME's views do, with a message to the window around it.
 */
public final class FigurePage {
    private FigurePage() {
    }

    /**
     * The page.
     *
     * @param title what it shows
     * @return HTML
     * @throws UncheckedIOException if the bundle lacks a file of the page
     */
    public static String of(final String title) {
        final String scripts = Stream.of("numbers.js", "heat.js", "chart.js", "saving.js", "ask.js", "cells.js",
            "frames.js", "page.js")
            .map(FigurePage::resource).collect(Collectors.joining("\n"));
        return resource("figure.html").replace("/*TITLE*/", title)
            .replace("/*ECHARTS*/", resource("echarts.common.min.js"))
            .replace("/*CHART*/", "var COLORS = " + Palette.script() + ";\nvar LETTERS = " + Levels.script() + ";\n"
                + scripts);
    }

    private static String resource(final String name) {
        try (InputStream in = FigurePage.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("The bundle lacks the file " + name + " of a view.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
