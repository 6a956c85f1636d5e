package org.flavorwaves.knime.table;

/**
 * Mass-squared differences that the column E becomes vacuum frequencies with, in eV^2; negative for the inverted
 * ordering.
 *
 * @param deltaM2 that of a table of two flavors
 * @param deltaM21 m_2^2 - m_1^2, for a table of three flavors
 * @param deltaM31 m_3^2 - m_1^2, for a table of three flavors
 */
public record MassSplittings(double deltaM2, double deltaM21, double deltaM31) {

    /**
     * The splitting of two flavors.
     *
     * @param deltaM2 in eV^2
     * @return this one alone
     */
    public static MassSplittings ofTwo(final double deltaM2) {
        return new MassSplittings(deltaM2, 0, 0);
    }
}
