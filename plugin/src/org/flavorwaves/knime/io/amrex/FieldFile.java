package org.flavorwaves.knime.io.amrex;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.flavorwaves.knime.io.StateFormatException;

/**
 * The fields of a plotfile of one level: {@code Level_0/Cell_H} lists boxes of cells, and each box is in a file {@code
 * Level_0/Cell_D_00000} from an offset on: a line {@code FAB ((8, ...),(8, (8 7 6 5 4 3 2 1)))((i,j,k) (i,j,k) (0,0,0))
 * N}, then the numbers, component by component, x fastest.
 */
public final class FieldFile {
    private static final Pattern BOX =
        Pattern.compile("\\(\\((-?\\d+),(-?\\d+),(-?\\d+)\\) \\((-?\\d+),(-?\\d+),(-?\\d+)\\) \\(0,0,0\\)\\)");

    private static final Pattern PLACE = Pattern.compile("FabOnDisk: (\\S+) (\\d+)");

    private static final Pattern NUMBERS = Pattern.compile("FAB \\(\\((\\d+), \\(([\\d ]+)\\)\\),\\((\\d+), "
        + "\\(([\\d ]+)\\)\\)\\)(.*) (\\d+)");

    private static final String DOUBLE = "64 11 52 0 1 12 0 1023";

    private static final String SINGLE = "32 8 23 0 1 9 0 127";

    private static final int AXES = 3;

    private static final int MOST_BOXES = 1 << 24;

    private static final int MOST_CELLS = 1 << 24;

    private static final int LONGEST_LINE = 512;

    private final Path m_folder;

    private final int m_fields;

    private final List<Box> m_boxes;

    /**
     * Cells that are stored together.
     *
     * @param lower indices of the first cell
     * @param shape number of cells along each axis
     * @param file name of the file
     * @param offset where the box begins in it
     */
    public record Box(int[] lower, int[] shape, String file, long offset) {
        /**
         * The number of cells.
         *
         * @return product of the shape
         */
        public int cells() {
            return shape[0] * shape[1] * shape[2];
        }

        /**
         * The number of cells of a plane of constant z.
         *
         * @return product of the shape along x and y
         */
        public int plane() {
            return shape[0] * shape[1];
        }
    }

    private FieldFile(final Path folder, final int fields, final List<Box> boxes) {
        m_folder = folder;
        m_fields = fields;
        m_boxes = boxes;
    }

    /**
     * Reads the list of boxes.
     *
     * @param plotfile folder of the plotfile
     * @param head its head
     * @return the fields, of which none has been read
     * @throws IOException if it cannot be read
     * @throws StateFormatException if it is cut off, or does not fit to the head
     */
    public static FieldFile open(final Path plotfile, final PlotfileHead head) throws IOException {
        final Path folder = plotfile.resolve("Level_0");
        return HeaderLines.parse(folder.resolve("Cell_H"), lines -> parse(folder, head, lines));
    }

    private static FieldFile parse(final Path folder, final PlotfileHead head, final HeaderLines lines)
        throws IOException {
        lines.wholes("the version", 1);
        lines.wholes("how it is written", 1);
        final int fields = lines.whole("the number of fields", Integer.MAX_VALUE);
        final String ghosts = lines.text("the layers of ghost cells");
        if (fields != head.fields().size() || !"0".equals(ghosts)) {
            throw new StateFormatException("Cell_H has " + fields + " fields with " + ghosts
                + " layers of ghost cells, but the plotfile has " + head.fields().size() + " and needs none.");
        }
        final String count = lines.text("the number of boxes");
        final int boxes = count(lines, count.replace("(", "").replaceFirst(" 0$", ""), count);
        final List<int[][]> places = new ArrayList<>();
        double cells = 0;
        for (int b = 0; b < boxes; b++) {
            final int[][] box = box(lines, lines.text("a box"), head);
            places.add(box);
            cells += (double) box[1][0] * box[1][1] * box[1][2];
        }
        if (cells != (double) head.cells()[0] * head.cells()[1] * head.cells()[2] || !")".equals(lines.text("a brace"))
            || lines.whole("the number of boxes", MOST_BOXES) != boxes) {
            throw new StateFormatException("Cell_H lists " + boxes + " boxes of " + cells + " cells together, but the "
                + "plotfile has " + Arrays.toString(head.cells()) + " cells.");
        }
        final List<Box> list = new ArrayList<>();
        for (int b = 0; b < boxes; b++) {
            final String line = lines.text("the place of a box");
            final Matcher matcher = PLACE.matcher(line);
            if (!matcher.matches() || matcher.group(1).contains("/")) {
                throw lines.wrong("FabOnDisk: FILE OFFSET", line);
            }
            list.add(new Box(places.get(b)[0], places.get(b)[1], matcher.group(1), Long.parseLong(matcher.group(2))));
        }
        return new FieldFile(folder, fields, list);
    }

    private static int count(final HeaderLines lines, final String text, final String line) {
        if (!text.matches("\\d{1,8}")) {
            throw lines.wrong("the number of boxes", line);
        }
        return Integer.parseInt(text);
    }

