package org.flavorwaves.knime.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

import org.flavorwaves.knime.view.panel.Color;
import org.flavorwaves.knime.view.panel.Frame;
import org.flavorwaves.knime.view.panel.Series;
import org.flavorwaves.knime.view.panel.Series.Kind;

/**
 * Numbered curves whose points are of several kinds, such as the bands of a line of wave numbers. A kind is drawn as
 * one series; where a curve changes its kind, what leads from or to growth belongs to what grows.
 */
public final class Curves {
    /** Points of all curves beyond which not all are drawn that nowhere have a kind of their own. */
    private static final int MOST = 6000;

    private final CellTable m_table;

    private final String m_name;

    private final String m_x;

    private final String[] m_kinds;

    private final List<int[]> m_curves = new ArrayList<>();

    private Optional<IntToDoubleFunction> m_shifts = Optional.empty();

    private Curves(final CellTable table, final String name, final String x, final String kind) {
        m_table = table;
        m_name = name;
        m_x = x;
        m_kinds = table.words(kind);
    }

    /**
     * Orders the rows of a cell by their curve and place.
     *
     * @param table the rows; none is used whose number of the curve is missing
     * @param number column with the number of the curve, which is also what a curve is called
     * @param x column with the place along the curve
     * @param kind column with the kind of each point
     * @return the curves
     */
    public static Curves of(final CellTable table, final String number, final String x, final String kind) {
        final Curves curves = new Curves(table, number, x, kind);
        final double[] numbers = table.numbers(number);
        final double[] places = table.numbers(x);
        final Map<Integer, List<Integer>> rows = new TreeMap<>();
        IntStream.range(0, table.rows()).filter(r -> Double.isFinite(numbers[r]))
            .forEach(r -> rows.computeIfAbsent((int) numbers[r], key -> new ArrayList<>()).add(r));
        rows.values().forEach(list -> curves.m_curves.add(list.stream()
            .sorted((a, b) -> Double.compare(places[a], places[b])).mapToInt(r -> r).toArray()));
        return curves;
    }

    /**
     * Gives the curves a place in other frames.
     *
     * @param shifts how often the shifts of a {@link Frame} are added to the curve of a number
     * @return this
     */
    public Curves shifted(final IntToDoubleFunction shifts) {
        m_shifts = Optional.of(shifts);
        return this;
    }

    /**
     * Whether there is no curve.
     *
     * @return true if so
     */
    public boolean isEmpty() {
        return m_curves.isEmpty();
    }

    /**
     * The smallest and the largest place.
     *
     * @return both
     */
    public double[] ends() {
        final double[] x = m_curves.stream().flatMapToInt(Arrays::stream).mapToDouble(r -> m_table.numbers(m_x)[r])
            .sorted().toArray();
        return new double[]{x[0], x[x.length - 1]};
    }

    /**
     * All pieces of a kind. Its name says so if not all curves are drawn that are trivial or stable everywhere.
     *
     * @param kind the kind
     * @param stroke how they are drawn
     * @param color their color
     * @param y column with what is drawn
     * @return the series; empty if there is no point of the kind
     */
    public Optional<Series> series(final String kind, final Kind stroke, final Color color, final String y) {
        final List<Integer> rows = new ArrayList<>();
        final List<Integer> numbers = new ArrayList<>();
        final int stride = stride();
        for (int c = 0; c < m_curves.size(); c++) {
            final int[] curve = m_curves.get(c);
            if (!isFlat(kind) || c % stride == 0 || Arrays.stream(curve).anyMatch(r -> !isFlat(m_kinds[r]))) {
                pieces(curve, kind, rows, numbers);
            }
        }
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        final Series series = Series.of(isFlat(kind) && stride > 1 ? kind + ", one in " + stride : kind, stroke, color,
            values(rows, m_x), values(rows, y), numbers.stream().map(n -> m_name + " " + n).toArray(String[]::new));
        return Optional.of(m_shifts.map(shifts -> series.shifted(numbers.stream().mapToDouble(shifts::applyAsDouble)
            .toArray())).orElse(series));
    }

    /** Of how many curves that are trivial or stable everywhere one is drawn. */
    private int stride() {
        return (m_curves.stream().mapToInt(c -> c.length).sum() + MOST - 1) / MOST;
    }

    private static boolean isFlat(final String kind) {
        return kind.equals("trivial") || kind.equals("stable");
    }

    private double[] values(final List<Integer> rows, final String column) {
        final double[] all = m_table.numbers(column);
        return rows.stream().mapToDouble(r -> r < 0 ? Double.NaN : all[r]).toArray();
    }

    /** Adds the pieces of a curve; what grows takes the neighbors of other kinds with it. */
    private void pieces(final int[] curve, final String kind, final List<Integer> rows,
        final List<Integer> numbers) {
        boolean open = false;
        for (int i = 0; i < curve.length; i++) {
            final boolean own = m_kinds[curve[i]].equals(kind);
            final boolean beside = !isFlat(kind) && (i > 0 && m_kinds[curve[i - 1]].equals(kind)
                || i + 1 < curve.length && m_kinds[curve[i + 1]].equals(kind));
            if (own || beside) {
                if (!open && !rows.isEmpty()) {
                    rows.add(-1);
                }
                if (!open) {
                    numbers.add((int) m_table.numbers(m_name)[curve[0]]);
                }
                rows.add(curve[i]);
            }
            open = own || beside;
        }
    }
}
