package org.flavorwaves.knime.nodes.cost;

import java.util.Locale;
import java.util.function.Supplier;

import org.flavorwaves.knime.table.Messages;
import org.knime.core.node.KNIMEException;

/** Refuses work that cannot fit into the heap before it starts, and limits how much runs at once. */
public final class Memory {
    /** Share of the heap that one node may plan with. */
    private static final double USABLE = 0.8;

    private Memory() {
    }

    private static long usable() {
        return (long) (USABLE * Runtime.getRuntime().maxMemory());
    }

    /**
     * Checks that work fits.
     *
     * @param bytes predicted need
     * @param what names the work, the beginning of the message
     * @param resolutions what the user can do
     * @throws KNIMEException if it needs more than the heap allows; names both numbers of bytes
     */
    public static void require(final long bytes, final Supplier<String> what, final String... resolutions)
        throws KNIMEException {
        if (bytes > usable()) {
            throw Messages.failure(String.format(Locale.ROOT,
                "%s need %d bytes of memory (%.1f GiB), but only %d bytes (%.1f GiB) can be used.", what.get(), bytes,
                bytes / 0x1p30, usable(), usable() / 0x1p30), resolutions);
        }
    }

    /**
     * How many pieces of work fit at the same time.
     *
     * @param bytes need of the largest piece
     * @param wanted most pieces that are useful
     * @return 1 to wanted
     */
    public static int atOnce(final long bytes, final int wanted) {
        return (int) Math.max(1, Math.min(wanted, usable() / Math.max(1, bytes)));
    }
}
