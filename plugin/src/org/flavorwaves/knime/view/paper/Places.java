package org.flavorwaves.knime.view.paper;

/** Writes places: hundredths of a point, with a decimal point and without zeros that say nothing. */
final class Places {
    private Places() {
    }

    static String text(final double place) {
        final long hundredths = Math.round(place * 100);
        final long size = Math.abs(hundredths);
        final String whole = (hundredths < 0 ? "-" : "") + size / 100;
        final long rest = size % 100;
        return rest == 0 ? whole : rest % 10 == 0 ? whole + '.' + rest / 10
            : whole + (rest < 10 ? ".0" : ".") + rest;
    }

    static String pair(final double x, final double y) {
        return text(x) + " " + text(y);
    }
}
