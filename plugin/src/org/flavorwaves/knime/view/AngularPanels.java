package org.flavorwaves.knime.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.flavorwaves.knime.table.StateColumns;
import org.flavorwaves.knime.view.panel.Axis;
import org.flavorwaves.knime.view.panel.Color;
import org.flavorwaves.knime.view.panel.ColorScale;
import org.flavorwaves.knime.view.panel.HeatMap;
import org.flavorwaves.knime.view.panel.Panel;
import org.flavorwaves.knime.view.panel.Series;
import org.flavorwaves.knime.view.panel.Series.Kind;
import org.flavorwaves.physics.state.Cosines;
import org.flavorwaves.physics.state.Direction;
import org.flavorwaves.physics.threeflavor.FlavorPair;

/**
 * The angular distribution of a state: electron-minus-x density of neutrinos and of antineutrinos by cos theta, and
 * their difference G with the side on which it is negative; on a sphere a map of G. Of three flavors x is the mean of
 * mu and tau.
 */
public final class AngularPanels {
    /** Columns of a state that are needed; either mu or the three components of the velocity. */
    public static final List<String> COLUMNS = List.of(StateColumns.SPECIES, StateColumns.MU, StateColumns.VX,
        StateColumns.VY, StateColumns.VZ, StateColumns.WEIGHT, StateColumns.PZ, StateColumns.RHO.get(0),
        StateColumns.RHO.get(1), StateColumns.RHO.get(2));

    private static final int BEAMS = 5;

    /** How far the lines of beams stand beside one another. */
    private static final double BESIDE = 0.02;

    private static final int MAP_COLUMNS = 128;

    private static final int MAP_ROWS = 64;

    /** How many times finer the map is at most, by which solid angles are counted. */
    private static final int FINEST = 4;

    /** Directions times the square of how much finer the map is, at most. */
    private static final double WORK = 8000;

    private final String m_unit;

    private final double[] m_vz;

    private final double[] m_density;

    private final boolean[] m_anti;

    private final List<Series> m_marks = new ArrayList<>();

    private final CellTable m_state;

    private AngularPanels(final CellTable state, final String unit, final Optional<FlavorPair> pair) {
        m_state = state;
        m_unit = unit;
        m_vz = state.numbers(state.has(StateColumns.MU) ? StateColumns.MU : StateColumns.VZ);
        m_density = new double[state.rows()];
        m_anti = new boolean[state.rows()];
        for (int i = 0; i < m_density.length; i++) {
            m_density[i] = state.numbers(StateColumns.WEIGHT)[i] * difference(state, pair, i);
            m_anti[i] = state.words(StateColumns.SPECIES)[i].equals("nubar");
        }
    }

    /** f_e - f_x, or of three flavors the difference of a pair. */
    private static double difference(final CellTable state, final Optional<FlavorPair> pair, final int i) {
        if (state.has(StateColumns.PZ)) {
            return state.numbers(StateColumns.PZ)[i];
        }
        final double[] f = new double[3];
        for (int flavor = 0; flavor < f.length; flavor++) {
            f[flavor] = state.numbers(StateColumns.RHO.get(flavor))[i];
        }
        return pair.map(p -> f[p.first()] - f[p.second()]).orElse(f[0] - (f[1] + f[2]) / 2);
    }

    /**
     * The panels of a state.
     *
     * @param state one row a mode, with {@link #COLUMNS}
     * @param unit unit of the weights
     * @return the panels; none without modes
     */
    public static List<Panel> of(final CellTable state, final String unit) {
        return of(state, unit, Optional.empty(), new double[0], new double[0], new double[0]);
    }

    /**
     * The panels of a state with the zeros of G.
     *
     * @param state one row a mode, with {@link #COLUMNS}
     * @param unit unit of the weights
     * @param pair the pair of three flavors that G is of; empty with two flavors
     * @param x components of the zeros along x
     * @param y components along y
     * @param z cos theta of the zeros
     * @return the panels; none without modes
     */
    public static List<Panel> of(final CellTable state, final String unit, final Optional<FlavorPair> pair,
        final double[] x, final double[] y, final double[] z) {
        if (state == null || state.rows() == 0) {
            return List.of();
        }
        final AngularPanels panels = new AngularPanels(state, unit, pair);
        return panels.isSphere() ? panels.sphere(x, y, z) : panels.rings(z);
    }

