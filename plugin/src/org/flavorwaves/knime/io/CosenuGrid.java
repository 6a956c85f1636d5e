package org.flavorwaves.knime.io;

/**
 * What COSEnu's binary files do not say: their grid, as cosenu_configs.yaml has it.
 *
 * @param nz number of cells along z; 0 if it is not known
 * @param nvz number of cells of the velocity along z, uniform in [-1, 1]; 0 if it is not known
 * @param zMin lower end of z
 * @param zMax upper end of z
 */
public record CosenuGrid(int nz, int nvz, double zMin, double zMax) {
    /** Nothing is known. */
    public static final CosenuGrid UNKNOWN = new CosenuGrid(0, 0, 0, 0);

    /**
     * Whether the user said how many cells there are.
     *
     * @return true if both numbers of cells are positive
     */
    public boolean isKnown() {
        return nz > 0 && nvz > 0;
    }

    /**
     * Centre of a cell.
     *
     * @param i index of the cell
     * @return z
     */
    public double z(final int i) {
        return zMin + (i + 0.5) * (zMax - zMin) / nz;
    }

    /**
     * Centre of a cell of the velocity.
     *
     * @param i index of the cell
     * @return v along z
     */
    public double velocity(final int i) {
        return -1 + (2 * i + 1) / (double) nvz;
    }
}
