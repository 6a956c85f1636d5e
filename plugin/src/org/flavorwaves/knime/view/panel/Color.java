package org.flavorwaves.knime.view.panel;

/** Colors that the color-blind can tell apart (Okabe and Ito's), on white and on dark ground. */
public enum Color {
    /** Blue. */
    BLUE("#0072b2", "#56b4e9"),
    /** Vermilion. */
    RED("#d55e00", "#ff8a3c"),
    /** Bluish green. */
    GREEN("#009e73", "#2fcf9f"),
    /** Reddish purple. */
    PURPLE("#b0588f", "#e39bc6"),
    /** Orange. */
    ORANGE("#c98400", "#f0b429"),
    /** Sky blue. */
    SKY("#3b9fd8", "#8fd0f5"),
    /** Grey, for what is less important. */
    GREY("#8a949c", "#7f8a93"),
    /** Black, white on dark ground. */
    INK("#1d252c", "#e6eaed");

    private static final Color[] CYCLE = {BLUE, RED, GREEN, PURPLE, ORANGE, SKY};

    private final String m_light;

    private final String m_dark;

    Color(final String light, final String dark) {
        m_light = light;
        m_dark = dark;
    }

    /**
     * The color on white ground.
     *
     * @return as in CSS
     */
    public String light() {
        return m_light;
    }

    /**
     * The color on dark ground.
     *
     * @return as in CSS
     */
    public String dark() {
        return m_dark;
    }

    /**
     * The colors of numbered curves, again and again.
     *
     * @param number of the curve, from 0
     * @return its color
     */
    public static Color of(final int number) {
        return CYCLE[number % CYCLE.length];
    }
}