    private boolean isSphere() {
        return m_state.has(StateColumns.VX) && IntStream.range(0, m_vz.length)
            .anyMatch(i -> Math.hypot(m_state.numbers(StateColumns.VX)[i], m_state.numbers(StateColumns.VY)[i])
                > Direction.SAME);
    }

    private List<Panel> rings(final double[] zeros) {
        final Cosines levels = new Cosines(m_vz);
        final boolean beams = levels.size() < BEAMS;
        final double[][] sums = new double[3][levels.size()];
        for (int i = 0; i < m_vz.length; i++) {
            final int l = levels.below(m_vz[i]);
            final double density = m_density[i] / (beams ? 1 : levels.width(l));
            sums[m_anti[i] ? 1 : 0][l] += density;
            sums[2][l] += m_anti[i] ? -density : density;
        }
        final double[] cosines = levels.cosines();
        final List<Series> series = new ArrayList<>();
        if (!beams && Arrays.stream(sums[2]).anyMatch(g -> g < 0)) {
            series.add(negative(cosines, sums[2]));
        }
        for (int s = 0; s < 2; s++) {
            final boolean anti = s == 1;
            if (IntStream.range(0, m_anti.length).anyMatch(i -> m_anti[i] == anti)) {
                final double aside = !beams ? 0 : anti ? BESIDE : -BESIDE;
                series.add(anti ? curve("antineutrinos", Kind.DASHED, Color.ORANGE, cosines, sums[s], aside)
                    : curve("neutrinos", Kind.LINE, Color.BLUE, cosines, sums[s], aside));
            }
        }
        series.add(curve("G, their difference", Kind.LINE, Color.INK, cosines, sums[2], 0));
        if (zeros.length > 0) {
            series.add(Series.of("crossings", Kind.MARKS, Color.RED, zeros, new double[zeros.length]));
        }
        final String quantity = beams ? "w Pz of the beam" : "w Pz by cos θ";
        return List.of(Panel.of("", Axis.linear("cos θ", Axis.NUMBER).from(beams ? -1.05 : -1, beams ? 1.05 : 1),
            IntStream.range(0, 3).allMatch(s -> Arrays.stream(sums[s]).allMatch(w -> w >= 0))
                ? Axis.linear(quantity, m_unit).from(0, Double.NaN) : Axis.linear(quantity, m_unit), series));
    }

    /** A curve; of few beams, an upright line each, a little aside so that species do not hide one another. */
    private static Series curve(final String name, final Kind kind, final Color color, final double[] x,
        final double[] y, final double aside) {
        if (x.length >= BEAMS) {
            return Series.of(name, kind, color, x, y);
        }
        final double[] places = new double[3 * x.length];
        final double[] values = new double[places.length];
        for (int i = 0; i < x.length; i++) {
            places[3 * i] = x[i] + aside;
            places[3 * i + 1] = x[i] + aside;
            values[3 * i + 1] = y[i];
            places[3 * i + 2] = Double.NaN;
        }
        return Series.of(name, kind, color, places, values);
    }

    /** The area between G and zero where G is negative; it ends where the straight line between levels is zero. */
    private static Series negative(final double[] x, final double[] g) {
        final List<double[]> points = new ArrayList<>();
        for (int i = 0; i < x.length; i++) {
            if (i > 0 && g[i - 1] * g[i] < 0) {
                points.add(new double[]{x[i - 1] + (x[i] - x[i - 1]) * g[i - 1] / (g[i - 1] - g[i]), 0});
            }
            points.add(new double[]{x[i], Math.min(g[i], 0)});
        }
        return Series.of("G < 0", Kind.AREA, Color.RED,
            points.stream().mapToDouble(p -> p[0]).toArray(), points.stream().mapToDouble(p -> p[1]).toArray());
    }

    /** A direction with what goes into it. */
    private static final class Ray {
        private final double[] m_v;

        private double m_g;

        private int m_pixels;

        private Ray(final double... v) {
            final double length = Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
            m_v = new double[]{v[0] / length, v[1] / length, v[2] / length};
        }
    }

    private List<Ray> rays() {
        final Map<String, Ray> rays = new TreeMap<>();
        for (int i = 0; i < m_vz.length; i++) {
            final double[] v = {m_state.numbers(StateColumns.VX)[i], m_state.numbers(StateColumns.VY)[i], m_vz[i]};
            rays.computeIfAbsent(Math.rint(v[0] * 1e9) + " " + Math.rint(v[1] * 1e9) + " " + Math.rint(v[2] * 1e9),
                key -> new Ray(v)).m_g += m_anti[i] ? -m_density[i] : m_density[i];
        }
        return List.copyOf(rays.values());
    }

