package org.flavorwaves.knime.io.amrex;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.flavorwaves.knime.io.StateFormatException;

/**
 * The head of a plotfile of one level in three dimensions: {@code plt00000/Header}.
 *
 * @param fields names of the fields
 * @param time in the unit of the code
 * @param lower lower corner of the domain
 * @param size of a cell along each axis
 * @param cells number of cells along each axis
 */
public record PlotfileHead(List<String> fields, double time, double[] lower, double[] size, int[] cells) {
    private static final String VERSION = "HyperCLaw-V1.1";

    private static final int AXES = 3;

    private static final int MOST_FIELDS = 4096;

    private static final double UNEVEN = 1e-8;

    private static final Pattern DOMAIN = Pattern.compile("\\(\\((\\d+),(\\d+),(\\d+)\\) \\((\\d+),(\\d+),(\\d+)\\).*");

    /**
     * Whether it is the head of a plotfile.
     *
     * @param firstLine first line of a file
     * @return true if it has the version that is known
     */
    public static boolean recognizes(final String firstLine) {
        return VERSION.equals(firstLine.strip());
    }

    /**
     * Reads a head.
     *
     * @param path the file Header in the folder of the plotfile
     * @return what it says
     * @throws IOException if it cannot be read
     * @throws StateFormatException if it is cut off, damaged, or of a kind that is not read
     */
    public static PlotfileHead read(final Path path) throws IOException {
        return HeaderLines.parse(path, PlotfileHead::parse);
    }

    private static PlotfileHead parse(final HeaderLines lines) throws IOException {
        final String version = lines.text("the version");
        if (!recognizes(version)) {
            throw lines.wrong("the version " + VERSION, version);
        }
        final List<String> fields = new ArrayList<>();
        final int count = lines.whole("the number of fields", MOST_FIELDS);
        for (int f = 0; f < count; f++) {
            fields.add(lines.text("the name of a field"));
        }
        if (lines.whole("the number of dimensions", AXES) != AXES) {
            throw new StateFormatException("The plotfile does not have 3 dimensions.");
        }
        final double time = lines.number("the time");
        if (lines.whole("the finest level", Integer.MAX_VALUE) != 0) {
            throw new StateFormatException("The plotfile has refined levels; only one level is read.");
        }
        final double[] lower = lines.numbers("the lower corner", AXES);
        final double[] upper = lines.numbers("the upper corner", AXES);
        lines.text("the ratios of refinement");
        final String domain = lines.text("the domain");
        final Matcher matcher = DOMAIN.matcher(domain);
        if (!matcher.matches()) {
            throw lines.wrong("the domain ((0,0,0) (i,j,k) (0,0,0))", domain);
        }
        lines.wholes("the step", 1);
        final double[] size = lines.numbers("the size of a cell", AXES);
        final int[] cells = new int[AXES];
        for (int a = 0; a < AXES; a++) {
            final double number = Double.parseDouble(matcher.group(AXES + a + 1)) + 1;
            if (Double.parseDouble(matcher.group(a + 1)) != 0 || number > 1 << 24 || !(size[a] > 0)
                || Math.abs(number * size[a] - (upper[a] - lower[a])) > UNEVEN * number * size[a]) {
                throw new StateFormatException("The plotfile has the domain " + domain + " of cells of the size "
                    + Arrays.toString(size) + ", which do not fill the box from " + Arrays.toString(lower) + " to "
                    + Arrays.toString(upper) + ".");
            }
            cells[a] = (int) number;
        }
        return new PlotfileHead(fields, time, lower, size, cells);
    }

    /**
     * The volume of a cell.
     *
     * @return product of its sizes
     */
    public double volume() {
        return size[0] * size[1] * size[2];
    }

    /**
     * The centre of a cell.
     *
     * @param axis 0, 1 or 2
     * @param index of the cell along it
     * @return coordinate
     */
    public double centre(final int axis, final int index) {
        return lower[axis] + (index + 0.5) * size[axis];
    }
}
