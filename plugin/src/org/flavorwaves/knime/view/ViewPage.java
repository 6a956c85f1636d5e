package org.flavorwaves.knime.view;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Pages that need no other file: the chart library and the scripts stand in the page. They ask for their data as
 * KNIME's views do, with a message to the window around them.
 */
public final class ViewPage {
    private ViewPage() {
    }

    /**
     * The page with the dispersion plot.
     *
     * @return HTML
     * @throws UncheckedIOException if the bundle lacks a file of the page
     */
    public static String dispersion() {
        return chart("Dispersion relation", "Growth rate and frequency over wave number", "dispersion.js");
    }

    /**
     * The page with the growth map.
     *
     * @return HTML
     * @throws UncheckedIOException if the bundle lacks a file of the page
     */
    public static String growth() {
        return chart("Growing flavor waves", "Growth rate and frequency of growing waves over wave number",
            "dispersion.js");
    }

    /**
     * The page with the evolution of flavor waves.
     *
     * @return HTML
     * @throws UncheckedIOException if the bundle lacks a file of the page
     */
    public static String waves() {
        return chart("Flavor waves", "Actions of the waves and lengths of the polarization vectors over time",
            "waves.js");
    }

    /**
     * The page with an equilibrium path.
     *
     * @return HTML
     * @throws UncheckedIOException if the bundle lacks a file of the page
     */
    public static String path() {
        return chart("Equilibrium path", "Polarization and rate of rotation along the path", "path.js");
    }

    /**
     * The page with rays.
     *
     * @return HTML
     * @throws UncheckedIOException if the bundle lacks a file of the page
     */
    public static String rays() {
        return chart("Rays of flavor waves", "Wave number over place, and amplitude over time", "rays.js");
    }

    private static String chart(final String title, final String label, final String script) {
        return resource("chart.html").replace("/*TITLE*/", title).replace("/*LABEL*/", label)
            .replace("/*ECHARTS*/", resource("echarts.common.min.js"))
            .replace("/*DATA*/", resource("initial-data.js")).replace("/*SCRIPT*/", resource(script));
    }

    private static String resource(final String name) {
        try (InputStream in = ViewPage.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("The bundle lacks the file " + name + " of a view.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
