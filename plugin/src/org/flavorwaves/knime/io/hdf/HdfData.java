package org.flavorwaves.knime.io.hdf;

import java.io.Closeable;
import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import org.flavorwaves.knime.io.StateFormatException;

/**
 * An HDF5 file whose datasets are read in parts. Whatever is wrong with a file becomes a {@link StateFormatException}.
 */
public final class HdfData implements Closeable {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};

    /** Bytes from the signature on that hold the superblock of any version. */
    private static final int HEAD = 96;

    private static final int VERSION = 8;

    /** Sizes of addresses follow the version at these places: versions 0 and 1, versions 2 and 3. */
    private static final int[] ADDRESS_SIZE = {13, 13, 9, 9};

    /** Where the address of the end of the file is, with addresses of 8 bytes. */
    private static final int[] END_OF_FILE = {40, 44, 28, 28};

    private final HdfFile m_file;

    private final long m_size;

    private HdfData(final HdfFile file, final long size) {
        m_file = file;
        m_size = size;
    }

    /**
     * Whether a file begins as HDF5 does.
     *
     * @param path the file
     * @return true if it has the signature
     * @throws IOException if it cannot be read
     */
    public static boolean recognizes(final Path path) throws IOException {
        return Arrays.equals(Arrays.copyOf(head(path), SIGNATURE.length), SIGNATURE);
    }

    /**
     * Opens a file.
     *
     * @param path the file
     * @return its content
     * @throws IOException if it cannot be read
     * @throws StateFormatException if it is no HDF5 file or is cut off
     */
    public static HdfData open(final Path path) throws IOException {
        requireWhole(path);
        return guarded("The file", () -> {
            final HdfFile file = new HdfFile(path);
            try {
                return new HdfData(file, Files.size(path));
            } catch (final IOException e) {
                file.close();
                throw new StateFormatException("The size of the file cannot be read: " + e.getMessage() + ".", e);
            }
        });
    }

    private static byte[] head(final Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path)) {
            final ByteBuffer head = ByteBuffer.allocate(HEAD);
            while (head.hasRemaining() && channel.read(head) >= 0) {
                continue;
            }
            return head.array();
        }
    }

    /** Compares the size of a file with the one that its superblock says. */
    private static void requireWhole(final Path path) throws IOException {
        if (!recognizes(path)) {
            throw new StateFormatException("The file does not begin as HDF5 does.");
        }
        final ByteBuffer head = ByteBuffer.wrap(head(path)).order(ByteOrder.LITTLE_ENDIAN);
        final int version = head.get(VERSION);
        if (version < 0 || version >= END_OF_FILE.length || head.get(ADDRESS_SIZE[version]) != Long.BYTES) {
            throw new StateFormatException("The HDF5 file has a superblock of version " + version
                + " that is not known, or addresses of other than 8 bytes.");
        }
        final long end = head.getLong(END_OF_FILE[version]);
        if (Files.size(path) < end) {
            throw new StateFormatException("The HDF5 file is cut off: it says that it has " + end + " bytes, but has "
                + Files.size(path) + ".");
        }
    }

    /** Turns all that the library throws at a damaged file into a sentence; it also asks for absurd arrays then. */
    static <T> T guarded(final String what, final Supplier<T> action) {
        try {
            return action.get();
        } catch (final StateFormatException e) {
            throw e;
        } catch (final NoClassDefFoundError e) {
            throw new StateFormatException(what + " is compressed in a way that is not supported; rewrite the file "
                + "with h5repack -f GZIP=4.", e);
        } catch (final RuntimeException | OutOfMemoryError | StackOverflowError e) {
            final Throwable root = e.getCause() == null ? e : e.getCause();
            throw new StateFormatException(what + " cannot be read as HDF5 ("
                + (root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage())
                + "); it is damaged or of a kind that is not supported.", e);
        }
    }

    /**
     * The names in a group.
     *
     * @param group path of the group, "/" for the root
     * @return names of groups and datasets, sorted; none if there is no such group
     */
    public Set<String> names(final String group) {
        return guarded("The group '" + group + "'", () -> {
            final Node node = "/".equals(group) ? m_file : node(group).orElse(null);
            return node instanceof Group found ? new TreeSet<>(found.getChildren().keySet()) : Set.of();
        });
    }

    /**
     * Looks for a dataset.
     *
     * @param path its path, such as "axes/x0(cm)[mid]"
     * @return the dataset, if there is one
     */
    public Optional<HdfArray> find(final String path) {
        return guarded("The dataset '" + path + "'", () -> node(path).filter(Dataset.class::isInstance)
            .map(node -> new HdfArray(path, (Dataset) node, m_size)));
    }

    /**
     * A dataset that must be there.
     *
     * @param path its path
     * @return the dataset
     * @throws StateFormatException if it is missing; names what is there
     */
    public HdfArray require(final String path) {
        return find(path).orElseThrow(() -> new StateFormatException("The dataset '" + path
            + "' is missing in the HDF5 file; found: " + String.join(", ", names("/")) + "."));
    }

    /** Names may hold any sign but the slash, so they are walked one by one. */
    private Optional<Node> node(final String path) {
        Node node = m_file;
        for (final String name : path.split("/")) {
            if (!name.isEmpty()) {
                node = node instanceof Group group ? group.getChild(name) : null;
            }
        }
        return Optional.ofNullable(node);
    }

    /**
     * The numbers of an attribute of the root.
     *
     * @param name its name
     * @return its numbers, one if it is a single one
     * @throws StateFormatException if it is missing or does not hold numbers
     */
    public double[] numbers(final String name) {
        final List<Object> values = attribute(name);
        if (!values.stream().allMatch(Number.class::isInstance)) {
            throw new StateFormatException("The attribute '" + name + "' does not hold numbers.");
        }
        return values.stream().mapToDouble(value -> ((Number) value).doubleValue()).toArray();
    }

    /**
     * The texts of an attribute of the root.
     *
     * @param name its name
     * @return its texts without what pads them, one if it is a single one
     * @throws StateFormatException if it is missing or does not hold texts
     */
    public List<String> texts(final String name) {
        final List<Object> values = attribute(name);
        if (!values.stream().allMatch(String.class::isInstance)) {
            throw new StateFormatException("The attribute '" + name + "' does not hold texts.");
        }
        return values.stream().map(value -> ((String) value).replace("\0", "").strip()).toList();
    }

    private List<Object> attribute(final String name) {
        return guarded("The attribute '" + name + "'", () -> {
            final Attribute attribute = m_file.getAttributes().get(name);
            if (attribute == null) {
                throw new StateFormatException("The attribute '" + name + "' is missing in the HDF5 file; found: "
                    + String.join(", ", new TreeSet<>(m_file.getAttributes().keySet())) + ".");
            }
            final Object data = attribute.getData();
            final List<Object> values = new ArrayList<>();
            if (data != null && data.getClass().isArray()) {
                for (int i = 0; i < Array.getLength(data); i++) {
                    values.add(Array.get(data, i));
                }
            } else {
                values.add(data);
            }
            return values;
        });
    }

    @Override
    public void close() {
        m_file.close();
    }
}
