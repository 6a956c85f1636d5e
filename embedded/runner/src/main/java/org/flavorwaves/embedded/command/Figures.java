package org.flavorwaves.embedded.command;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Formats of figures. */
enum Figures {
    /** Scalable vector graphics. */
    SVG,
    /** Images. */
    PNG;

    /** The formats as ends of names of files. */
    static List<String> names(final Collection<Figures> formats) {
        return formats.stream().map(Figures::toString).toList();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
