package org.flavorwaves.knime.io.amrex;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

import org.flavorwaves.knime.io.StateFormatException;
import org.flavorwaves.physics.run.Progress;

/**
 * The particles of a plotfile or checkpoint of one level in three dimensions: a head {@code NAME/Header} and data
 * {@code NAME/Level_0/DATA_00000} ..., whole numbers first if it is a checkpoint, then the position and the quantities
 * of each particle, the least significant byte first.
 */
public final class ParticleFile {
    private static final String VERSION = "Version_";

    private static final int AXES = 3;

    private static final int MOST_QUANTITIES = 4096;

    private static final int MOST_GRIDS = 1 << 24;

    /** Whole numbers of every particle of a checkpoint. */
    private static final int IDENTITY = 2;

    private static final int BUFFER = 1 << 22;

    private final Path m_folder;

    private final boolean m_single;

    private final List<String> m_names;

    /** Whole numbers of a particle that are stored. */
    private final int m_wholes;

    private final List<Grid> m_grids;

    /** Particles that are stored together. */
    private record Grid(long file, long count, long offset) {
    }

    private ParticleFile(final Path folder, final boolean single, final List<String> names, final int wholes,
        final List<Grid> grids) {
        m_folder = folder;
        m_single = single;
        m_names = names;
        m_wholes = wholes;
        m_grids = grids;
    }

    /**
     * Whether it is the head of particles.
     *
     * @param firstLine first line of a file
     * @return true if it tells a version and the precision
     */
    public static boolean recognizes(final String firstLine) {
        final String line = firstLine.strip();
        return line.startsWith(VERSION) && (line.endsWith("_double") || line.endsWith("_single"));
    }

    /**
     * Reads the head.
     *
     * @param path its file
     * @return the particles, of which none has been read
     * @throws IOException if it cannot be read
     * @throws StateFormatException if it is cut off or damaged, or does not fit to the sizes of the data
     */
    public static ParticleFile open(final Path path) throws IOException {
        final ParticleFile file = HeaderLines.parse(path, lines -> parse(path.getParent(), lines));
        for (final Grid grid : file.m_grids) {
            if (grid.count() > 0) {
                file.requireWhole(grid);
            }
        }
        return file;
    }

    private static ParticleFile parse(final Path folder, final HeaderLines lines) throws IOException {
        final String version = lines.text("the version");
        if (!recognizes(version)) {
            throw lines.wrong("the version of particles", version);
        }
        if (lines.whole("the number of dimensions", AXES) != AXES) {
            throw new StateFormatException("The particles do not have 3 dimensions.");
        }
        final List<String> names = new ArrayList<>(List.of("pos_x", "pos_y", "pos_z"));
        final int extra = lines.whole("the number of quantities", MOST_QUANTITIES);
        for (int i = 0; i < extra; i++) {
            names.add(lines.text("the name of a quantity"));
        }
        final int wholes = lines.whole("the number of whole quantities", MOST_QUANTITIES);
        for (int i = 0; i < wholes; i++) {
            lines.text("the name of a whole quantity");
        }
        final boolean checkpoint = lines.whole("whether it is a checkpoint", 1) == 1;
        final long particles = lines.wholes("the number of particles", 1)[0];
        lines.wholes("the next identity", 1);
        if (lines.whole("the finest level", Integer.MAX_VALUE) != 0) {
            throw new StateFormatException("The particles are on refined levels; only one level is read.");
        }
        final int count = lines.whole("the number of grids", MOST_GRIDS);
        final List<Grid> grids = new ArrayList<>();
        long sum = 0;
        for (int g = 0; g < count; g++) {
            final long[] grid = lines.wholes("file, count and offset of a grid", 3);
            grids.add(new Grid(grid[0], grid[1], grid[2]));
            sum += grid[1];
        }
        if (sum != particles || !lines.ended()) {
            throw new StateFormatException("The head says " + particles + " particles, but its grids have " + sum
                + (sum == particles ? " and more lines follow." : "."));
        }
        return new ParticleFile(folder, version.endsWith("_single"), names, checkpoint ? IDENTITY + wholes : 0, grids);
    }

    private Path data(final Grid grid) {
        return m_folder.resolve("Level_0").resolve(String.format(Locale.ROOT, "DATA_%05d", grid.file()));
    }

    private long rowBytes() {
        return (long) m_names.size() * (m_single ? Float.BYTES : Double.BYTES);
    }

    private long start(final Grid grid) {
        return grid.offset() + grid.count() * m_wholes * Integer.BYTES;
    }

    private void requireWhole(final Grid grid) throws IOException {
        final Path data = data(grid);
        if (!Files.isRegularFile(data)) {
            throw new StateFormatException("The particles have no file Level_0/" + data.getFileName() + ".");
        }
        final double end = start(grid) + (double) grid.count() * rowBytes();
        if (Files.size(data) < end) {
            throw new StateFormatException("Level_0/" + data.getFileName() + " has " + Files.size(data)
                + " bytes, but its particles end at " + (long) end + "; it is cut off or the head is wrong.");
        }
    }

    /**
     * What is known of each particle.
     *
     * @return names of the quantities, pos_x, pos_y, pos_z first
     */
    public List<String> names() {
        return List.copyOf(m_names);
    }

    /**
     * The number of particles.
     *
     * @return sum over the grids
     */
    public long count() {
        return m_grids.stream().mapToLong(Grid::count).sum();
    }

    /**
     * Reads all particles in parts.
     *
     * @param consumer takes the quantities of a particle; the array is used again
     * @param progress told how far reading is
     * @throws IOException if they cannot be read
     */
    public void read(final Consumer<double[]> consumer, final Progress progress) throws IOException {
        final double[] row = new double[m_names.size()];
        final int rows = (int) Math.max(1, BUFFER / rowBytes());
        final ByteBuffer buffer =
            ByteBuffer.allocate(Math.toIntExact(rows * rowBytes())).order(ByteOrder.LITTLE_ENDIAN);
        long done = 0;
        for (final Grid grid : m_grids) {
            if (grid.count() == 0) {
                continue;
            }
            try (FileChannel channel = FileChannel.open(data(grid))) {
                channel.position(start(grid));
                for (long first = 0; first < grid.count(); first += rows) {
                    progress.report((done + first) / (double) count(), "reading particle " + (done + first));
                    final int now = (int) Math.min(rows, grid.count() - first);
                    buffer.clear().limit(Math.toIntExact(now * rowBytes()));
                    while (buffer.hasRemaining()) {
                        if (channel.read(buffer) < 0) {
                            throw new StateFormatException("Level_0/" + data(grid).getFileName()
                                + " ends within its particles.");
                        }
                    }
                    buffer.flip();
                    for (int r = 0; r < now; r++) {
                        for (int q = 0; q < row.length; q++) {
                            row[q] = m_single ? buffer.getFloat() : buffer.getDouble();
                        }
                        consumer.accept(row);
                    }
                }
            }
            done += grid.count();
        }
    }
}