    /**
     * A Mollweide map, whose pixels are of equal solid angle. A part of a pixel belongs to the nearest direction, and
     * these parts say what solid angle a direction stands for; what a pixel shows is their mean.
     */
    private List<Panel> sphere(final double[] x, final double[] y, final double[] z) {
        final List<Ray> rays = rays();
        final int fine = (int) Math.max(1, Math.min(FINEST, Math.sqrt(WORK / rays.size())));
        final int[] owners = owners(rays, fine);
        int inside = 0;
        for (final int r : owners) {
            if (r >= 0) {
                rays.get(r).m_pixels++;
                inside++;
            }
        }
        final double[] g = new double[MAP_COLUMNS * MAP_ROWS];
        final int[] counts = new int[g.length];
        for (int p = 0; p < owners.length; p++) {
            final int pixel = p / (fine * MAP_COLUMNS) / fine * MAP_COLUMNS + p % (fine * MAP_COLUMNS) / fine;
            if (owners[p] >= 0) {
                final Ray ray = rays.get(owners[p]);
                g[pixel] += ray.m_g * inside / (4 * Math.PI * ray.m_pixels);
                counts[pixel]++;
            }
        }
        for (int p = 0; p < g.length; p++) {
            g[p] = 2 * counts[p] < fine * fine ? Double.NaN : g[p] / counts[p];
        }
        marks(x, y, z);
        return List.of(Panel.of("Electron-minus-x lepton number G by direction", Axis.linear("", Axis.NUMBER),
            Axis.linear("", Axis.NUMBER), m_marks).heated(HeatMap.of(edges(MAP_COLUMNS, Mollweide.WIDTH),
                edges(MAP_ROWS, Mollweide.HEIGHT), g),
                ColorScale.diverging("G per sr", m_unit, g)).asMap());
    }

    /** The nearest direction of each pixel of a map so many times as fine; -1 off the sphere. */
    private static int[] owners(final List<Ray> rays, final int fine) {
        final int columns = fine * MAP_COLUMNS;
        return IntStream.range(0, columns * fine * MAP_ROWS).map(p -> {
            final double[] v = Mollweide.direction(middle(p % columns, columns, Mollweide.WIDTH),
                middle(p / columns, fine * MAP_ROWS, Mollweide.HEIGHT));
            return v.length == 0 ? -1 : nearest(rays, v);
        }).toArray();
    }

    private void marks(final double[] x, final double[] y, final double[] z) {
        m_marks.add(Series.of("", Kind.THIN, Color.GREY, Mollweide.GRATICULE[0], Mollweide.GRATICULE[1]));
        if (z.length > 0) {
            final double[][] places = IntStream.range(0, z.length)
                .mapToObj(i -> Mollweide.place(x[i], y[i], z[i])).toArray(double[][]::new);
            m_marks.add(Series.of("G = 0", Kind.POINTS, Color.GREEN,
                IntStream.range(0, z.length).mapToDouble(i -> places[i][0]).toArray(),
                IntStream.range(0, z.length).mapToDouble(i -> places[i][1]).toArray()));
        }
        m_marks.add(Series.of("", Kind.MARKS, Color.INK, new double[]{0, 0},
            new double[]{Mollweide.HEIGHT, -Mollweide.HEIGHT}, "+z", "-z"));
    }

    private static double middle(final int pixel, final int pixels, final double size) {
        return size * (2 * (pixel + 0.5) / pixels - 1);
    }

    private static double[] edges(final int pixels, final double size) {
        return IntStream.rangeClosed(0, pixels).mapToDouble(i -> Mollweide.rounded(size * (2.0 * i / pixels - 1)))
            .toArray();
    }

    private static int nearest(final List<Ray> rays, final double[] v) {
        int best = 0;
        double most = -2;
        for (int r = 0; r < rays.size(); r++) {
            final double[] u = rays.get(r).m_v;
            final double cosine = u[0] * v[0] + u[1] * v[1] + u[2] * v[2];
            if (cosine > most) {
                most = cosine;
                best = r;
            }
        }
        return best;
    }
}