    private static int[][] box(final HeaderLines lines, final String line, final PlotfileHead head) {
        final Matcher matcher = BOX.matcher(line);
        if (!matcher.matches()) {
            throw lines.wrong("a box ((i,j,k) (i,j,k) (0,0,0))", line);
        }
        final int[][] box = new int[2][AXES];
        double cells = 1;
        for (int a = 0; a < AXES; a++) {
            final double first = Double.parseDouble(matcher.group(a + 1));
            final double last = Double.parseDouble(matcher.group(a + 1 + AXES));
            if (!(first >= 0 && last >= first && last < head.cells()[a])) {
                throw lines.wrong("a box within the domain", line);
            }
            box[0][a] = (int) first;
            box[1][a] = (int) (last - first + 1);
            cells *= box[1][a];
        }
        if (cells > MOST_CELLS) {
            throw lines.wrong("a box of at most " + MOST_CELLS + " cells", line);
        }
        return box;
    }

    /**
     * The boxes.
     *
     * @return in the order of the list
     */
    public List<Box> boxes() {
        return List.copyOf(m_boxes);
    }

    /**
     * Reads fields of a part of a box.
     *
     * @param box one of the boxes
     * @param plane first plane of constant z, from 0 in each box
     * @param planes number of planes
     * @param fields indices of the fields that are wanted
     * @return of each field the numbers, x fastest
     * @throws IOException if it cannot be read
     * @throws StateFormatException if the box is cut off or other than listed
     */
    public double[][] read(final Box box, final int plane, final int planes, final int... fields) throws IOException {
        final Path path = m_folder.resolve(box.file());
        if (!Files.isRegularFile(path)) {
            throw new StateFormatException("The plotfile has no Level_0/" + box.file() + ".");
        }
        try (FileChannel channel = FileChannel.open(path)) {
            channel.position(Math.min(box.offset(), channel.size()));
            final ByteBuffer start = ByteBuffer.allocate(LONGEST_LINE);
            while (start.hasRemaining() && channel.read(start) >= 0) {
                continue;
            }
            final String text = new String(start.array(), 0, start.position(), StandardCharsets.ISO_8859_1);
            final int end = text.indexOf('\n');
            final Matcher matcher = NUMBERS.matcher(end < 0 ? "" : text.substring(0, end));
            if (!matcher.matches()) {
                throw new StateFormatException("Level_0/" + box.file() + " has no box at byte " + box.offset()
                    + "; it is cut off or another one.");
            }
            final boolean single = SINGLE.equals(matcher.group(2));
            final int size = single ? Float.BYTES : Double.BYTES;
            final long data = box.offset() + end + 1;
            final long bytes = (long) m_fields * box.cells() * size;
            if (!single && !DOUBLE.equals(matcher.group(2)) || !matcher.group(3).equals(Integer.toString(size))
                || !sameBox(matcher.group(5), box) || !matcher.group(6).equals(Integer.toString(m_fields))
                || data + bytes > channel.size()) {
                throw new StateFormatException("Level_0/" + box.file() + " has at byte " + box.offset() + " '"
                    + text.substring(0, end) + "' and " + channel.size() + " bytes, where " + m_fields
                    + " fields of " + box.cells() + " cells from " + Arrays.toString(box.lower()) + " on must be.");
            }
            final ByteOrder order = order(matcher.group(4), size, box);
            final double[][] values = new double[fields.length][];
            for (int f = 0; f < fields.length; f++) {
                channel.position(data + ((long) fields[f] * box.cells() + (long) plane * box.plane()) * size);
                values[f] = numbers(channel, planes * box.plane(), single, order);
            }
            return values;
        }
    }

    private static boolean sameBox(final String text, final Box box) {
        final int[] lower = box.lower();
        final int[] shape = box.shape();
        return text.equals("((" + lower[0] + "," + lower[1] + "," + lower[2] + ") (" + (lower[0] + shape[0] - 1) + ","
            + (lower[1] + shape[1] - 1) + "," + (lower[2] + shape[2] - 1) + ") (0,0,0))");
    }

    private static ByteOrder order(final String text, final int size, final Box box) {
        final StringBuilder little = new StringBuilder();
        final StringBuilder big = new StringBuilder();
        for (int b = 1; b <= size; b++) {
            big.append(b == 1 ? "" : " ").append(b);
            little.append(b == 1 ? "" : " ").append(size + 1 - b);
        }
        if (text.contentEquals(little)) {
            return ByteOrder.LITTLE_ENDIAN;
        }
        if (text.contentEquals(big)) {
            return ByteOrder.BIG_ENDIAN;
        }
        throw new StateFormatException("Level_0/" + box.file() + " has the order of bytes " + text
            + ", which is not known.");
    }

    private static double[] numbers(final FileChannel channel, final int count, final boolean single,
        final ByteOrder order) throws IOException {
        final ByteBuffer buffer = ByteBuffer.allocate(Math.multiplyExact(count, single ? Float.BYTES : Double.BYTES))
            .order(order);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                throw new StateFormatException("A file of fields ends within its numbers.");
            }
        }
        buffer.flip();
        final double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = single ? buffer.getFloat() : buffer.getDouble();
        }
        return values;
    }
}
