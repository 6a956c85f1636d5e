package org.flavorwaves.embedded.command;

import java.util.Locale;

/** Formats of figures. */
enum Figures {
    /** Scalable vector graphics. */
    SVG;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
