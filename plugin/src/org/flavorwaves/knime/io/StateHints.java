package org.flavorwaves.knime.io;

import java.util.Optional;


/**
 * What a file of states may need to be told.
 *
 * @param peakOccupation largest occupation given to modes of a file that knows densities but no phase space, in (0, 1]
 * @param grid the grid of COSEnu's binary files
 * @param cellVolume volume of a cell in cm^3, for formats that count neutrinos; 0 if it is not known
 * @param basis the axis of nubhlight's local angles
 * @param bulb the sphere that luminosities come from; empty if it is not known
 * @param threeFlavors whether the three flavors of Emu's particles are kept
 */
public record StateHints(double peakOccupation, CosenuGrid grid, double cellVolume, AngleBasis basis,
    Optional<BulbGeometry> bulb, boolean threeFlavors) {
    /**
     * Checks the occupation.
     *
     * @throws IllegalArgumentException if it is out of its bounds
     */
    public StateHints {
        if (!(peakOccupation > 0 && peakOccupation <= 1)) {
            throw new IllegalArgumentException("The largest occupation must be in (0, 1] but is " + peakOccupation
                + ".");
        }
    }

    /**
     * Hints of formats that say the rest.
     *
     * @param peakOccupation largest occupation given to modes of a file that knows densities but no phase space, in
     *            (0, 1]
     * @param grid the grid of COSEnu's binary files
     */
    public StateHints(final double peakOccupation, final CosenuGrid grid) {
        this(peakOccupation, grid, 0, AngleBasis.STRONGER, Optional.empty());
    }

    /**
     * Hints of files of two flavors.
     *
     * @param peakOccupation largest occupation given to modes of a file that knows densities but no phase space, in
     *            (0, 1]
     * @param grid the grid of COSEnu's binary files
     * @param cellVolume volume of a cell in cm^3, for formats that count neutrinos; 0 if it is not known
     * @param basis the axis of nubhlight's local angles
     * @param bulb the sphere that luminosities come from; empty if it is not known
     */
    public StateHints(final double peakOccupation, final CosenuGrid grid, final double cellVolume,
        final AngleBasis basis, final Optional<BulbGeometry> bulb) {
        this(peakOccupation, grid, cellVolume, basis, bulb, false);
    }
}
