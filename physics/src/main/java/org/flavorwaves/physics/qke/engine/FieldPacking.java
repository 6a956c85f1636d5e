package org.flavorwaves.physics.qke.engine;

/**
 * How the real components of two modes of a lane, one of the first half of a block and one of the second, are packed in
 * complex fields ("families"), so that no transform is wasted on their symmetry. Everything that the engine does with
 * harmonics and points, it does family by family; only turning by Hamiltonians knows what the components are.
 */
public enum FieldPacking {
    /** Polarization vectors of two flavors: Px + i Py of each mode, and Pz of the first + i Pz of the second. */
    VECTOR(new int[][]{{0, 1, 4}, {2, 3, 5}}),

    /** Vectors of three flavors: P1 + i P2, P4 + i P5, P6 + i P7 and P3 + i P8 of each mode. */
    MATRIX(new int[][]{{0, 1, 6, 2, 3, 4, 5, 7}, {8, 9, 14, 10, 11, 12, 13, 15}});

    /** Twice the family of each component of either mode, and 1 more if it is the imaginary part. */
    private final int[][] m_places;

    FieldPacking(final int[][] places) {
        m_places = places;
    }

    /** The number of components of a mode. */
    public int components() {
        return m_places[0].length;
    }

    /** The number of complex fields of a lane. */
    int families() {
        return m_places[0].length;
    }

    /** The family of a component of the first (0) or second (1) mode of a lane. */
    int family(final int second, final int component) {
        return m_places[second][component] / 2;
    }

    /** Whether a component is the real (0) or imaginary (1) part of its family. */
    int part(final int second, final int component) {
        return m_places[second][component] % 2;
    }

    /** Which mode of a lane a family is of, 0 or 1; -1 if its parts are of one each. */
    int owner(final int family) {
        int owner = -1;
        for (int second = 0; second < 2; second++) {
            int count = 0;
            for (final int place : m_places[second]) {
                count += place / 2 == family ? 1 : 0;
            }
            owner = count == 2 ? second : owner;
        }
        return owner;
    }
}
