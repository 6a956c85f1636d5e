package org.flavorwaves.embedded.settings;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that was probably meant. */
public final class Nearest {

    private Nearest() {
    }

    /**
     * The candidate with the smallest edit distance, compared without case.
     *
     * @param word what was written
     * @param candidates what could have been meant
     * @return the first of the nearest; empty if there are none or all are entirely different
     */
    public static Optional<String> of(final String word, final Collection<String> candidates) {
        String best = null;
        int bestDistance = Integer.MAX_VALUE;
        for (final String candidate : candidates) {
            final int distance = distance(word.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
            if (distance < bestDistance && 2 * distance <= Math.max(word.length(), candidate.length())) {
                best = candidate;
                bestDistance = distance;
            }
        }
        return Optional.ofNullable(best);
    }

    /**
     * The question that follows an unknown word.
     *
     * @param word what was written
     * @param candidates what could have been meant
     * @return {@code " Did you mean 'x'?"} or an empty text
     */
    public static String question(final String word, final Collection<String> candidates) {
        return of(word, candidates).map(n -> " Did you mean '" + n + "'?").orElse("");
    }

    /** The fewest insertions, deletions, replacements and swaps of neighbors that make one text of another. */
    static int distance(final String a, final String b) {
        final int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                final int replaced = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                d[i][j] = Math.min(replaced, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], 1 + d[i - 2][j - 2]);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
